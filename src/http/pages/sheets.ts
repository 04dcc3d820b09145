import type { Router } from 'express';
import { DomainError } from '../../core/errors.ts';
import { buildAgreedSheet, listAgreedMarks } from '../../usecases/agreed-marks.ts';
import { buildMarkingSheet } from '../../usecases/marking-sheet.ts';
import type { SheetDraft } from '../../usecases/ports.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import { signedInAccount } from '../page.ts';
import type { Services } from '../services.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The sheets of a decision, one address each: what an assessor fills in, and what the panel agreed. */
export const mountSheets = (router: Router, services: Services): void => {
  router.get('/decisions/:decision/sheets/:file', async (request, response) => {
    const account = await signedInAccount(request, services);
    if (!account) throw new DomainError('sign-in-needed', 'Sign in to download a sheet.');
    const view = await readDecision(services, account, request.params.decision);
    const [, name, extension] = /^(marking-sheet|agreed-marks)\.(xlsx|csv)$/.exec(request.params.file) ?? [];
    if (!name || !extension) {
      throw new DomainError(
        'not-found',
        'The sheets are marking-sheet and agreed-marks, each as .xlsx or .csv.',
      );
    }
    const sheet = await (name === 'marking-sheet'
      ? buildMarkingSheet(services, view)
      : buildAgreedSheet(listAgreedMarks(view.state)));
    response.attachment(sheetFileName(view, name, extension));
    response
      .type(extension === 'csv' ? 'text/csv' : XLSX)
      .send(await renderSheet(services, sheet, extension));
  });
};

export const sheetFileName = (view: DecisionView, name: string, extension: string): string =>
  `decision-${view.state.id.slice(0, 8)}-${name}.${extension}`;

export const renderSheet = async (
  { spreadsheets }: Pick<Services, 'spreadsheets'>,
  sheet: SheetDraft,
  extension: string,
): Promise<Buffer> =>
  Buffer.from(
    extension === 'csv'
      ? spreadsheets.writer.renderCsv(sheet)
      : await spreadsheets.writer.renderWorkbook([sheet]),
  );
