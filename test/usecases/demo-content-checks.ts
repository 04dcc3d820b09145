import type { Criterion, Rubric, ScoredCriterion } from '../../src/core/rubric/rubric.ts';
import type { CostLine } from '../../src/core/scoring/case.ts';
import type { DemoDecision } from '../../src/usecases/demo/content/demo-decision.ts';

/** What the examples are held to, and the plain arithmetic that recomputes their totals without the engine. */
export const flatten = (criteria: readonly Criterion[]): readonly Criterion[] =>
  criteria.flatMap((each) => (each.kind === 'group' ? [each, ...flatten(each.children)] : [each]));
export const scored = (rubric: Rubric): readonly ScoredCriterion[] =>
  flatten(rubric.criteria).filter((each) => each.kind === 'scored');
export const gateIds = (rubric: Rubric): readonly string[] =>
  flatten(rubric.criteria).flatMap((each) => (each.kind === 'gate' ? [each.id] : []));

export type Mark = { assessor: string; option: string; criterion: string; score: number; reason: string };
export const marksOf = (demo: DemoDecision): readonly Mark[] =>
  demo.seals.flatMap(({ assessor, input }) =>
    Object.entries(input.marks).map(([option, { score, reason }]) => ({
      ...{ assessor, option, criterion: input.criterion, score: Number(score), reason },
    })),
  );

export const words = (text: string): readonly string[] => text.split(/\s+/).filter((each) => /\w/.test(each));
const likeness = (one: string, other: string): number => {
  const [a, b] = [one, other].map((text) => new Set(words(text.toLowerCase())));
  return [...(a ?? [])].filter((each) => b?.has(each)).length / Math.max(1, b?.size ?? 0);
};

/** What is wrong with a set of marks: a cell missing or given twice, a score off the scale, a reason short or copied. */
export const markFaults = (
  marks: readonly Mark[],
  rubric: Rubric,
  options: readonly string[],
  assessors: readonly string[],
): readonly string[] => {
  const expected = scored(rubric).flatMap((criterion) =>
    options.flatMap((option) => assessors.map((assessor) => `${criterion.id}/${option}/${assessor}`)),
  );
  const given = marks.map((each) => `${each.criterion}/${each.option}/${each.assessor}`);
  const reasons = marks.map((each) => each.reason);
  const levelsOf = (id: string) => {
    const levels = scored(rubric).find((each) => each.id === id)?.levels ?? [];
    return 'lowest' in levels ? [] : levels;
  };
  return [
    ...expected.filter((cell) => !given.includes(cell)).map((cell) => `${cell} missing`),
    ...given.filter((cell, index) => given.indexOf(cell) !== index || !expected.includes(cell)),
    ...marks.flatMap((each, index) => {
      const at = given[index];
      const levels = levelsOf(each.criterion);
      return [
        ...(levels.some((level) => level.score === each.score) ? [] : [`${at} off the scale`]),
        ...(words(each.reason).length >= 15 ? [] : [`${at} short`]),
        ...(reasons.indexOf(each.reason) === index ? [] : [`${at} copied`]),
        ...(levels.some((level) => likeness(each.reason, level.evidence ?? '') > 0.8)
          ? [`${at} repeats its level`]
          : []),
      ];
    }),
  ];
};

export const presentValue = (costs: readonly CostLine[]): number =>
  costs.reduce((sum, { pence, year }) => sum + pence / 1.035 ** year, 0);

type Weighed = { key: string; costs: readonly CostLine[] };
type Agreed = readonly { criterion: string; option: string; score: number | string }[];

/** Plain arithmetic: mean or agreed score on 0-5 times its weight, and the price on its line. */
export const totals = (
  rubric: Rubric,
  options: readonly Weighed[],
  marks: readonly Mark[],
  agreed: Agreed,
  priceShare?: number,
): Record<string, number> => {
  const group = rubric.criteria.find((each) => each.kind === 'group');
  const price = rubric.criteria.find((each) => each.kind === 'price');
  if (!price) throw new Error('the rubric has no price');
  const share = priceShare ?? price.weightBp / 10000;
  const leaves = group ? 10000 : 10000 - price.weightBp;
  const { floorPence = 0, ceilingPence = 0 } = price;
  const qualityOf = (option: string): number =>
    scored(rubric).reduce((sum, { id, weightBp }) => {
      const cell = marks.filter((each) => each.option === option && each.criterion === id);
      const mean = cell.reduce((total, each) => total + each.score, 0) / cell.length;
      const found = agreed.find((each) => each.option === option && each.criterion === id);
      return sum + (weightBp / leaves) * 20 * (found ? Number(found.score) : mean);
    }, 0);
  const priceOf = (costs: readonly CostLine[]): number =>
    Math.min(100, Math.max(0, (100 * (ceilingPence - presentValue(costs))) / (ceilingPence - floorPence)));
  return Object.fromEntries(
    options.map(({ key, costs }) => [key, (1 - share) * qualityOf(key) + share * priceOf(costs)]),
  );
};

export const assessors = (demo: DemoDecision): readonly string[] =>
  demo.people.filter((each) => each.roles.includes('panel')).map((each) => each.key);

/** Every text in a value, however deep. */
export const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : [];
