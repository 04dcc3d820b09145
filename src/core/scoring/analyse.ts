import { shownNumber } from '../exact/decimal.ts';
import type { Rational } from '../exact/rational.ts';
import type { WeightedNode } from '../robustness/contender.ts';
import { findCrossovers } from '../robustness/crossovers.ts';
import { effectiveWeights } from '../robustness/effective-weights.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import type { MarkChange } from '../robustness/mark-change.ts';
import { findPareto } from '../robustness/pareto.ts';
import { smallestShift } from '../robustness/smallest-shift.ts';
import type { Ranked } from './contenders.ts';
import type { OptionStanding, Scorer, Standing } from './create-scorer.ts';
import { analyseLeftOut } from './left-out.ts';
import type { Prepared } from './prepare-case.ts';
import type { Result, Robustness, Simulated } from './result.ts';
import { createMarkChangeFinder } from './smallest-mark-change.ts';

/** The exact part of how sure the ranking is, on the options in it. It never changes who is first. */
export type Analysis = Pick<Result, 'effectiveWeights' | 'pareto'> & {
  readonly robustness: Omit<Robustness, keyof Simulated> | null;
  readonly notes: readonly Note[];
};

export const analyse = (
  prepared: Prepared,
  standing: Standing,
  scorer: Scorer,
  ranked: readonly Ranked[],
): Analysis => {
  const contenders = ranked.map(({ contender }) => contender);
  const notes: Note[] = [];
  const weights = prepared.tree.leaves.map(({ share }) => ({ n: share, d: prepared.tree.whole }));
  const effective = effectiveWeights(weights, contenders);
  if (!effective) {
    notes.push({
      path: '/effectiveWeights',
      reason: 'The options that passed do not differ on anything that carries weight.',
    });
  }
  return {
    effectiveWeights: effective && byLeaf(prepared, effective),
    robustness:
      ranked.length === 0 ? null : analyseRobustness(prepared, ranked, weights, standing, scorer, notes),
    pareto: pareto(
      ranked.map((one) => one.standing),
      notes,
    ),
    notes,
  };
};

const byLeaf = (prepared: Prepared, numbers: readonly Rational[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    prepared.tree.leaves.map((leaf, index) => [leaf.id, shownNumber(numbers[index] ?? { n: 0n, d: 1n })]),
  );

const analyseRobustness = (
  prepared: Prepared,
  ranked: readonly Ranked[],
  weights: readonly Rational[],
  standing: Standing,
  scorer: Scorer,
  notes: Note[],
): NonNullable<Analysis['robustness']> => {
  const leaders = ranked.filter((one) => one.standing.rank === 1).map(({ contender }) => contender);
  const [winner, ...level] = leaders;
  const rivals = ranked.map(({ contender }) => contender).filter((one) => one !== winner);
  const nodes: readonly WeightedNode[] = prepared.tree.nodes.map(({ id, share }) => ({
    id,
    weight: { n: share, d: prepared.tree.whole },
  }));
  const leftOut = analyseLeftOut(prepared, standing, scorer);
  notes.push(...leftOut.notes);
  const exact = { crossovers: [], smallestShift: {}, smallestMarkChange: {}, ...leftOut.winners };
  if (!winner || level.length > 0) {
    for (const path of ['crossovers', 'smallestShift', 'smallestMarkChange']) {
      notes.push({
        path: `/robustness/${path}`,
        reason: 'The first place is shared, so there is no winner to measure a change from.',
      });
    }
    return exact;
  }
  const shifts = rivals.map((rival): [string, number | null] => {
    const shift = smallestShift(winner, rival, weights);
    if (!shift) {
      notes.push({
        path: `/robustness/smallestShift/${rival.id}`,
        reason: `'${winner.id}' is ahead of '${rival.id}' on every criterion, so no weights bring them level.`,
      });
    }
    return [rival.id, shift && shownNumber(shift)];
  });
  const findChange = createMarkChangeFinder(prepared);
  const first = ranked.find(({ contender }) => contender === winner);
  const changes = ranked.flatMap((one): [string, MarkChange | null][] =>
    first && one !== first ? [[one.contender.id, findChange(first, one)]] : [],
  );
  for (const [id, change] of changes) {
    if (change === null) {
      const reason = `No single mark, however far it moved, brings '${id}' level with '${winner.id}'.`;
      notes.push({ path: `/robustness/smallestMarkChange/${id}`, reason });
    }
  }
  return {
    ...exact,
    smallestMarkChange: Object.fromEntries(changes),
    crossovers: findCrossovers(winner, rivals, nodes).map((found) => ({
      ...found,
      weightNow: shownNumber(found.weightNow),
      weightAt: shownNumber(found.weightAt),
    })),
    smallestShift: Object.fromEntries(shifts),
  };
};

const pareto = (ranked: readonly OptionStanding[], notes: Note[]): readonly string[] | null => {
  const because = (reason: string): null => {
    notes.push({ path: '/pareto', reason });
    return null;
  };
  if (ranked.length === 0) return because('No option is in the ranking.');
  const points = ranked.flatMap(({ option, judgement }) =>
    option.cost && judgement.quality
      ? [{ id: option.given.id, cost: option.cost, quality: judgement.quality }]
      : [],
  );
  if (points.length === ranked.length) return findPareto(points);
  const lacking = ranked.filter(({ option }) => !option.cost).map(({ option }) => option.given.id);
  return because(
    lacking.length > 0
      ? `There is no cost for ${lacking.join(', ')}.`
      : 'The rubric has no scored criterion with weight.',
  );
};
