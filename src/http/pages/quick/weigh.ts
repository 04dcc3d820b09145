import { DomainError } from '../../../core/errors.ts';
import { hasRole } from '../../../core/decision/model/guards.ts';
import { quickOf } from '../../../core/decision/quick/quick-of.ts';
import { QUICK_SCALE } from '../../../core/decision/quick/scale.ts';
import { actFromForm } from '../../act-form.ts';
import type { DecisionPage, Form } from '../../page.ts';
import { field, fields } from '../../page.ts';
import { inRows, isBlank, readSlots } from '../../slots.ts';
import { hidden } from '../../words.ts';

const ROWS = 5;

/** What most small purchases are judged by; each can be reworded or left out. */
const USUAL = ['Does it do the job?', 'Can people use it?', 'Help, and leaving', 'Safe, lawful and secure'];

export const weighPage: DecisionPage = {
  slug: 'weigh',
  doors: ['quick'],
  template: 'pages/quick-weigh',
  title: 'Talk it through',
  build: ({ state, viewer }) => {
    const quick = quickOf(state);
    const isNew = quick.criteria.length === 0;
    return {
      mayAct: hasRole(viewer, 'lead') && state.outcome?.status !== 'approved' && quick.options.length > 0,
      hasOptions: quick.options.length > 0,
      scaleItems: [
        { value: '', text: 'Not marked' },
        ...QUICK_SCALE.map(({ score, label }) => ({ value: String(score), text: `${score}: ${label}` })),
      ],
      rows: Array.from({ length: ROWS }, (_unused, row) => {
        const criterion = quick.criteria[row];
        return {
          number: row + 1,
          titleName: `criteria/${row}/title`,
          reasonName: `criteria/${row}/reason`,
          title: criterion?.title ?? (isNew ? (USUAL[row] ?? '') : ''),
          reason: criterion?.reason ?? '',
          marks: quick.options.map((option) => ({
            name: `criteria/${row}/marks/${option.id}`,
            label: hidden(option.title, option.id),
            value: criterion?.marks?.[option.id] === undefined ? '' : String(criterion.marks[option.id]),
          })),
        };
      }),
    };
  },
  submit: {
    'discuss-criteria': async (form, view, context) => {
      const ids = quickOf(view.state).options.map(({ id }) => id);
      const found = readSlots(ROWS, (row) => criterionOf(form, row, ids));
      if (found.items.length === 0) {
        const message = 'Mark the options on at least one criterion, and say why.';
        throw new DomainError('invalid-input', message, {}, [{ path: '/criteria/0/reason', message }]);
      }
      await inRows('criteria', found.rows, () =>
        actFromForm(view, context, form, 'discuss-criteria', { criteria: found.items }, ''),
      );
      return `/decisions/${view.state.id}/choose`;
    },
  },
};

/** A criterion with its usual title alone was not talked about, so it is left out. */
const criterionOf = (form: Form, row: number, ids: readonly string[]) => {
  const markName = (id: string): string => `criteria/${row}/marks/${id}`;
  if (isBlank(form, [`criteria/${row}/reason`, ...ids.map(markName)])) return undefined;
  const marks = ids.flatMap((id) => {
    const mark = fields(form, markName(id))[0] ?? '';
    return mark === '' ? [] : [[id, Number(mark)] as const];
  });
  return {
    title: field(form, `criteria/${row}/title`),
    reason: field(form, `criteria/${row}/reason`),
    marks: Object.fromEntries(marks),
  };
};
