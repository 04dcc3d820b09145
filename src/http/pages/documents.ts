import type { Router } from 'express';
import { DomainError } from '../../core/errors.ts';
import { EDITIONS } from '../../core/decision/editions.ts';
import type { Edition } from '../../core/decision/editions.ts';
import { exportForReader } from '../../usecases/export-decision.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import { renderSheetPdf, sheetOfFileName } from '../../usecases/render-one-side.ts';
import { renderReportPdf } from '../../usecases/render-report.ts';
import { signedInAccount } from '../page.ts';
import type { Services } from '../services.ts';

/** The files of a decision: one address each for an edition's PDF and export. The page with the same content is report.ts. */
export const mountDocuments = (router: Router, services: Services): void => {
  router.get('/decisions/:decision/files/:file', async (request, response) => {
    const account = await signedInAccount(request, services);
    if (!account) throw new DomainError('sign-in-needed', 'Sign in to download a decision.');
    const view = await readDecision(services, account, request.params.decision);
    const sheet = parseSheetName(view.state.id, request.params.file);
    if (sheet) {
      response.attachment(request.params.file).type('application/pdf');
      response.send(Buffer.from(await renderSheetPdf(services, view, sheet.name, sheet.edition)));
      return;
    }
    const { edition, extension } = parseFileName(request.params.file);
    const name = `decision-${view.state.id.slice(0, 8)}-${edition}.${extension}`;
    response.attachment(name);
    if (extension === 'pdf') {
      response.type('application/pdf').send(Buffer.from(await renderReportPdf(services, view, edition)));
    } else {
      response.type('application/json').send(exportForReader(view, edition));
    }
  });
};

/** quick-1a2b3c4d-internal.pdf, as the page of the record links to it. */
const parseSheetName = (decision: string, file: string) =>
  file.endsWith('.pdf') ? sheetOfFileName(decision, `${file.slice(0, -4)}.json`) : undefined;

export const parseEdition = (text: unknown): Edition => EDITIONS.find((one) => one === text) ?? 'shareable';

const parseFileName = (file: string): { readonly edition: Edition; readonly extension: 'pdf' | 'json' } => {
  const match = /^(shareable|internal)\.(pdf|json)$/.exec(file);
  if (!match)
    throw new DomainError(
      'not-found',
      'The files are shareable.pdf, shareable.json, internal.pdf and internal.json.',
    );
  return { edition: parseEdition(match[1]), extension: match[2] as 'pdf' | 'json' };
};
