import { DomainError } from '../errors.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import type { SimulationPlan } from '../robustness/simulation/plan.ts';
import { simulate } from '../robustness/simulation/simulate.ts';
import type { SimulationOutcome } from '../robustness/simulation/simulate.ts';
import { agreementOfCase } from './agreement-of-case.ts';
import { analyse } from './analyse.ts';
import type { Case } from './case.ts';
import { listContenders } from './contenders.ts';
import { createScorer, firstOf } from './create-scorer.ts';
import type { Scorer, Standing } from './create-scorer.ts';
import { listNotes } from './list-notes.ts';
import { moneyOfCase } from './money-of-case.ts';
import { assertSound, prepareCase } from './prepare-case.ts';
import type { Prepared } from './prepare-case.ts';
import type { Result } from './result.ts';
import { showOptions } from './show-options.ts';
import { notSimulated, showSimulation } from './show-simulation.ts';
import { secondOpinionsOf } from './second-opinions-of-case.ts';
import { planSimulation, uncertaintyOf } from './simulation-plan.ts';
import { valueCurvesOf } from './value-curves.ts';
import { weighSets } from './weigh-sets.ts';

/**
 * The analysis of a case: who is first, by how much, on what, and how sure that is. A function of the case alone.
 *
 * A piece that is missing (a score, a gate answer, a price of an option still in the running) stops the evaluation with
 * one fault for each; with `partial` what can be worked out is, and the pieces are listed under `incomplete`.
 */
export const evaluateCase = (given: Case, options: Completeness): Result => {
  const { plan, finish } = beginEvaluation(given, options);
  return finish(plan && simulate(plan));
};

export type Completeness = { readonly partial: boolean };

/** An evaluation up to its simulation, which may be run elsewhere: `finish` takes its outcome, or null without a plan. */
export type Evaluation = {
  readonly plan: SimulationPlan | null;
  readonly finish: (outcome: SimulationOutcome | null) => Result;
};

export const beginEvaluation = (given: Case, options: Completeness): Evaluation => {
  const { prepared, scorer, standing } = standCase(given, options);
  const ranked = listContenders(prepared, standing, scorer.grid);
  const contenders = ranked.map(({ contender }) => contender);
  const plan = planSimulation(prepared, contenders, scorer.grid);
  const { notes, robustness, ...analysis } = analyse(prepared, standing, scorer, ranked);
  const { money, notes: moneyNotes } = moneyOfCase(prepared, standing);
  const { agreement, notes: agreementNotes } = agreementOfCase(prepared);
  const first = firstOf(standing);
  const { rho, notes: rhoNotes } = valueCurvesOf(prepared);
  const { weightSets, notes: setNotes } = weighSets(prepared, contenders, first);
  const { secondOpinions, notes: opinionNotes } = secondOpinionsOf(prepared, ranked, scorer.grid, first);
  const finish = (outcome: SimulationOutcome | null): Result => {
    const ids = contenders.map(({ id }) => id);
    const kinds = uncertaintyOf(given);
    const leafIds = prepared.tree.leaves.map(({ id }) => id);
    const shown = plan && outcome ? showSimulation(ids, leafIds, kinds, plan, outcome) : notSimulated(kinds);
    return {
      ...rankingOf(prepared, scorer, standing),
      ...analysis,
      robustness: robustness && { ...shown.simulated, ...robustness },
      rho,
      weightSets,
      secondOpinions,
      money,
      agreement,
      checks: [],
      notes: [
        ...listNotes(prepared, standing),
        ...notes,
        ...(robustness ? shown.notes : []),
        ...rhoNotes,
        ...setNotes,
        ...opinionNotes,
        ...moneyNotes,
        ...agreementNotes,
        ...NOT_COMPUTED,
      ],
      incomplete: standing.missing,
    };
  };
  return { plan, finish };
};

/** Who is where, without any analysis of how sure that is: all that an award needs. */
export const rankCase = (given: Case): Ranking => {
  const { prepared, scorer, standing } = standCase(given, { partial: false });
  return rankingOf(prepared, scorer, standing);
};

export type Ranking = Pick<Result, 'format' | 'purpose' | 'winner' | 'tied' | 'options'>;

type Stood = { readonly prepared: Prepared; readonly scorer: Scorer; readonly standing: Standing };

const standCase = (given: Case, options: Completeness): Stood => {
  const prepared = prepareCase(given);
  const scorer = createScorer(prepared);
  const standing = scorer.stand();
  assertSound(standing.faults);
  if (options.partial || standing.missing.length === 0) return { prepared, scorer, standing };
  const { length } = standing.missing;
  throw new DomainError(
    'invalid-case',
    `This case cannot be evaluated yet: ${length === 1 ? 'one piece of it is' : `${length} pieces of it are`} missing.`,
    {},
    standing.missing.map(({ path, what }) => ({ path, message: what })),
  );
};

const rankingOf = (prepared: Prepared, scorer: Scorer, standing: Standing): Ranking => {
  const first = firstOf(standing);
  return {
    format: 'counterweight-result/1',
    purpose: prepared.purpose,
    winner: first.length === 1 ? (first[0] ?? null) : null,
    tied: first.length > 1 ? first : [],
    options: showOptions(prepared, standing.options, scorer.grid),
  };
};

/** Parts of the analysis that this version leaves out, by name, so that nobody takes their absence for a result. */
const NOT_COMPUTED: readonly Note[] = ['/checks'].map((path) => ({
  path,
  reason: 'Not computed by this version.',
}));
