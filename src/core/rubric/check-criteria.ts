import type { Fault } from '../errors.ts';
import type { PriceCriterion, Rubric } from './rubric.ts';
import { listCriteria, listGates, listPrices } from './walk-rubric.ts';

/** Two criteria of one id could not be told apart in a mark. */
export const checkIds = (rubric: Rubric): readonly Fault[] => {
  const first = new Map<string, string>();
  return listCriteria(rubric).flatMap(({ criterion, pointer }) => {
    const earlier = first.get(criterion.id);
    if (earlier === undefined) {
      first.set(criterion.id, pointer);
      return [];
    }
    return [
      {
        path: `${pointer}/id`,
        message: `The id '${criterion.id}' is taken by the criterion at ${earlier}; give each criterion its own.`,
      },
    ];
  });
};

/** One price criterion at most, at the top level, with a benchmark it can be measured against. */
export const checkPrice = (rubric: Rubric): readonly Fault[] =>
  listPrices(rubric).flatMap(({ criterion, pointer, above }, index) => [
    ...(index > 0
      ? [{ path: pointer, message: 'There is a price criterion already; a rubric has one at most.' }]
      : []),
    ...(above.length > 0
      ? [{ path: pointer, message: 'The price criterion stands at the top level, outside every group.' }]
      : []),
    ...checkBenchmark(criterion, pointer),
  ]);

const checkBenchmark = (criterion: PriceCriterion, pointer: string): readonly Fault[] => {
  if ((criterion.method ?? 'benchmark-linear') !== 'benchmark-linear') return [];
  const { floorPence, ceilingPence } = criterion;
  const missing = (['floorPence', 'ceilingPence'] as const).filter((key) => criterion[key] === undefined);
  if (floorPence === undefined || ceilingPence === undefined) {
    return missing.map((key) => ({
      path: pointer,
      message: `'${key}' is missing: benchmark-linear, the default price method, measures between a floor and a ceiling.`,
    }));
  }
  return floorPence < ceilingPence
    ? []
    : [
        {
          path: `${pointer}/floorPence`,
          message: `The floor (${floorPence} pence) must be below the ceiling (${ceilingPence} pence).`,
        },
      ];
};

/** A gate may wait for the answer of a gate further up, and of no other: so there is never a circle. */
export const checkAppliesWhen = (rubric: Rubric): readonly Fault[] => {
  const all = new Set(listGates(rubric).map((place) => place.criterion.id));
  const above = new Set<string>();
  return listGates(rubric).flatMap(({ criterion, pointer }) => {
    const named = criterion.appliesWhen?.gate;
    const known = named === undefined || above.has(named);
    above.add(criterion.id);
    if (known) return [];
    const message = all.has(named)
      ? `Gate '${named}' does not stand before this one; put the gate that is asked first further up.`
      : `There is no gate '${named}' in this rubric.`;
    return [{ path: `${pointer}/appliesWhen/gate`, message }];
  });
};
