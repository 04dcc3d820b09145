import { hasRole } from '../../../core/decision/model/guards.ts';
import type { QuickOption } from '../../../core/decision/model/quick-state.ts';
import { quickOf } from '../../../core/decision/quick/quick-of.ts';
import type { OptionKind } from '../../../core/scoring/case.ts';
import { actFromForm } from '../../act-form.ts';
import { parsePence, poundsTyped } from '../../form-numbers.ts';
import type { DecisionPage, Form } from '../../page.ts';
import { field, optional } from '../../page.ts';
import { inRows, isBlank, readSlots } from '../../slots.ts';

/** Three quotes, one thing owned or built, and doing nothing: more than one person compares in an afternoon. */
const KINDS: readonly OptionKind[] = ['bid', 'bid', 'bid', 'reuse', 'business-as-usual'];

const HEADINGS: Partial<Record<OptionKind, string>> = {
  reuse: 'Something we own or could share',
  'business-as-usual': 'Doing nothing',
};

export const quotesPage: DecisionPage = {
  slug: 'quotes',
  doors: ['quick'],
  template: 'pages/quick-quotes',
  title: 'Quotes and doing nothing',
  build: ({ state, viewer }) => ({
    mayAct: hasRole(viewer, 'lead') && state.outcome?.status !== 'approved',
    rows: rowsFor(quickOf(state).options),
  }),
  submit: {
    'list-quotes': async (form, view, context) => {
      const found = readSlots(KINDS.length, (row) => quoteOf(form, row));
      await inRows('options', found.rows, () =>
        actFromForm(view, context, form, 'list-quotes', { options: found.items }, ''),
      );
      return `/decisions/${view.state.id}/weigh`;
    },
  },
};

/** Each option in a row of its kind, so that it is found where it was typed. */
const rowsFor = (options: readonly QuickOption[]): readonly object[] => {
  const left = [...options];
  let quotes = 0;
  return KINDS.map((kind, row) => {
    const at = left.findIndex((one) => one.kind === kind);
    const option = at < 0 ? undefined : left.splice(at, 1)[0];
    if (kind === 'bid') quotes += 1;
    const name = (key: string): string => `options/${row}/${key}`;
    const isNothing = kind === 'business-as-usual';
    return {
      heading: HEADINGS[kind] ?? `Quote ${quotes}`,
      isNothing,
      isOptional: kind === 'reuse' || (kind === 'bid' && quotes > 1),
      kind,
      option: option?.id ?? '',
      names: {
        kind: name('kind'),
        option: name('option'),
        title: name('title'),
        supplier: name('supplier'),
        note: name('note'),
        termMonths: name('termMonths'),
        wholeTermPence: name('wholeTermPence'),
        leavingPence: name('leavingPence'),
      },
      title: option?.title ?? (isNothing && options.length === 0 ? 'Doing nothing' : ''),
      supplier: option?.supplier ?? '',
      note: option?.note ?? '',
      termMonths: option?.price?.termMonths ?? '',
      wholeTerm: typed(option?.price?.wholeTermPence),
      leaving: typed(option?.price?.leavingPence),
    };
  });
};

const typed = (pence: number | null | undefined): string =>
  typeof pence === 'number' ? poundsTyped(pence) : '';

const quoteOf = (form: Form, row: number) => {
  const name = (key: string): string => `options/${row}/${key}`;
  const said = (key: string): string => field(form, name(key));
  if (isBlank(form, ['title', 'supplier', 'note', 'termMonths', 'wholeTermPence', 'leavingPence'].map(name)))
    return undefined;
  const kind = KINDS[row] ?? 'bid';
  return {
    kind,
    title: said('title'),
    ...optional('option', said('option')),
    ...optional('supplier', said('supplier')),
    ...optional('note', said('note')),
    ...(said('termMonths') === '' ? {} : { termMonths: Number(said('termMonths')) }),
    ...pence('wholeTermPence', said('wholeTermPence'), name('wholeTermPence')),
    ...pence('leavingPence', said('leavingPence'), name('leavingPence')),
  };
};

const pence = (key: 'wholeTermPence' | 'leavingPence', words: string, name: string) =>
  words === '' ? {} : { [key]: parsePence(words, name) };
