import type { Fault } from '../errors.ts';
import { linkedGroups } from './ahp/complete-matrix.ts';
import { checkComparisons, checkMatrix } from './ahp/judgements.ts';
import { readJudgements } from './ahp/ahp-weights.ts';
import { deriveWeights, stepsOf } from './derive-weights.ts';
import type { AhpSet, ById, OrderSet, PersonJudgements, WeightSet } from './weight-set.ts';

/** Every fault in the weight sets of a case, with its JSON pointer. `items`: the criteria that carry weight themselves. */
export const checkWeightSets = (
  sets: readonly WeightSet[],
  items: readonly string[],
  path: string,
): readonly Fault[] => {
  const first = new Map<string, string>();
  return sets.flatMap((set, index) => {
    const at = `${path}/${index}`;
    const earlier = first.get(set.id);
    first.set(set.id, earlier ?? at);
    const repeated =
      earlier === undefined
        ? []
        : [
            {
              path: `${at}/id`,
              message: `The weight set at ${earlier} has the id '${set.id}'; give each its own.`,
            },
          ];
    return [...repeated, ...checkWeightSet(set, items, at)];
  });
};

export const checkWeightSet = (set: WeightSet, items: readonly string[], path: string): readonly Fault[] => {
  if (items.length === 0) {
    return [{ path, message: 'The rubric has nothing that carries weight, so there is nothing to weigh.' }];
  }
  const faults = checkNamed(set, items, path);
  return faults.length > 0 ? faults : checkSum(set, items, path);
};

const checkNamed = (set: WeightSet, items: readonly string[], path: string): readonly Fault[] => {
  switch (set.method) {
    case 'points':
      return checkById(set.points, items, `${path}/points`);
    case 'swing':
      return checkById(set.swings, items, `${path}/swings`);
    case 'weights':
      return checkReady(set.weightsBp, items, `${path}/weightsBp`);
    case 'order':
      return checkOrder(set, items, path);
    case 'ahp':
      return checkAhp(set, items, `${path}/judgements`);
  }
};

/** What only the arithmetic can tell: all nought, no swing of 100. */
const checkSum = (set: WeightSet, items: readonly string[], path: string): readonly Fault[] => {
  try {
    deriveWeights(set, items);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ path, message: error.message }];
  }
};

const unknownWords = (id: string): string =>
  `'${id}' is not a criterion that carries weight of its own in this rubric.`;

const missingWords = (id: string): string =>
  `'${id}' is missing; name every criterion that carries weight of its own.`;

const checkById = (byId: ById, items: readonly string[], path: string): readonly Fault[] => {
  const known = new Set(items);
  return [
    ...Object.entries(byId).flatMap(([id, number]) => {
      if (!known.has(id)) return [{ path: `${path}/${id}`, message: unknownWords(id) }];
      return Number.isFinite(number) && number >= 0
        ? []
        : [{ path: `${path}/${id}`, message: `The number for '${id}' must be 0 or more.` }];
    }),
    ...items.flatMap((id) => (Object.hasOwn(byId, id) ? [] : [{ path, message: missingWords(id) }])),
  ];
};

const ALL_BP = 10000;

const checkReady = (byId: ById, items: readonly string[], path: string): readonly Fault[] => {
  const faults = checkById(byId, items, path);
  if (faults.length > 0) return faults;
  const broken = items.filter((id) => !Number.isInteger(byId[id]));
  if (broken.length > 0)
    return broken.map((id) => ({ path: `${path}/${id}`, message: `'${id}' must have whole basis points.` }));
  const total = items.reduce((sum, id) => sum + (byId[id] ?? 0), 0);
  return total === ALL_BP
    ? []
    : [{ path, message: `The weights sum to ${total} basis points and must sum to exactly 10000.` }];
};

const checkOrder = (set: OrderSet, items: readonly string[], path: string): readonly Fault[] => {
  const known = new Set(items);
  const seen = new Set<string>();
  const named = stepsOf(set).flatMap((step, index): readonly Fault[] => {
    const at = `${path}/order/${index}`;
    if (step.length === 0) return [{ path: at, message: 'A step of the order is empty; remove it.' }];
    return step.flatMap((id) => {
      if (!known.has(id)) return [{ path: at, message: unknownWords(id) }];
      const again = seen.has(id);
      seen.add(id);
      return again ? [{ path: at, message: `'${id}' stands in the order twice; keep one place.` }] : [];
    });
  });
  const missing = items.filter((id) => !seen.has(id));
  return [...named, ...missing.map((id) => ({ path: `${path}/order`, message: missingWords(id) }))];
};

const checkAhp = ({ judgements }: AhpSet, items: readonly string[], path: string): readonly Fault[] => [
  ...(judgements.length === 0
    ? [{ path, message: 'There are no judgements; add at least one person.' }]
    : []),
  ...judgements.flatMap((person, index) => checkPerson(person, items, `${path}/${index}`)),
];

const checkPerson = (person: PersonJudgements, items: readonly string[], path: string): readonly Fault[] => {
  const { comparisons, matrix, share = 1 } = person;
  if ((comparisons === undefined) === (matrix === undefined)) {
    return [{ path, message: "Judgements are given as 'comparisons' or as a 'matrix', one of the two." }];
  }
  const faults = [
    ...(Number.isFinite(share) && share >= 0
      ? []
      : [{ path: `${path}/share`, message: 'A share must be 0 or more.' }]),
    ...(matrix
      ? checkMatrix(items.length, matrix, `${path}/matrix`)
      : checkComparisons(items, comparisons ?? [], `${path}/comparisons`)),
  ];
  return faults.length > 0 ? faults : checkLinked(person, items, path);
};

const checkLinked = (person: PersonJudgements, items: readonly string[], path: string): readonly Fault[] => {
  const [first, ...apart] = linkedGroups(readJudgements(person, items)).map((group) =>
    group.map((index) => `'${items[index]}'`).join(', '),
  );
  if (first === undefined || apart.length === 0) return [];
  return [
    {
      path: `${path}/${person.matrix ? 'matrix' : 'comparisons'}`,
      message: `No comparison links ${first} with ${apart.join('; nor with ')}: compare one of each part with another.`,
    },
  ];
};
