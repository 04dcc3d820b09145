import { flag, list, object, oneOf, text } from '../../core/decision/model/schema.ts';
import { ROLES } from '../../core/workbook/role-words.ts';
import {
  caseFileOf,
  caseOfWorkbook,
  evaluateWorkbook,
  faultsOfWorkbook,
  readWorkbook,
} from '../../usecases/read-workbook.ts';
import { reportCase } from '../../usecases/report-case.ts';
import type { MappedWorkbook } from '../../core/workbook/map-workbook.ts';
import { sayNaming } from '../../usecases/workbook-naming.ts';
import type { SaidNaming } from '../../usecases/workbook-naming.ts';
import type { Call, Endpoint } from './endpoint.ts';

/** 5 MB of file in base64. */
const MOST_BASE64 = 7_000_000;

type Body = {
  readonly fileName: string;
  readonly contentBase64: string;
  readonly naming?: Omit<SaidNaming, 'columns'> & {
    readonly columns?: readonly { readonly column: string; readonly role: string }[];
  };
};

const WORKBOOK_BODY = object(
  {
    fileName: text('Its name, such as scores.xlsx; a .csv is named after it', 200),
    contentBase64: {
      type: 'string',
      minLength: 4,
      maxLength: MOST_BASE64,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description: 'The bytes of an .xlsx or .csv file',
    },
  },
  {
    naming: object(
      {},
      {
        sheet: text('The sheet to read', 200),
        headingRow: {
          type: 'integer',
          minimum: 1,
          maximum: 20000,
          description: 'The row that holds the headings',
        },
        sheetsAre: oneOf(
          ['bidders', 'assessors', 'neither'],
          'What each of several sheets laid out alike is',
        ),
        marksAre: oneOf(['bidders', 'assessors'], 'What the columns of marks are named after'),
        columns: list(
          object({
            column: { type: 'string', pattern: '^[A-Z]{1,3}$', description: 'Its letter' },
            role: oneOf([...ROLES, 'none'], 'What it holds; none leaves it out'),
          }),
          1,
          200,
        ),
        lowest: text('The lowest mark, where the file does not say', 20),
        highest: text('The highest mark, where the file does not say', 20),
        weightsAreShares: flag('True to take weights that do not sum to 100 as shares of their sum'),
        title: text('What the case is called', 200),
      },
    ),
  },
);

const mapped = async ({ services, body }: Call): Promise<MappedWorkbook> => {
  const { fileName, contentBase64, naming } = body as Body;
  const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'));
  const sheets = await services.spreadsheets.reader.load(bytes, fileName);
  const columns = naming?.columns?.map(({ column, role }) => [column, role] as const);
  const said = { ...naming, ...(columns ? { columns: Object.fromEntries(columns) } : {}) } as SaidNaming;
  return readWorkbook({ sheets, fileName }, said);
};

/** Spreadsheets are read and answered; nothing of them is kept. What is not named is guessed, as on the page. */
export const WORKBOOK_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/workbooks/read',
    summary:
      'What a spreadsheet holds: what was understood, each bad cell, the case with its result, or the rubric of a questionnaire. Nothing is kept.',
    tag: 'Spreadsheets',
    needsToken: true,
    body: WORKBOOK_BODY,
    answer: {
      status: 200,
      description:
        'understood, naming, bidders, faults; with marks and without faults case, result, howSure and missed; of a questionnaire rubric',
    },
    refusals: [],
    handle: async (call) => {
      const read = await mapped(call);
      const { understood, naming, bidders, given, rubric } = read;
      const found = given ? await evaluateWorkbook(call.services.simulate, read) : null;
      return {
        json: {
          ...{ understood, naming: sayNaming(naming), bidders, faults: faultsOfWorkbook('', read) },
          ...(found
            ? { case: found.given, result: found.result, howSure: found.howSure, missed: found.missed }
            : { rubric }),
        },
      };
    },
  },
  {
    method: 'post',
    path: '/api/workbooks/report.pdf',
    summary: 'The report of a scoring workbook, as `counterweight report` prints it. Nothing is kept.',
    tag: 'Spreadsheets',
    needsToken: true,
    body: WORKBOOK_BODY,
    answer: { status: 200, description: 'A tagged PDF with its case attached', mediaType: 'application/pdf' },
    refusals: ['invalid-case', 'renderer-unavailable', 'renderer-busy'],
    handle: async (call) => {
      const given = caseOfWorkbook(await mapped(call));
      const { pdf } = await reportCase(call.services, { given, bytes: caseFileOf(given) });
      return { bytes: pdf, fileName: 'report.pdf' };
    },
  },
];
