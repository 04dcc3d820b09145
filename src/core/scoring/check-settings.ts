import type { Fault } from '../errors.ts';
import type { Case, CaseSettings } from './case.ts';
import type { WeightTree } from './weigh-tree.ts';

/** Faults in how a case asks to be analysed: numbers that are none, and weight bounds that no weights can keep. */
export const checkSettings = ({ settings }: Case, tree: WeightTree): readonly Fault[] =>
  settings ? [...checkNumbers(settings), ...checkIntervals(settings, tree)] : [];

const MOST_DRAWS = 10_000_000;
const MOST_BIAS_BP = 1_000_000;
const ALL_BP = 10_000;

const checkNumbers = (settings: CaseSettings): readonly Fault[] => {
  const { seed, draws, scoreMargin, optimismBiasBp: bias, moneyPerQualityPointPence } = settings;
  const biases: Readonly<Record<string, number | undefined>> =
    typeof bias === 'object'
      ? { 'optimismBiasBp/capitalBp': bias.capitalBp, 'optimismBiasBp/revenueBp': bias.revenueBp }
      : { optimismBiasBp: bias };
  return [
    ...checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...checkWhole('draws', draws, 1, MOST_DRAWS),
    ...checkWhole('moneyPerQualityPointPence', moneyPerQualityPointPence, 1, Number.MAX_SAFE_INTEGER),
    ...Object.entries(biases).flatMap(([key, value]) => checkWhole(key, value, 0, MOST_BIAS_BP)),
    ...(scoreMargin === undefined || (Number.isFinite(scoreMargin) && scoreMargin >= 0)
      ? []
      : [{ path: '/settings/scoreMargin', message: `A margin is a number from 0; ${scoreMargin} is not.` }]),
  ];
};

const checkWhole = (key: string, value: number | undefined, least: number, most: number): readonly Fault[] =>
  value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most)
    ? []
    : [{ path: `/settings/${key}`, message: `${value} is not a whole number from ${least} to ${most}.` }];

const PATH = '/settings/weightIntervals';

const checkIntervals = (
  { weightUncertainty, weightIntervals = {} }: CaseSettings,
  { leaves }: WeightTree,
): readonly Fault[] => {
  const ids = new Set(leaves.map(({ id }) => id));
  const faults = Object.entries(weightIntervals).flatMap(([id, [least, most]]): Fault[] => {
    const path = `${PATH}/${id}`;
    if (!ids.has(id)) return [{ path, message: `No criterion '${id}' carries weight of its own.` }];
    const wrong = [...checkBound(least, `${path}/0`), ...checkBound(most, `${path}/1`)];
    if (wrong.length > 0 || least <= most) return wrong;
    return [
      { path, message: `The least (${least}) is above the most (${most}); put the smaller one first.` },
    ];
  });
  if (faults.length > 0 || weightUncertainty !== 'intervals' || leaves.length === 0) return faults;
  const sumOf = (end: 0 | 1): number =>
    leaves.reduce((sum, { id }) => sum + (weightIntervals[id]?.[end] ?? end * ALL_BP), 0);
  const [least, most] = [sumOf(0), sumOf(1)];
  if (least <= ALL_BP && most >= ALL_BP) return [];
  const why =
    least > ALL_BP
      ? `The least weights sum to ${least} basis points, so no weights sum to 10000; lower some.`
      : `The most weights sum to ${most} basis points, so no weights sum to 10000; raise some.`;
  return [{ path: PATH, message: why }];
};

const checkBound = (value: number, path: string): readonly Fault[] =>
  Number.isSafeInteger(value) && value >= 0 && value <= ALL_BP
    ? []
    : [{ path, message: `${value} is not a whole number of basis points from 0 to 10000.` }];
