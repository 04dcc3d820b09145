import { shownDouble, shownNumber } from '../exact/decimal.ts';
import { fraction, multiply, sum, ZERO } from '../exact/rational.ts';
import type { Contender } from '../robustness/contender.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import type { AhpWeights, PersonAhp } from '../weights/ahp/ahp-weights.ts';
import type { Consistency } from '../weights/ahp/consistency.ts';
import { deriveWeights } from '../weights/derive-weights.ts';
import type { AhpSet } from '../weights/weight-set.ts';
import type { Prepared } from './prepare-case.ts';
import { rankTotals } from './rank-options.ts';
import { buildSetSentence } from './weight-set-sentence.ts';
import type { ConsistencyFigures, SetConsistency, WeightSetResult } from './weight-set-result.ts';

/**
 * Several weight sets side by side. The question: who would be first if these people's weights were used?
 *
 * The options in the ranking keep their values, 0-100, on each criterion and on price; only the weights change. Total =
 * sum of weight x value over the criteria, in basis points, exactly. Ranks as in the award: level totals share one.
 * Limits: gates and minimums stay as the published weights decided them, and price values are held; options that are out
 * stay out. The sets never change the ranking of the case.
 * Example: values 80 and 20 against 30 and 90 at 50:50 give 50 and 60; at 70:30 they give 62 and 48.
 */
export const weighSets = (
  prepared: Prepared,
  contenders: readonly Contender[],
  stated: readonly string[],
): { readonly weightSets: readonly WeightSetResult[]; readonly notes: readonly Note[] } => {
  const items = prepared.tree.leaves.map(({ id }) => id);
  const titles = new Map(prepared.given.options.map(({ id, title }) => [id, title]));
  const notes: Note[] = [];
  const weightSets = (prepared.given.weightSets ?? []).map((set, index): WeightSetResult => {
    const derived = deriveWeights(set, items);
    const totals = contenders.map(({ leafValues }) =>
      sum(
        derived.weightsBp.map((bp, leaf) => multiply(fraction(BigInt(bp), ALL_BP), leafValues[leaf] ?? ZERO)),
      ),
    );
    const ranks = rankTotals(totals);
    const first = contenders.flatMap(({ id }, place) => (ranks[place] === 1 ? [id] : []));
    if (set.method === 'ahp' && derived.ahp)
      notes.push(...consistencyNotes(derived.ahp, `/weightSets/${index}/consistency`));
    const named = { title: set.title, who: set.who ?? null };
    return {
      id: set.id,
      ...named,
      method: set.method,
      awardRule: false,
      weights: byItem(items, derived.weights.map(shownNumber)),
      weightsBp: byItem(items, derived.weightsBp),
      consistency: set.method === 'ahp' && derived.ahp ? showConsistency(set, derived.ahp, items) : null,
      winner: first.length === 1 ? (first[0] ?? null) : null,
      tied: first.length > 1 ? first : [],
      options: contenders.map(({ id }, place) => ({
        id,
        rank: ranks[place] ?? 0,
        total: shownNumber(totals[place] ?? ZERO),
      })),
      sentence: buildSetSentence({ ...named, first }, stated, (id) => titles.get(id) ?? id),
    };
  });
  return { weightSets, notes };
};

const ALL_BP = 10000n;

const byItem = (items: readonly string[], numbers: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(items.map((id, index) => [id, numbers[index] ?? 0]));

const figuresOf = (found: Consistency | null): ConsistencyFigures => ({
  lambdaMax: found && shownDouble(found.lambdaMax),
  ci: found && shownDouble(found.ci),
  cr: found && found.cr !== null ? shownDouble(found.cr) : null,
  holdsTogether: found && found.holdsTogether,
});

const showConsistency = (set: AhpSet, ahp: AhpWeights, items: readonly string[]): SetConsistency => ({
  randomIndex: set.randomIndex ?? 'saaty-2005',
  combine: set.judgements.length > 1 ? (set.combine ?? 'aij') : null,
  ...figuresOf(ahp.consistency),
  people: ahp.people.map((person: PersonAhp) => ({
    who: person.who,
    ...figuresOf(person.consistency),
    weights: byItem(items, person.weights.map(shownDouble)),
    filled: person.filled.map((gap) => ({ ...gap, value: shownDouble(gap.value) })),
    leastConsistent: person.leastConsistent && {
      ...person.leastConsistent,
      given: shownDouble(person.leastConsistent.given),
      fits: shownDouble(person.leastConsistent.fits),
    },
  })),
});

/** Why a figure is null. */
const consistencyNotes = (ahp: AhpWeights, path: string): readonly Note[] => [
  ...(ahp.consistency === null
    ? [
        {
          path,
          reason: 'Priorities of several people were averaged, so there is no joint matrix to measure.',
        },
      ]
    : ahp.consistency.reason === null
      ? []
      : [{ path: `${path}/cr`, reason: ahp.consistency.reason }]),
  ...ahp.people.flatMap(({ consistency: { reason } }, index) =>
    reason === null ? [] : [{ path: `${path}/people/${index}/cr`, reason }],
  ),
];
