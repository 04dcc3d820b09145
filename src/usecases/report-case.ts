import { evaluateCase } from '../core/scoring/evaluate.ts';
import { stateOfCase } from '../report/case-state.ts';
import { marginCss, renderDocument } from '../report/document.ts';
import { buildReport } from '../report/outline.ts';
import type { LoadedCase } from './evaluate-case.ts';
import type { PdfPrinter, TemplateRenderer } from './ports.ts';

export type GivenCase = LoadedCase;

export type CaseReportPorts = {
  readonly templates: TemplateRenderer;
  readonly pdf: PdfPrinter;
  readonly fontCss: string;
  readonly reportCss: string;
};

export type CaseReport = { readonly html: string; readonly pdf: Uint8Array };

/**
 * The justification of a case file: the report's sections that need no ledger, and the case inside the PDF. A function
 * of the case and the browser's version; a day is printed only where the case says one.
 */
export const reportCase = async (
  ports: CaseReportPorts,
  loaded: Pick<LoadedCase, 'given' | 'bytes'>,
): Promise<CaseReport> => {
  const { given } = loaded;
  const report = buildReport({
    state: stateOfCase(given),
    edition: 'internal',
    result: evaluateCase(given, { partial: false }),
    noResult: '',
    ledger: null,
    asOf: given.asOf ?? null,
  });
  const html = renderDocument({
    title: report.title,
    css: [ports.fontCss, ports.reportCss, marginCss(report.marks, 'Case report, no ledger')],
    body: ports.templates.render('report/body', report),
  });
  const pdf = await ports.pdf.print({
    html,
    title: report.title,
    language: 'en-GB',
    datedIso: given.asOf === undefined ? null : `${given.asOf}T00:00:00.000Z`,
    attachment: {
      fileName: 'case.json',
      mediaType: 'application/json',
      description: 'The case file that this report was made from',
      bytes: attachedBytes(loaded),
    },
  });
  return { html, pdf };
};

/**
 * The case as it was given, so that the report can be recomputed from itself. A rubric named by a path would be left
 * behind on this computer: then the case is carried with its rubric inside.
 */
const attachedBytes = ({ given, bytes }: Pick<LoadedCase, 'given' | 'bytes'>): Uint8Array => {
  const { rubric } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly rubric: unknown };
  const isPath = typeof rubric === 'string' && (rubric.endsWith('.json') || rubric.includes('/'));
  return isPath ? new TextEncoder().encode(`${JSON.stringify(given, null, 2)}\n`) : bytes;
};
