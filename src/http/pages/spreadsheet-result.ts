import { DomainError } from '../../core/errors.ts';
import { evaluateWorkbook } from '../../usecases/read-workbook.ts';
import type { WorkbookResult } from '../../usecases/read-workbook.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';
import { buildStart, loadRead, startDecisionFrom } from './spreadsheet-naming.ts';

/** The first result of a scoring workbook, and what the spreadsheet would have missed. */
export const spreadsheetResultPage: PlainPage = {
  path: '/spreadsheet/:workbook/result',
  template: 'pages/spreadsheet-result',
  title: 'What your spreadsheet gives',
  signedIn: true,
  build: async (context) => {
    const { kept, mapped } = await loadRead(context);
    const found = await evaluateWorkbook(context.services.simulate, mapped);
    return {
      back: { href: `/spreadsheet/${kept.id}`, text: 'How it was read' },
      fileName: kept.fileName,
      files: `/spreadsheet/${kept.id}/files`,
      summary: mapped.understood.summary,
      ...buildResult(found),
      ...buildStart(context, mapped, true),
    };
  },
  submit: async (form, context) => {
    if (field(form, 'do') !== 'start')
      throw new DomainError('invalid-input', 'The form does not say what to do. Open the page again.');
    return startDecisionFrom(form, context, await loadRead(context));
  },
};

const two = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

const buildResult = ({ given, result, howSure, missed }: WorkbookResult): object => {
  const titles = new Map(given.options.map(({ id, title }) => [id, title]));
  const nameOf = (id: string): string => titles.get(id) ?? id;
  const ranked = [...result.options].sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
  return {
    winner: result.winner ? nameOf(result.winner) : '',
    tied: result.tied.map(nameOf).join(', '),
    sure: howSure ?? '',
    isComplete: result.incomplete.length === 0,
    incomplete: result.incomplete.slice(0, 20).map(({ what }) => what),
    moreIncomplete: Math.max(0, result.incomplete.length - 20),
    results: ranked.map((one) => {
      const share = result.robustness?.rankAcceptability?.[one.id]?.[0];
      return {
        place: one.eliminated.length > 0 ? 'Out:' : one.rank === null ? 'Not ranked:' : `${one.rank}.`,
        name: nameOf(one.id),
        hasTotal: one.total !== null,
        total: two(one.total),
        totalValue: one.total ?? 0,
        costPence: one.costPence,
        out: one.eliminated.map(({ detail }) => detail).join(' '),
        firstIn100: share === undefined ? '' : (share * 100).toFixed(0),
      };
    }),
    missed: missed.map(({ sentence }) => sentence),
  };
};
