import { compare } from '../exact/rational.ts';
import type { Criterion, GateCriterion, NumericScale, Rubric, ScoredCriterion } from '../rubric/rubric.ts';
import { criterionKey, sameName } from './collect-marks.ts';
import { exactOf, placesOf } from './exact-cell.ts';
import type { DataRow } from './list-rows.ts';
import { columnOf } from './list-rows.ts';
import { cellText, freeId, idsFor, slugOf } from './plain-words.ts';
import type { Ends } from './read-scale.ts';

/** A mark as a plain decimal, on the criterion of its row. */
type MarkOn = { readonly data: DataRow; readonly number: string };

export type CriterionDraft = {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly question: string;
  readonly weightBp: number;
  readonly scale: NumericScale;
};

const LONGEST_TITLE = 160;

/** The criteria of the rows, in the order in which they first appear. */
export const draftCriteria = (
  rows: readonly DataRow[],
  marks: readonly MarkOn[],
  weightBp: ReadonlyMap<string, number>,
  scaleOf: (data: DataRow) => Ends,
): readonly CriterionDraft[] => {
  const first = new Map<string, DataRow>();
  for (const data of rows) if (!first.has(criterionKey(data))) first.set(criterionKey(data), data);
  const list = [...first];
  const places = placesByScale(marks, scaleOf);
  const ids = idsFor(
    list.map(([, { criterion }]) => criterion),
    'question',
  );
  return list.map(([key, data], index) => ({
    key,
    id: ids[index] ?? '',
    title: titleOf(data.criterion),
    group: data.group,
    question: questionOf(data),
    weightBp: weightBp.get(key) ?? 0,
    scale: numericScale(scaleOf(data), places.get(endsKey(scaleOf(data))) ?? 0),
  }));
};

const titleOf = (text: string): string =>
  text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 3)}...`;

const questionOf = (data: DataRow): string => {
  const column = columnOf(data.named, 'guidance');
  const guidance = column === undefined ? '' : cellText(data.named.sheet.rows[data.row]?.[column]);
  const whole = data.criterion.length > LONGEST_TITLE ? data.criterion : '';
  return [whole, guidance].filter(Boolean).join(' ');
};

/** A mark and its scale have 15 digits in all, as in a spreadsheet. */
const MOST_DIGITS = 15;

export const mostPlaces = ({ highest, lowest }: Ends): number => {
  const digits = Math.max(
    ...[lowest, highest].map((end) => end.replace(/^-/, '').split('.')[0]?.length ?? 1),
  );
  const isRound = /^10*$/.test(highest);
  return MOST_DIGITS - digits + (isRound ? 1 : 0);
};

const endsKey = ({ lowest, highest }: Ends): string => `${lowest} ${highest}`;

/** How many decimals the finest mark on each scale has. */
const placesByScale = (
  marks: readonly MarkOn[],
  scaleOf: (data: DataRow) => Ends,
): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const { number, data } of marks) {
    const key = endsKey(scaleOf(data));
    places.set(key, Math.max(places.get(key) ?? 0, placesOf(number)));
  }
  return places;
};

const numericScale = (ends: Ends, places: number): NumericScale => ({
  lowest: Number(ends.lowest),
  highest: Number(ends.highest),
  decimals: Math.min(mostPlaces(ends), Math.max(places, placesOf(ends.lowest), placesOf(ends.highest))),
});

const ALL_BP = 10000;

/**
 * The criteria as a rubric, in groups where the weights allow it: a criterion's share of its group must be a whole number
 * of basis points, or the weights would no longer be the sheet's own. Then the groups are left out, and that is said.
 */
export const buildRubric = (
  drafts: readonly CriterionDraft[],
  title: string,
  gates: readonly GateCriterion[] = [],
): { readonly rubric: Rubric; readonly groups: number; readonly said: readonly string[] } => {
  const scale = commonest(drafts.map((draft) => draft.scale));
  const criteria = drafts.map((draft) => ({
    ...scored(draft, draft.weightBp, scale),
    ...(draft.group === '' ? {} : { note: `Section: ${draft.group}` }),
  }));
  const taken = new Set([...drafts, ...gates].map(({ id }) => id));
  const grouped = groupAll(drafts, scale, taken);
  const names = new Set(drafts.flatMap(({ group }) => (group === '' ? [] : [sameName(group)])));
  return {
    rubric: {
      format: 'counterweight-rubric/1',
      id: slugOf(title) || 'spreadsheet',
      version: 1,
      title,
      scale,
      criteria: [...(grouped ?? criteria), ...gates],
    },
    groups: names.size,
    said:
      grouped || names.size === 0
        ? []
        : [
            'The sections are not kept as groups: within them the weights cannot be written as whole hundredths of a per cent. No weight changes by that, and each question keeps the name of its section as a note.',
          ],
  };
};

const scored = (draft: CriterionDraft, weightBp: number, common: NumericScale): ScoredCriterion => ({
  id: draft.id,
  title: draft.title,
  kind: 'scored',
  weightBp,
  ...(draft.question === '' ? {} : { question: draft.question }),
  ...(sameScale(draft.scale, common) ? {} : { levels: draft.scale }),
});

const sameScale = (a: NumericScale, b: NumericScale): boolean =>
  a.lowest === b.lowest && a.highest === b.highest && a.decimals === b.decimals;

const commonest = (scales: readonly NumericScale[]): NumericScale => {
  const count = (scale: NumericScale): number => scales.filter((other) => sameScale(scale, other)).length;
  const [first] = scales;
  if (!first) return { lowest: 0, highest: 5, decimals: 0 };
  return scales.reduce((best, next) => (count(next) > count(best) ? next : best), first);
};

/** Null when there are no groups or a share of one would not be whole. */
const groupAll = (
  drafts: readonly CriterionDraft[],
  scale: NumericScale,
  taken: Set<string>,
): readonly Criterion[] | null => {
  const names = [...new Set(drafts.map(({ group }) => sameName(group)))];
  if (names.every((name) => name === '')) return null;
  const parts = names.map((name) => drafts.filter(({ group }) => sameName(group) === name));
  const criteria = parts.map((children): readonly Criterion[] | null => {
    const [first] = children;
    if (!first || first.group === '') return children.map((draft) => scored(draft, draft.weightBp, scale));
    const weightBp = children.reduce((sum, draft) => sum + draft.weightBp, 0);
    const shares = children.map((draft) => (draft.weightBp * ALL_BP) / weightBp);
    if (weightBp === 0 || !shares.every(Number.isSafeInteger)) return null;
    const free = freeId(slugOf(first.group) || `section-${names.indexOf(sameName(first.group)) + 1}`, taken);
    return [
      {
        id: free,
        title: titleOf(first.group),
        kind: 'group',
        weightBp,
        children: children.map((draft, index) => scored(draft, shares[index] ?? 0, scale)),
      },
    ];
  });
  return criteria.every((part) => part !== null) ? criteria.flatMap((part) => part ?? []) : null;
};

/** Whether a mark lies on its scale. */
export const isOn = ({ lowest, highest }: Ends, mark: string): boolean =>
  compare(exactOf(mark), exactOf(lowest)) >= 0 && compare(exactOf(mark), exactOf(highest)) <= 0;
