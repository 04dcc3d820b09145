import type { Router } from 'express';
import { DomainError } from '../../core/errors.ts';
import { exampleWorkbook } from '../../usecases/example-workbook.ts';
import { caseFileOf, caseOfWorkbook, readWorkbook } from '../../usecases/read-workbook.ts';
import { reportCase } from '../../usecases/report-case.ts';
import { loadWorkbook } from '../../usecases/workbook-draft.ts';
import { signedInAccount } from '../page.ts';
import type { Services } from '../services.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The files of a spreadsheet that was sent, and an example of one. */
export const mountSpreadsheetFiles = (router: Router, services: Services): void => {
  router.get('/spreadsheet/files/example.xlsx', async (request, response) => {
    if (!(await signedInAccount(request, services))) throw signInFirst();
    response.attachment('scoring-example.xlsx').type(XLSX);
    response.send(Buffer.from(await services.spreadsheets.writer.renderWorkbook(exampleWorkbook)));
  });
  router.get('/spreadsheet/:workbook/files/:file', async (request, response) => {
    const account = await signedInAccount(request, services);
    if (!account) throw signInFirst();
    const { workbook, file } = request.params;
    const kept = await loadWorkbook(services, account, workbook);
    const given = caseOfWorkbook(readWorkbook(kept, kept.said));
    if (file === 'case.json') {
      response
        .attachment(file)
        .type('application/json')
        .send(Buffer.from(caseFileOf(given)));
    } else if (file === 'report.pdf') {
      const { pdf } = await reportCase(services, { given, bytes: caseFileOf(given) });
      response.attachment(file).type('application/pdf').send(Buffer.from(pdf));
    } else {
      throw new DomainError('not-found', 'The files are case.json and report.pdf.');
    }
  });
};

const signInFirst = (): DomainError => new DomainError('sign-in-needed', 'Sign in to download this file.');
