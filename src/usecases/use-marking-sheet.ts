import { DomainError } from '../core/errors.ts';
import { liveOptions } from '../core/decision/model/guards.ts';
import type { Sheet } from '../core/workbook/sheet.ts';
import { assertMayMark, criteriaNotSealed } from './criteria-to-mark.ts';
import { loadDraft, saveDraft } from './mark-drafts.ts';
import type { CriterionDraft, DraftMark } from './mark-drafts.ts';
import type { Clock, Store } from './ports.ts';
import { faultSentence, readMarkingSheet } from './read-marking-sheet.ts';
import type { SheetMark } from './read-marking-sheet.ts';
import type { DecisionView } from './read-decision.ts';

type Ports = { readonly store: Store; readonly clock: Clock };

/** A sheet that was read and waits for its owner's word; it is nobody else's business and goes after a day. */
type Waiting = {
  readonly fileName: string;
  readonly marks: readonly SheetMark[];
  readonly sealedRows: number;
};

/** One mark that the sheet would change in the drafts. A part that stays as it is, is undefined. */
export type SheetChange = {
  readonly criterion: string;
  readonly question: string;
  readonly option: string;
  readonly offered: string;
  readonly before: DraftMark;
  readonly score?: string;
  readonly reason?: string;
};

export type SheetPreview = {
  readonly fileName: string;
  readonly changes: readonly SheetChange[];
  readonly unchanged: number;
  readonly sealedRows: number;
};

const HOURS_KEPT = 24;
const MOST_FAULTS = 100;

const keyOf = ({ state, viewer }: DecisionView): string => `marking-sheet/${state.id}/${viewer.id}`;
const authorOf = ({ state, viewer }: DecisionView) => ({ decision: state.id, participant: viewer.id });

/** Reads a sheet and keeps it until its owner says yes or no. With one bad cell nothing is kept, and each one is named. */
export const keepMarkingSheet = async (
  ports: Ports,
  view: DecisionView,
  sheets: readonly Sheet[],
  fileName: string,
): Promise<void> => {
  const { marks, sealedRows, faults } = readMarkingSheet(view, sheets);
  if (faults.length > 0) {
    const more = faults.length - MOST_FAULTS;
    throw new DomainError(
      'invalid-input',
      `Nothing was changed: ${faults.length} ${faults.length === 1 ? 'cell needs' : 'cells need'} putting right. Change them in the file and send it again.`,
      {},
      [
        ...faults.slice(0, MOST_FAULTS).map((fault) => ({
          path: `/rows/${fault.row}/${fault.column}`,
          message: faultSentence(fault),
        })),
        ...(more > 0 ? [{ path: '/rows', message: `And ${more} more like these.` }] : []),
      ],
    );
  }
  const waiting: Waiting = { fileName: fileName.slice(0, 200), marks, sealedRows };
  await ports.store.records.overwrite({
    kind: 'draft',
    id: keyOf(view),
    owner: keyOf(view),
    expiresAt: new Date(Date.parse(ports.clock.nowIso()) + HOURS_KEPT * 3_600_000).toISOString(),
    value: waiting,
  });
};

/** What the waiting sheet would change, worked out anew each time; undefined when none waits. */
export const previewMarkingSheet = async (
  ports: Ports,
  view: DecisionView,
): Promise<SheetPreview | undefined> => {
  const record = await ports.store.records.get('draft', keyOf(view), ports.clock.nowIso());
  if (!record) return undefined;
  const { fileName, marks, sealedRows } = record.value as unknown as Waiting;
  const changes: SheetChange[] = [];
  let [rows, sealed] = [0, sealedRows];
  const open = criteriaNotSealed(view);
  for (const criterion of open) {
    const draft = await loadDraft(ports, authorOf(view), criterion.id);
    for (const option of liveOptions(view.state)) {
      const mark = marks.find((one) => one.criterion === criterion.id && one.option === option.id);
      if (!mark) continue;
      rows += 1;
      const before = draft[option.id] ?? { score: '', reason: '' };
      const change = differenceOf(mark, before);
      if (!change) continue;
      const [question, offered] = [criterion.title, option.title ?? option.id];
      changes.push({ criterion: criterion.id, question, option: option.id, offered, before, ...change });
    }
  }
  sealed += marks.filter(({ criterion }) => !open.some(({ id }) => id === criterion)).length;
  return { fileName, changes, unchanged: rows - changes.length, sealedRows: sealed };
};

/** An empty cell leaves the draft as it is: a sheet that was downloaded in the morning takes away nothing typed since. */
const differenceOf = (
  mark: SheetMark,
  before: DraftMark,
): { score?: string; reason?: string } | undefined => {
  const isNewScore =
    mark.score !== '' && (before.score === '' || Number(mark.score) !== Number(before.score));
  const isNewReason = mark.reason !== '' && mark.reason !== before.reason;
  if (!isNewScore && !isNewReason) return undefined;
  return { ...(isNewScore ? { score: mark.score } : {}), ...(isNewReason ? { reason: mark.reason } : {}) };
};

/** Puts what waits into the drafts and nowhere else: sealing stays an act of its own. Gives how many marks changed. */
export const useMarkingSheet = async (ports: Ports, view: DecisionView): Promise<number> => {
  assertMayMark(view);
  const preview = await previewMarkingSheet(ports, view);
  if (!preview) throw new DomainError('not-found', 'There is no sheet waiting. Send the file again.');
  const byCriterion = new Map<string, CriterionDraft>();
  for (const { criterion, option, before, score, reason } of preview.changes) {
    const draft = byCriterion.get(criterion) ?? (await loadDraft(ports, authorOf(view), criterion));
    const mark = { score: score ?? before.score, reason: reason ?? before.reason };
    byCriterion.set(criterion, { ...draft, [option]: mark });
  }
  for (const [criterion, draft] of byCriterion) await saveDraft(ports, authorOf(view), criterion, draft);
  await forgetMarkingSheet(ports, view);
  return preview.changes.length;
};

export const forgetMarkingSheet = async (ports: Ports, view: DecisionView): Promise<void> => {
  await ports.store.records.remove('draft', keyOf(view));
};
