import type { Case } from '../core/scoring/case.ts';
import { evaluateCase } from '../core/scoring/evaluate.ts';
import { stateOfCase } from '../report/case-state.ts';
import { marginCss, renderDocument } from '../report/document.ts';
import { buildReport } from '../report/outline.ts';
import type { PdfPrinter, TemplateRenderer } from './ports.ts';

/** A case file that was read and checked, and the very bytes it was read from. */
export type GivenCase = { readonly given: Case; readonly bytes: Uint8Array };

export type CaseReportPorts = {
  readonly templates: TemplateRenderer;
  readonly pdf: PdfPrinter;
  readonly fontCss: string;
  readonly reportCss: string;
};

export type CaseReport = { readonly html: string; readonly pdf: Uint8Array };

/**
 * The justification of a case file: the report's sections that need no ledger, and the case inside the PDF as it was
 * given. A function of the case and the browser's version; a day is printed only where the case says one.
 */
export const reportCase = async (
  ports: CaseReportPorts,
  { given, bytes }: GivenCase,
): Promise<CaseReport> => {
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
      description: 'The case file that this report was made from, as it was given',
      bytes,
    },
  });
  return { html, pdf };
};
