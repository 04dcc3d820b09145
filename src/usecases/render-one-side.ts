import { DomainError } from '../core/errors.ts';
import { EDITIONS } from '../core/decision/editions.ts';
import type { Edition } from '../core/decision/editions.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { renderExport } from '../ledger/export.ts';
import { marginCss, renderDocument } from '../report/document.ts';
import { buildCarryOver } from '../report/one-side/carry-over.ts';
import { buildIdeaSheet } from '../report/one-side/idea-sheet.ts';
import type { OneSide, OneSideInput } from '../report/one-side/one-side.ts';
import { buildQuickSheet } from '../report/one-side/quick-sheet.ts';
import { buildWaiver } from '../report/one-side/waiver.ts';
import { viewOfEdition } from './read-decision.ts';
import type { Recorded } from './read-decision.ts';
import { describeLedger, lastEntry } from './render-report.ts';
import type { ReportPdfPorts, ReportPorts } from './render-report.ts';

/** Narrower margins than a report has. */
const PAPER = '@page{margin:14mm 14mm 16mm}';

/** The documents of one side, each by the word that its files start with. A new one is its file and a line here. */
const SHEETS = {
  quick: {
    build: buildQuickSheet,
    isThere: ({ quick, need }: DecisionState) => quick !== undefined || need !== undefined,
  },
  waiver: {
    build: buildWaiver,
    isThere: ({ quick }: DecisionState) => (quick?.singleQuoteReason ?? null) !== null,
  },
  'carry-over': { build: buildCarryOver, isThere: ({ quick }: DecisionState) => quick?.later !== undefined },
  idea: { build: buildIdeaSheet, isThere: ({ idea }: DecisionState) => idea !== undefined },
} as const satisfies Record<
  string,
  { build: (input: OneSideInput) => OneSide; isThere: (state: DecisionState) => boolean }
>;

export type SheetName = keyof typeof SHEETS;
export const SHEET_NAMES = Object.keys(SHEETS) as readonly SheetName[];

/** Those for which the record holds what they print. */
export const sheetsOf = (state: DecisionState): readonly SheetName[] =>
  SHEET_NAMES.filter((name) => SHEETS[name].isThere(state));

/** quick-1a2b3c4d-internal.pdf, and .json for the entries inside it. */
export const sheetFileName = (
  name: SheetName,
  decision: string,
  edition: Edition,
  extension: 'pdf' | 'json',
): string => `${name}-${decision.slice(0, 8)}-${edition}.${extension}`;

/** The sheet and edition that a file of ours says it is by its name. */
export const sheetOfFileName = (
  decision: string,
  fileName: string,
): { readonly name: SheetName; readonly edition: Edition } | undefined =>
  SHEET_NAMES.flatMap((name) => EDITIONS.map((edition) => ({ name, edition }))).find(
    (one) => sheetFileName(one.name, decision, one.edition, 'json') === fileName,
  );

/** The sheet as HTML to put into a page: the same words as the PDF. */
export const renderSheetHtml = (
  ports: ReportPorts,
  view: Recorded,
  name: SheetName,
  edition: Edition,
): string =>
  ports.templates.render('report/one-side', buildSheet(ports, viewOfEdition(view, edition), name, edition));

/** One side of paper with the entries inside it; a function of the record, the reader and the browser's version. */
export const renderSheetPdf = async (
  ports: ReportPdfPorts,
  view: Recorded,
  name: SheetName,
  edition: Edition,
): Promise<Uint8Array> => {
  const edited = viewOfEdition(view, edition);
  const sheet = buildSheet(ports, edited, name, edition);
  const decision = edited.state.id;
  const html = renderDocument({
    title: sheet.title,
    css: [
      ports.fontCss,
      ports.reportCss,
      PAPER,
      marginCss(sheet.marks, `Record ${decision.slice(0, 8)}, ${edition} edition`),
    ],
    body: ports.templates.render('report/one-side', sheet),
  });
  return ports.pdf.print({
    html,
    title: sheet.title,
    language: 'en-GB',
    oneSide: true,
    datedIso: lastEntry(edited.entries).entry.at,
    attachment: {
      fileName: sheetFileName(name, decision, edition, 'json'),
      mediaType: 'application/json',
      description: `The ledger of this record as the ${edition} edition carries it`,
      bytes: new TextEncoder().encode(renderExport(edited.entries)),
    },
    checkAt: ports.reachable ? ports.baseUrl : null,
  });
};

const buildSheet = (
  ports: Pick<ReportPorts, 'qrSvg' | 'baseUrl' | 'reachable'>,
  edited: Recorded,
  name: SheetName,
  edition: Edition,
): OneSide => {
  if (!SHEETS[name].isThere(edited.state))
    throw new DomainError('not-found', 'The record does not hold what this sheet prints.', { sheet: name });
  const { state } = edited;
  const ledger = describeLedger(ports, edited, sheetFileName(name, state.id, edition, 'json'));
  return SHEETS[name].build({ state, edition, result: null, noResult: '', ledger, asOf: null });
};
