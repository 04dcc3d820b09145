import { DomainError } from '../../core/errors.ts';
import type { MappedWorkbook } from '../../core/workbook/map-workbook.ts';
import type { Naming } from '../../core/workbook/naming.ts';
import { cellText } from '../../core/workbook/plain-words.ts';
import { readWorkbook } from '../../usecases/read-workbook.ts';
import { startFromWorkbook } from '../../usecases/start-from-workbook.ts';
import type { KeptWorkbook } from '../../usecases/workbook-draft.ts';
import { loadWorkbook, removeWorkbook, saveWorkbookNaming } from '../../usecases/workbook-draft.ts';
import { requestKeyOf } from '../act-form.ts';
import type { Form, PageContext, PlainPage } from '../page.ts';
import { field } from '../page.ts';
import { buildColumns, namingFromForm, tableShown } from './spreadsheet-columns.ts';
import { openAccount } from './spreadsheet.ts';

export type Read = { readonly kept: KeptWorkbook; readonly mapped: MappedWorkbook };

/** The workbook of the address, read as its owner named it. */
export const loadRead = async (context: PageContext): Promise<Read> => {
  const kept = await loadKept(context);
  return { kept, mapped: readWorkbook(kept, kept.said) };
};

const loadKept = (context: PageContext): Promise<KeptWorkbook> =>
  loadWorkbook(context.services, openAccount(context), String(context.request.params['workbook']));

/** Columns named once, and a preview of what was understood, with every bad cell. */
export const spreadsheetNamingPage: PlainPage = {
  path: '/spreadsheet/:workbook',
  template: 'pages/spreadsheet-naming',
  title: 'What your spreadsheet says',
  signedIn: true,
  build: async (context) => {
    const kept = await loadKept(context);
    const { mapped, why } = tryRead(kept);
    return {
      ...{ wide: true, back: { href: '/spreadsheet', text: 'Your spreadsheets' } },
      ...{ fileName: kept.fileName, keptUntil: kept.keptUntil, why },
      ...buildNaming(kept, mapped?.naming ?? null),
      ...(mapped ? buildPreview(mapped) : { summary: '', faults: [], rows: [], notes: [], moreFaults: 0 }),
      resultHref: mapped?.given ? `/spreadsheet/${kept.id}/result` : '',
      ...buildStart(context, mapped, mapped?.given === null),
    };
  },
  submit: async (form, context) => {
    const kept = await loadKept(context);
    const here = `/spreadsheet/${kept.id}`;
    switch (field(form, 'do')) {
      case 'name': {
        const said = namingFromForm(form);
        readWorkbook(kept, said);
        await saveWorkbookNaming(context.services, openAccount(context), kept, said);
        return here;
      }
      case 'start':
        return startDecisionFrom(form, context, { kept, mapped: readWorkbook(kept, kept.said) });
      case 'delete':
        await removeWorkbook(context.services, openAccount(context), kept.id);
        context.request.session.flash = 'Deleted. Nothing of this spreadsheet is kept.';
        return '/spreadsheet';
      default:
        throw new DomainError('invalid-input', 'The form does not say what to do. Open the page again.');
    }
  },
};

/** What cannot be recognised is no error of the page: the person names the columns. */
const tryRead = (kept: KeptWorkbook): { readonly mapped: MappedWorkbook | null; readonly why: string } => {
  try {
    return { mapped: readWorkbook(kept, kept.said), why: '' };
  } catch (error) {
    if (error instanceof DomainError) return { mapped: null, why: error.detail };
    throw error;
  }
};

const buildNaming = ({ sheets, said }: KeptWorkbook, naming: Naming | null): object => {
  const first = naming?.sheets[0];
  const sheet = first?.sheet ?? sheets.find(({ name }) => name === said.sheet) ?? sheets[0];
  const typed = (said.headingRow ?? 1) - 1;
  const filled = sheet?.rows.findIndex((row) => row.filter((cell) => cellText(cell) !== '').length > 1) ?? 0;
  const headingRow = first?.headingRow ?? (said.headingRow === undefined ? Math.max(0, filled) : typed);
  const owners = [...(first?.columns.values() ?? [])].filter(({ role }) => role === 'mark');
  const named = owners.filter(({ bidder, assessor }) => (bidder === undefined) !== (assessor === undefined));
  const isLayoutOpen = naming === null || named.length > 0;
  return {
    sheetItems: sheets.map(({ name }) => ({ value: name, text: name })),
    severalSheets: sheets.length > 1,
    sheetName: sheet?.name ?? '',
    headingRow: headingRow + 1,
    shown: tableShown(sheet?.name ?? '', headingRow + 1),
    sheetsAre: naming?.sheetIs ? `${naming.sheetIs}s` : 'neither',
    columns: sheet ? buildColumns(sheet, headingRow, naming) : [],
    isLayoutOpen,
    marksAre: named.some(({ assessor }) => assessor !== undefined) ? 'assessors' : 'bidders',
    lowest: said.lowest ?? '',
    highest: said.highest ?? '',
    weightsAreShares: said.weightsAreShares ?? false,
    heldTitle: said.title ?? '',
  };
};

const buildPreview = ({ understood, faults, moreFaults }: MappedWorkbook): object => ({
  summary: understood.summary,
  notes: understood.notes,
  faults: faults.map(({ sheet, row, column, cell, message }) => ({
    place: `${sheet}: row ${row}, column ${column} (${cell})`,
    message,
  })),
  moreFaults,
  rows: understood.rows.map(({ cell, criterion, bidder, assessor, mark, reason }) => [
    ...[
      cell,
      criterion,
      bidder,
      assessor === '' ? 'Agreed' : assessor,
      { text: mark, format: 'numeric' },
      reason,
    ],
  ]),
});

/** What the form that starts a decision needs; only somebody with the lead role may start one. */
export const buildStart = (
  { account }: PageContext,
  mapped: MappedWorkbook | null,
  isHere: boolean,
): object => {
  const has =
    mapped !== null && mapped.faults.length === 0 && (mapped.rubric !== null || mapped.bidders.length > 0);
  return {
    mayStart: has && isHere && (account?.roles.includes('lead') ?? false),
    mustAsk: has && isHere && !account?.roles.includes('lead'),
    startTitle: mapped?.rubric?.title ?? '',
    questions: mapped?.understood.counts.criteria ?? 0,
    bidders: mapped?.bidders.length ?? 0,
  };
};

export const startDecisionFrom = async (
  form: Form,
  context: PageContext,
  { kept, mapped }: Read,
): Promise<string> => {
  const decision = await startFromWorkbook(context.services, openAccount(context), mapped, kept.fileName, {
    title: field(form, 'title'),
    purpose: field(form, 'purpose') as 'award' | 'appraisal',
    leadJob: field(form, 'leadJob'),
    requestKey: requestKeyOf(form, context),
  });
  context.request.session.flash =
    'Started. The questions and the bidders of your spreadsheet wait on the pages for the rubric and the options.';
  return `/decisions/${decision}`;
};
