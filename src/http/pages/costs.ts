import { DomainError } from '../../core/errors.ts';
import { hasRole, isDecided, liveOptions } from '../../core/decision/model/guards.ts';
import type { CostLine } from '../../core/scoring/case.ts';
import { actFromForm } from '../act-form.ts';
import { parsePence, poundsTyped } from '../form-numbers.ts';
import type { DecisionPage, Form } from '../page.ts';
import { field, fields } from '../page.ts';
import { hidden } from '../words.ts';

/** Empty lines shown besides what is recorded; saving brings more. */
const SPARE_LINES = 6;

/** Lines that are forgotten most often; offered as suggestions, never filled in. */
const USUAL_LINES = [
  'Licence or subscription',
  'Hosting',
  'Integration',
  'Migration',
  'Clinical safety',
  'Information governance',
  'Security',
  'Training and backfill',
  'Change management',
  'Parallel running',
  'Support',
  'Upgrades',
  'Contract management',
  'Leaving: exit and data return',
  'Decommissioning',
];

export const costsPage: DecisionPage = {
  slug: 'costs',
  template: 'pages/costs',
  title: 'Costs',
  build: ({ state, viewer }) => {
    const isCommercial = hasRole(viewer, 'commercial');
    return {
      wide: true,
      mayEnter:
        isCommercial && !state.priceOpenedAt && !isDecided(state) && state.need?.lockedAt !== undefined,
      isOpen: state.priceOpenedAt !== undefined,
      needLocked: state.need?.lockedAt !== undefined,
      usualLines: USUAL_LINES,
      options: liveOptions(state).map((option) => {
        const lines = state.costs[option.id]?.lines ?? null;
        return {
          id: option.id,
          title: hidden(option.title, option.id),
          recorded: state.costs[option.id] !== undefined,
          sealed: state.costs[option.id] !== undefined && lines === null,
          lines: lines ?? [],
          rows: [...(lines ?? []).map(toRow), ...Array.from({ length: SPARE_LINES }, () => EMPTY_ROW)],
        };
      }),
    };
  },
  submit: {
    'record-costs': async (form, view, context) => {
      const input = { option: field(form, 'option'), lines: linesOf(form) };
      await actFromForm(
        view,
        context,
        form,
        'record-costs',
        input,
        'Costs saved and sealed until prices are opened.',
      );
    },
  },
};

const EMPTY_ROW = { line: '', year: '', pounds: '', capital: false, tendered: true };

const toRow = (line: CostLine): typeof EMPTY_ROW => ({
  line: line.line,
  year: String(line.year),
  pounds: poundsTyped(line.pence),
  capital: line.capital ?? false,
  tendered: line.tendered ?? false,
});

/** Rows come as parallel lists; a row without text and amount is left out. Ticks name their row's number. */
const linesOf = (form: Form): readonly CostLine[] => {
  const capital = fields(form, 'capital');
  const tendered = fields(form, 'tendered');
  const years = fields(form, 'year');
  const amounts = fields(form, 'amount');
  const lines = fields(form, 'line').flatMap((text, index): CostLine[] => {
    const line = text.trim();
    const amount = amounts[index]?.trim() ?? '';
    if (line === '' && amount === '') return [];
    const row = `Row ${index + 1}`;
    if (line === '') throw invalid(`${row}: say what is paid for.`);
    const year = years[index]?.trim() ?? '';
    if (!/^\d{1,2}$/.test(year)) throw invalid(`${row}: give the year as a whole number; 0 is the purchase.`);
    return [
      {
        line,
        year: Number(year),
        pence: parsePence(amount, 'lines'),
        capital: capital.includes(String(index)),
        tendered: tendered.includes(String(index)),
      },
    ];
  });
  if (lines.length === 0) throw invalid('Enter at least one cost line. Doing nothing has costs, too.');
  return lines;
};

const invalid = (message: string): DomainError =>
  new DomainError('invalid-input', message, {}, [{ path: '/lines', message }]);
