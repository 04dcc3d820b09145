import { DomainError } from '../../core/errors.ts';
import type { Account } from '../../usecases/account.ts';
import { keepWorkbook, listWorkbooks, WORKBOOK_HOURS } from '../../usecases/workbook-draft.ts';
import { createGuard } from '../limits.ts';
import type { PageContext, PlainPage } from '../page.ts';
import { uploadedFile } from '../upload.ts';

const guard = createGuard(60, 15, 'Too many spreadsheets were sent from here.');

export const openAccount = ({ account }: PageContext): Account => {
  if (!account) throw new DomainError('sign-in-needed', 'Sign in first.');
  return account;
};

/** Send a spreadsheet; what is kept, and for how long; those that are kept now. */
export const spreadsheetPage: PlainPage = {
  path: '/spreadsheet',
  template: 'pages/spreadsheet',
  title: 'Start from your spreadsheet',
  signedIn: true,
  build: async (context) => ({
    hours: WORKBOOK_HOURS,
    kept: (await listWorkbooks(context.services, openAccount(context))).map(
      ({ id, fileName, keptUntil }) => ({
        href: `/spreadsheet/${id}`,
        fileName,
        keptUntil,
      }),
    ),
  }),
  submit: async (_form, context) => {
    await guard.count(context.request);
    const { services } = context;
    const ports = { ...services, reader: services.spreadsheets.reader };
    const file = uploadedFile(context);
    try {
      return `/spreadsheet/${await keepWorkbook(ports, openAccount(context), file)}`;
    } catch (error) {
      throw error instanceof DomainError ? onField(error) : error;
    }
  },
};

/** What is wrong with a file is said at the field that it was chosen in. */
const onField = ({ code, detail, evidence }: DomainError): DomainError =>
  new DomainError(code, detail, evidence, [{ path: '/file', message: detail }]);
