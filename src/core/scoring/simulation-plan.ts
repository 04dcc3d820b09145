import { toDouble } from '../exact/rational.ts';
import type { Contender } from '../robustness/contender.ts';
import type { ScoreKind, WeightKind } from '../robustness/plausible-words.ts';
import type { ScoreUncertainty, SimulationPlan, WeightUncertainty } from '../robustness/simulation/plan.ts';
import type { Case } from './case.ts';
import type { Prepared } from './prepare-case.ts';
import type { Grid } from './score-grid.ts';
import { marginScores, panelPlan } from './score-uncertainty.ts';

const DEFAULT_SEED = 1;
const DEFAULT_DRAWS = 10_000;

/**
 * What is to be drawn for a case: options in the ranking by leaves of the weight tree, price values held. Null when
 * nothing is ranked or nothing carries weight.
 */
export const planSimulation = (
  prepared: Prepared,
  contenders: readonly Contender[],
  grid: Grid,
): SimulationPlan | null => {
  const { settings } = prepared.given;
  const leaves = prepared.tree.leaves.length;
  if (contenders.length === 0 || leaves === 0) return null;
  return {
    seed: settings?.seed ?? DEFAULT_SEED,
    draws: settings?.draws ?? DEFAULT_DRAWS,
    options: contenders.length,
    leaves,
    weights: weightUncertainty(prepared),
    scores: scoreUncertainty(prepared, contenders, grid),
  };
};

/** Which weights and scores count as plausible, with the defaults filled in. */
export const uncertaintyOf = ({
  settings,
}: Case): { weightUncertainty: WeightKind; scoreUncertainty: ScoreKind } => ({
  weightUncertainty: settings?.weightUncertainty ?? 'near',
  scoreUncertainty: settings?.scoreUncertainty ?? 'none',
});

const weightUncertainty = ({ given, tree }: Prepared): WeightUncertainty => {
  const kind = uncertaintyOf(given).weightUncertainty;
  switch (kind) {
    case 'near':
      return {
        kind,
        stated: Float64Array.from(tree.leaves, ({ share }) => toDouble({ n: share, d: tree.whole })),
      };
    case 'any':
      return { kind };
    case 'order':
      return { kind, tiers: tiersOf(tree.leaves.map(({ share }) => share)) };
    case 'intervals': {
      const bounds = given.settings?.weightIntervals ?? {};
      const end = (which: 0 | 1): Float64Array =>
        Float64Array.from(tree.leaves, ({ id }) => (bounds[id]?.[which] ?? which * ALL_BP) / ALL_BP);
      return { kind, low: end(0), high: end(1) };
    }
  }
};

const ALL_BP = 10_000;

/** The places of the leaves by falling share, those with the same share together. */
const tiersOf = (shares: readonly bigint[]): readonly Int32Array[] => {
  const falling = [...new Set(shares)].sort((a, b) => (a > b ? -1 : 1));
  return falling.map((share) =>
    Int32Array.from(shares.flatMap((other, leaf) => (other === share ? [leaf] : []))),
  );
};

const scoreUncertainty = (
  prepared: Prepared,
  contenders: readonly Contender[],
  grid: Grid,
): ScoreUncertainty => {
  const kind = uncertaintyOf(prepared.given).scoreUncertainty;
  switch (kind) {
    case 'none':
      return {
        kind,
        values: new Float64Array(contenders.flatMap(({ leafValues }) => leafValues.map(toDouble))),
      };
    case 'panel':
      return { kind, ...panelPlan(prepared, contenders) };
    case 'margin':
      return { kind: 'intervals', ...marginScores(prepared, contenders, grid) };
  }
};
