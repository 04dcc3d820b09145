import { liveOptions } from '../core/decision/model/guards.ts';
import type { ScoredCriterion } from '../core/rubric/rubric.ts';
import { describeScale, isAnchored, scaleOf } from '../core/rubric/scale.ts';
import type { Cell } from '../core/workbook/sheet.ts';
import { assertMayMark, criteriaNotSealed } from './criteria-to-mark.ts';
import { loadDraft } from './mark-drafts.ts';
import type { DraftMark } from './mark-drafts.ts';
import type { Clock, SheetDraft, Store } from './ports.ts';
import type { DecisionView } from './read-decision.ts';

/** The headings by which a marking sheet is known when it comes back; people may move the columns. */
export const SHEET_HEADINGS = {
  question: 'Question id',
  option: 'Option id',
  mark: 'Mark',
  reason: 'Reason',
} as const;

/** What a cell can hold in spreadsheet programs. */
const LONGEST_CELL = 32_000;

/**
 * The marks that one assessor has still to seal, a row for each option under each question, with their own drafts filled
 * in. It holds what their marks page shows and nothing else: no mark of anybody else, no price, no name of a colleague.
 */
export const buildMarkingSheet = async (
  ports: { readonly store: Store; readonly clock: Clock },
  view: DecisionView,
): Promise<SheetDraft> => {
  assertMayMark(view);
  const { state, viewer } = view;
  const criteria = criteriaNotSealed(view);
  const rows: (readonly Cell[])[] = [];
  for (const criterion of criteria) {
    const drafts = await loadDraft(ports, { decision: state.id, participant: viewer.id }, criterion.id);
    for (const option of liveOptions(state)) {
      const offered = [option.title ?? option.id, option.supplier].filter(Boolean).join(', ');
      rows.push([
        text(criterion.id),
        text(option.id),
        text(criterion.title),
        text(whatToLookFor(view, criterion)),
        text(offered),
        ...draftCells(drafts[option.id]),
      ]);
    }
  }
  const allowed = allowedMarks(view, criteria);
  return {
    name: 'Marks',
    columns: [
      { heading: SHEET_HEADINGS.question, width: 12, hidden: true },
      { heading: SHEET_HEADINGS.option, width: 12, hidden: true },
      { heading: 'Question', width: 30, wrap: true },
      { heading: 'What to look for', width: 50, wrap: true },
      { heading: 'Option', width: 30, wrap: true },
      { heading: SHEET_HEADINGS.mark, width: 8, ...(allowed.length > 0 ? { allowed } : {}) },
      { heading: SHEET_HEADINGS.reason, width: 60, wrap: true },
    ],
    rows,
  };
};

const text = (value: string): Cell =>
  value === '' ? null : { kind: 'text', text: value.slice(0, LONGEST_CELL) };

const draftCells = (draft: DraftMark | undefined): readonly Cell[] => {
  const score = draft?.score ?? '';
  return [
    /^-?\d{1,9}(\.\d{1,6})?$/.test(score) ? { kind: 'number', number: score } : text(score),
    text(draft?.reason ?? ''),
  ];
};

/** The question, then what must be seen for each mark. */
const whatToLookFor = ({ state }: DecisionView, criterion: ScoredCriterion): string => {
  const rubric = state.rubric?.rubric;
  const scale = rubric ? scaleOf(rubric, criterion) : undefined;
  const levels = !scale
    ? []
    : isAnchored(scale)
      ? scale.map(({ score, label, evidence }) => `${score}: ${[label, evidence].filter(Boolean).join('. ')}`)
      : [`A mark from ${describeScale(scale)}.`];
  return [criterion.question, ...levels].filter(Boolean).join('\n');
};

/** Where every question has marks to choose from, all that occur; the reading names a mark that its own question has not. */
const allowedMarks = ({ state }: DecisionView, criteria: readonly ScoredCriterion[]): readonly string[] => {
  const rubric = state.rubric?.rubric;
  const marks = new Set<number>();
  for (const criterion of criteria) {
    const scale = rubric ? scaleOf(rubric, criterion) : undefined;
    if (!scale || !isAnchored(scale)) return [];
    for (const { score } of scale) marks.add(score);
  }
  return [...marks].sort((a, b) => a - b).map(String);
};
