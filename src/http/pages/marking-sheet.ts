import { DomainError } from '../../core/errors.ts';
import { assertMayMark, criteriaNotSealed } from '../../usecases/criteria-to-mark.ts';
import {
  forgetMarkingSheet,
  keepMarkingSheet,
  previewMarkingSheet,
  useMarkingSheet,
} from '../../usecases/use-marking-sheet.ts';
import type { SheetChange, SheetPreview } from '../../usecases/use-marking-sheet.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import type { DecisionPage } from '../page.ts';
import { uploadedFile } from '../upload.ts';

/** Mark in a spreadsheet: download, fill in, send back, look at what would change, put it into the drafts. */
export const markingSheetPage: DecisionPage = {
  slug: 'marking-sheet',
  template: 'pages/marking-sheet',
  title: 'Mark in a spreadsheet',
  build: async (view, { services }) => {
    const why = whyNot(view);
    const preview = why === '' ? await previewMarkingSheet(services, view) : undefined;
    return {
      why,
      crumbs: [
        { text: view.state.title ?? 'Decision', href: `/decisions/${view.state.id}` },
        { text: 'Your marks', href: `/decisions/${view.state.id}/marks` },
      ],
      base: `/decisions/${view.state.id}`,
      questions: criteriaNotSealed(view).length,
      preview: preview && previewModel(preview),
    };
  },
  submit: {
    read: async (_form, view, context) => {
      await forgetMarkingSheet(context.services, view);
      const { name, bytes } = uploadedFile(context);
      try {
        await keepMarkingSheet(
          context.services,
          view,
          await context.services.spreadsheets.reader.load(bytes, name),
          name,
        );
      } catch (error) {
        throw atTheFile(error);
      }
    },
    use: async (_form, view, context) => {
      const changed = await useMarkingSheet(context.services, view);
      context.request.session.flash = `${changed} ${changed === 1 ? 'mark is' : 'marks are'} in your drafts. Nothing is sealed: look at each criterion, then seal it.`;
      return `/decisions/${view.state.id}/marks`;
    },
    forget: async (_form, view, context) => {
      await forgetMarkingSheet(context.services, view);
      context.request.session.flash = 'The file is gone. Your drafts are as they were.';
    },
  },
};

/** In a sentence why this person marks nothing here now; '' when they may. */
const whyNot = (view: DecisionView): string => {
  try {
    assertMayMark(view);
    return '';
  } catch (error) {
    if (error instanceof DomainError) return error.detail;
    throw error;
  }
};

/** Every fault of a file is put right in the file, so each one leads to the field that takes it. */
const atTheFile = (error: unknown): unknown => {
  if (!(error instanceof DomainError) || (error.code !== 'invalid-input' && error.code !== 'too-large'))
    return error;
  const found = error.faults.map(({ message }) => message);
  // The last one stands beside the field: the whole when there are several.
  const messages = found.length === 1 ? found : [...found, error.detail];
  return new DomainError(
    error.code,
    error.detail,
    error.evidence,
    messages.map((message) => ({ path: '/file', message })),
  );
};

const previewModel = ({ fileName, changes, unchanged, sealedRows }: SheetPreview) => ({
  fileName,
  count: changes.length,
  unchanged,
  sealedRows,
  rows: changes.map((change) => [
    change.question,
    change.offered,
    { text: changeWords(change.before.score, change.score) },
    { text: reasonWords(change) },
  ]),
});

const changeWords = (before: string, now: string | undefined): string =>
  now === undefined
    ? before === ''
      ? 'No mark yet'
      : `${before}, as it is`
    : before === ''
      ? now
      : `${before} becomes ${now}`;

const reasonWords = ({ before, reason }: SheetChange): string =>
  reason ?? (before.reason === '' ? 'No reason yet' : 'As it is');
