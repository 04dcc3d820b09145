import { decimalOf, decimalPlaces, roundHalfUp } from '../exact/decimal.ts';
import { add, compare, divide, HUNDRED, multiply, subtract, whole } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import type { Criterion, PriceMethod, Rubric, ScoredCriterion } from '../rubric/rubric.ts';
import { highestScore, lowestScore, scaleOf } from '../rubric/scale.ts';
import { listScored } from '../rubric/walk-rubric.ts';
import type { Case } from '../scoring/case.ts';
import { rankCase } from '../scoring/evaluate.ts';
import { buildReference, priceValue } from '../scoring/price-methods.ts';
import { readHeading } from './read-heading.ts';

/**
 * A price mark that was worked out from the other prices. The question: would somebody else be first if a bid that
 * cannot win had not been made?
 *
 * In words: where every bid has a price and its mark on a price criterion is what one of the usual formulas gives
 * (lowest price over price and its like, see scoring/price-methods.ts), to the digits in which the mark is written, then
 * each losing bid is left out in turn, the price marks of the rest are worked out anew by that formula, and the ranking
 * is run again. A spreadsheet shows only the ranking with all of them.
 * Limits: three bids or more; prices that differ; one bid at a time; marks on the price criterion the same by all.
 * Example: quality and price A (70, 100), B (90, 140), C (20, 60), weights 50:50: with C B is first, without C A is.
 */
export type PriceFormula = { readonly criterion: string; readonly method: PriceMethod };

const RELATIVE: readonly PriceMethod[] = [
  'lowest-over-price',
  'squared-ratio',
  'proportional-excess',
  'min-max',
  'mean-based',
];

export const findPriceFormula = (given: Case): PriceFormula | null => {
  const costs = costsOf(given);
  if (!costs || given.options.length < 3 || costs.every((cost) => compare(cost, costs[0] ?? whole(0)) === 0))
    return null;
  const named = listScored(given.rubric).filter(
    ({ criterion }) => readHeading(criterion.title).role === 'price',
  );
  for (const { criterion } of named) {
    const marks = given.options.map(({ id }) => markOn(given, id, criterion.id));
    const method = RELATIVE.find((one) =>
      marks.every((mark, index) => mark !== null && fits(given.rubric, criterion, one, costs, index, mark)),
    );
    if (method) return { criterion: criterion.id, method };
  }
  return null;
};

/** The losing bids without which another would be first, and who. */
export const bidsThatDecide = (
  given: Case,
  { criterion, method }: PriceFormula,
  winner: string,
): readonly { readonly without: string; readonly first: string }[] =>
  given.options.flatMap(({ id }) => {
    if (id === winner) return [];
    const first = rankCase(withoutBid(given, id, criterion, method)).winner;
    return first === null || first === winner ? [] : [{ without: id, first }];
  });

const costsOf = (given: Case): readonly Rational[] | null => {
  const costs = given.options.map(({ costs: lines }) => lines?.[0]?.pence);
  return costs.every((pence) => pence !== undefined && pence > 0)
    ? costs.map((pence) => whole(pence ?? 0))
    : null;
};

/** The one mark on a cell; null where there is none or several that differ. */
const markOn = (given: Case, option: string, criterion: string): number | null => {
  const here = [...(given.consensus ?? []), ...given.marks].filter(
    (one) => one.option === option && one.criterion === criterion,
  );
  const scores = new Set(here.map(({ score }) => score));
  const [only] = scores;
  return scores.size === 1 && only !== undefined ? only : null;
};

const scoreBy = (
  rubric: Rubric,
  criterion: ScoredCriterion,
  method: PriceMethod,
  costs: readonly Rational[],
  index: number,
): Rational => {
  const scale = scaleOf(rubric, criterion);
  const [low, top] = scale ? [lowestScore(scale), highestScore(scale)].map(decimalOf) : [whole(0), HUNDRED];
  const rule = {
    criterion: criterion.id,
    basis: 'tendered' as const,
    method,
    floorPence: null,
    ceilingPence: null,
  };
  const value = priceValue(rule, costs[index] ?? whole(1), buildReference(costs));
  return add(low ?? whole(0), multiply(divide(value, HUNDRED), subtract(top ?? HUNDRED, low ?? whole(0))));
};

const fits = (
  rubric: Rubric,
  criterion: ScoredCriterion,
  method: PriceMethod,
  costs: readonly Rational[],
  index: number,
  mark: number,
): boolean => {
  const exact = scoreBy(rubric, criterion, method, costs, index);
  // The digits written say how far it was rounded; of 15 digits the last two may be the program's own.
  const places = Math.min(decimalPlaces(mark), 10);
  return roundHalfUp(exact, places) === roundHalfUp(decimalOf(mark), places);
};

/** Finer than any rounding in a sheet, so that no new tie is made. */
const PLACES = 10;

const withoutBid = (given: Case, dropped: string, criterion: string, method: PriceMethod): Case => {
  const options = given.options.filter(({ id }) => id !== dropped);
  const found = listScored(given.rubric).find((one) => one.criterion.id === criterion)?.criterion;
  const costs = options.map(({ costs: lines }) => whole(lines?.[0]?.pence ?? 0));
  const keep = (one: { readonly option: string; readonly criterion: string }): boolean =>
    one.option !== dropped && one.criterion !== criterion;
  const prices = options.map(({ id }, index) => ({
    option: id,
    criterion,
    score: found
      ? Number(roundHalfUp(scoreBy(given.rubric, found, method, costs, index), PLACES)) / 10 ** PLACES
      : 0,
  }));
  return {
    ...given,
    rubric: {
      ...given.rubric,
      criteria: given.rubric.criteria.map((one) => finer(given.rubric, one, criterion)),
    },
    options,
    marks: given.marks.filter(keep),
    consensus: [...(given.consensus ?? []).filter(keep), ...prices],
  };
};

const finer = (rubric: Rubric, one: Criterion, criterion: string): Criterion => {
  if (one.kind === 'group')
    return { ...one, children: one.children.map((child) => finer(rubric, child, criterion)) };
  if (one.kind !== 'scored' || one.id !== criterion) return one;
  const scale = scaleOf(rubric, one);
  return scale
    ? { ...one, levels: { lowest: lowestScore(scale), highest: highestScore(scale), decimals: PLACES } }
    : one;
};
