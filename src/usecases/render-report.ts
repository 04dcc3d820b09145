import { DomainError } from '../core/errors.ts';
import { EDITIONS } from '../core/decision/editions.ts';
import type { Edition } from '../core/decision/editions.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import { findErased } from '../ledger/erasure.ts';
import { renderExport } from '../ledger/export.ts';
import { formatVerifyCode } from '../ledger/verify-code.ts';
import { marginCss, renderDocument } from '../report/document.ts';
import type { LedgerFacts, ReportInput } from '../report/input.ts';
import { buildReport } from '../report/outline.ts';
import type { Report } from '../report/outline.ts';
import { findResult } from './decision-result.ts';
import type { FoundResult } from './decision-result.ts';
import type { PdfPrinter, Simulator, TemplateRenderer } from './ports.ts';
import type { Recorded } from './read-decision.ts';
import { viewOfEdition } from './read-decision.ts';

/** What turns a report's data into HTML. */
export type ReportPorts = {
  readonly templates: TemplateRenderer;
  readonly simulate: Simulator;
  readonly qrSvg: (text: string, label: string) => string;
  readonly baseUrl: string;
  /** Only an address that others can reach is printed; otherwise the code stands alone. */
  readonly reachable: boolean;
};

export type ReportPdfPorts = ReportPorts & {
  readonly pdf: PdfPrinter;
  readonly fontCss: string;
  readonly reportCss: string;
};

/** decision-1a2b3c4d-internal.pdf, and .json for the entries inside it. */
export const reportFileName = (decision: string, edition: Edition, extension: 'pdf' | 'json'): string =>
  `decision-${decision.slice(0, 8)}-${edition}.${extension}`;

/** The edition that a file of ours says it is by its name; undefined for a file of another name. */
export const editionOfFileName = (decision: string, fileName: string): Edition | undefined =>
  EDITIONS.find((edition) => reportFileName(decision, edition, 'json') === fileName);

/** The body of the HTML twin: the same report as the PDF, for the page template to put into the site's frame. */
export const renderReportHtml = async (
  ports: ReportPorts,
  view: Recorded,
  edition: Edition,
): Promise<string> =>
  ports.templates.render(
    'report/body',
    await buildDecisionReport(ports, viewOfEdition(view, edition), edition),
  );

/**
 * The PDF of one edition, with the entries of that edition inside it. A function of the ledger's prefix, the reader and
 * the browser's version: its date is the last entry's, and rendering appends nothing.
 */
export const renderReportPdf = async (
  ports: ReportPdfPorts,
  view: Recorded,
  edition: Edition,
): Promise<Uint8Array> => {
  const edited = viewOfEdition(view, edition);
  const report = await buildDecisionReport(ports, edited, edition);
  const decision = edited.state.id;
  const html = renderDocument({
    title: report.title,
    css: [
      ports.fontCss,
      ports.reportCss,
      marginCss(report.marks, `Decision ${decision.slice(0, 8)}, ${edition} edition`),
    ],
    body: ports.templates.render('report/body', report),
  });
  return ports.pdf.print({
    html,
    title: report.title,
    language: 'en-GB',
    datedIso: lastEntry(edited.entries).entry.at,
    attachment: {
      fileName: reportFileName(decision, edition, 'json'),
      mediaType: 'application/json',
      description: `The ledger of this decision as the ${edition} edition carries it`,
      bytes: new TextEncoder().encode(renderExport(edited.entries)),
    },
    checkAt: ports.reachable ? ports.baseUrl : null,
  });
};

const buildDecisionReport = async (
  ports: ReportPorts,
  edited: Recorded,
  edition: Edition,
): Promise<Report> => {
  const hidden = whyHidden(edited.state, edition);
  const found =
    hidden === null ? await findResult(ports.simulate, edited.state) : { result: null, reason: hidden };
  return buildReport(buildReportInput(ports, edited, edition, found));
};

/** `edited` holds nothing but what the edition carries and the reader may see. */
export const buildReportInput = (
  ports: Pick<ReportPorts, 'qrSvg' | 'baseUrl' | 'reachable'>,
  edited: Recorded,
  edition: Edition,
  { result, reason }: FoundResult,
): ReportInput => {
  return {
    state: edited.state,
    edition,
    result,
    noResult: reason,
    ledger: describeLedger(ports, edited, reportFileName(edited.state.id, edition, 'json')),
    asOf: null,
  };
};

/** A ranking from some of the marks would be a wrong one, so it takes every mark and price that is on record. */
export const whyHidden = (state: DecisionState, edition: Edition): string | null => {
  if (edition === 'shareable') return 'Scores and prices are withheld in this edition.';
  return holdsEverything(state)
    ? null
    : 'There is no ranking here: some marks or prices are not yet visible to you.';
};

const holdsEverything = (state: DecisionState): boolean => {
  const marks = Object.values(state.marks).flatMap((options) =>
    Object.values(options).flatMap((one) => Object.values(one)),
  );
  const agreed = Object.values(state.consensus).flatMap((options) => Object.values(options));
  const costs = Object.values(state.costs);
  return [...marks, ...agreed].every((one) => one.score !== null) && costs.every((one) => one.lines !== null);
};

export const lastEntry = (entries: readonly StoredEntry[]): StoredEntry => {
  const last = entries.at(-1);
  if (!last) throw new DomainError('not-found', 'This decision has no entries yet.');
  return last;
};

export const describeLedger = (
  ports: Pick<ReportPorts, 'qrSvg' | 'baseUrl' | 'reachable'>,
  edited: Recorded,
  attachment: string,
): LedgerFacts => {
  const { entry, hash } = lastEntry(edited.entries);
  const verifyCode = formatVerifyCode(entry.seq, hash);
  const verifyUrl = ports.reachable ? `${ports.baseUrl}/verify?code=${verifyCode}` : null;
  const erased = new Set(findErased(edited.entries).keys());
  const absent = edited.entries.flatMap(({ entry: one, openings }) =>
    one.sections.filter(({ name }) => !Object.hasOwn(openings, name) && !erased.has(`${one.seq}/${name}`)),
  );
  return {
    seq: entry.seq,
    hash,
    verifyCode,
    verifyUrl,
    qrDrawing: ports.qrSvg(verifyUrl ?? verifyCode, `QR code of the verify code ${verifyCode}`),
    attachment,
    erased,
    withheldParts: absent.filter(({ type }) => type !== 'receipt').length,
    receiptParts: absent.filter(({ type }) => type === 'receipt').length,
  };
};
