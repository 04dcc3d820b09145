import { DomainError } from '../../core/errors.ts';
import { flag, object, text } from '../../core/decision/model/schema.ts';
import { buildAgreedSheet, listAgreedMarks } from '../../usecases/agreed-marks.ts';
import { buildMarkingSheet } from '../../usecases/marking-sheet.ts';
import type { SheetDraft } from '../../usecases/ports.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import {
  forgetMarkingSheet,
  keepMarkingSheet,
  previewMarkingSheet,
  useMarkingSheet,
} from '../../usecases/use-marking-sheet.ts';
import { renderSheet, sheetFileName, XLSX } from '../pages/sheets.ts';
import type { Call, Endpoint } from './endpoint.ts';

const viewOf = (call: Call): Promise<DecisionView> =>
  readDecision(call.services, call.account(), call.params['decision'] ?? '');

const EXTENSIONS = [
  { extension: 'xlsx', mediaType: XLSX },
  { extension: 'csv', mediaType: 'text/csv' },
] as const;

/** A sheet as a file in both formats, under the address of its page twin. */
const sheetEndpoints = (
  name: string,
  summary: string,
  refusals: Endpoint['refusals'],
  build: (call: Call, view: DecisionView) => Promise<SheetDraft> | SheetDraft,
): readonly Endpoint[] =>
  EXTENSIONS.map(({ extension, mediaType }) => ({
    method: 'get',
    path: `/api/decisions/{decision}/${name}.${extension}`,
    summary: `${summary}, as .${extension}`,
    tag: 'Spreadsheets',
    needsToken: true,
    answer: { status: 200, description: 'The sheet', mediaType },
    refusals,
    handle: async (call) => {
      const view = await viewOf(call);
      const sheet = await build(call, view);
      return {
        bytes: await renderSheet(call.services, sheet, extension),
        fileName: sheetFileName(view, name, extension),
      };
    },
  }));

/** JSON takes no bytes; a body holds at most 1 MB. */
const LONGEST_CONTENT = 1_000_000;

type SentSheet = { readonly fileName: string; readonly content: string; readonly use?: boolean };

export const SHEET_ENDPOINTS: readonly Endpoint[] = [
  ...sheetEndpoints(
    'marking-sheet',
    'What you have still to mark, with your drafts, to fill in a spreadsheet',
    ['not-found', 'not-allowed', 'interests-needed', 'too-early', 'too-late'],
    (call, view) => buildMarkingSheet(call.services, view),
  ),
  {
    method: 'post',
    path: '/api/decisions/{decision}/marking-sheet',
    summary:
      'Send a filled marking sheet: what it would change in your drafts, or with `use` change them. Seals nothing',
    tag: 'Spreadsheets',
    needsToken: true,
    body: object(
      {
        fileName: text('Its name, for messages', 200),
        content: text('The bytes of the .xlsx or .csv file in base64', LONGEST_CONTENT),
      },
      { use: flag('True to put the marks into your drafts; else they are only read') },
    ),
    answer: { status: 200, description: 'The changes, a row for each, and how many rows stay as they are' },
    refusals: ['not-found', 'not-allowed', 'interests-needed', 'too-early', 'too-late', 'too-large'],
    handle: async (call) => {
      const { fileName, content, use } = call.body as SentSheet;
      const view = await viewOf(call);
      const sheets = await call.services.spreadsheets.reader.load(bytesOf(content), fileName);
      await keepMarkingSheet(call.services, view, sheets, fileName);
      const preview = await previewMarkingSheet(call.services, view);
      if (use) await useMarkingSheet(call.services, view);
      else await forgetMarkingSheet(call.services, view);
      return { json: { ...preview, used: use === true } };
    },
  },
  ...sheetEndpoints(
    'agreed-marks',
    'One row for each bidder and question: the mark that counts and its reason, for your e-tendering system',
    ['not-found', 'not-allowed', 'too-early', 'incomplete'],
    (_call, view) => buildAgreedSheet(listAgreedMarks(view.state)),
  ),
  {
    method: 'get',
    path: '/api/decisions/{decision}/agreed-marks',
    summary: 'The marks that count once quality is sealed, one for each bidder and question',
    tag: 'Spreadsheets',
    needsToken: true,
    answer: { status: 200, description: 'A list in the order of the options and the rubric' },
    refusals: ['not-found', 'not-allowed', 'too-early', 'incomplete'],
    handle: async (call) => ({ json: { marks: listAgreedMarks((await viewOf(call)).state) } }),
  },
];

const bytesOf = (content: string): Uint8Array => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content)) {
    throw new DomainError('invalid-input', 'The content is not base64.', {}, [
      { path: '/content', message: 'Send the bytes of the file in base64, without line breaks.' },
    ]);
  }
  return Buffer.from(content, 'base64');
};
