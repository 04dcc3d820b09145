import type { Criterion, GroupCriterion, Rubric, ScoredCriterion } from '../rubric/rubric.ts';
import { isWeighted, listCriteria } from '../rubric/walk-rubric.ts';
import type { Place, Weighted } from '../rubric/walk-rubric.ts';

/**
 * The tree of weights, flattened. The question: how much of the whole does each leaf decide?
 *
 * A leaf's weight is the product of the weights along its path. All leaves are put over one denominator, `whole`,
 * so that sums of weights are sums of whole numbers. Example: a group of 8500 with children 6000 and 4000 beside a
 * price of 1500 gives the shares 5100, 3400 and 1500 of 10000 (written over 10^8: 51000000 and so on).
 */
export type Leaf = {
  readonly id: string;
  readonly title: string;
  readonly share: bigint;
  /** Undefined for the price criterion. */
  readonly scored: ScoredCriterion | undefined;
};

export type Member = { readonly leaf: number; readonly share: bigint };

/** A criterion or group that carries weight, with its leaves and their shares inside it. */
export type TreeNode = {
  readonly id: string;
  readonly title: string;
  readonly share: bigint;
  readonly members: readonly Member[];
  /** Set for groups only. */
  readonly group: GroupCriterion | undefined;
};

export type WeightTree = {
  readonly whole: bigint;
  readonly leaves: readonly Leaf[];
  /** In the rubric's order, a group before its children. */
  readonly nodes: readonly TreeNode[];
  readonly price: number | null;
};

const ALL_BP = 10000n;

const isLeaf = (criterion: Weighted): boolean => criterion.kind !== 'group';

export const weighTree = (rubric: Rubric): WeightTree => {
  const places = listCriteria(rubric).filter((place): place is Place<Weighted> =>
    isWeighted(place.criterion),
  );
  const depth = Math.max(1, ...places.map((place) => place.above.length + 1));
  const shareOf = (place: Place<Weighted>, from: number): bigint => {
    const path = [...place.above, place.criterion].slice(from);
    const product = path.reduce((share, step) => share * BigInt(step.weightBp), 1n);
    return product * ALL_BP ** BigInt(depth - path.length);
  };
  const leafPlaces = places.filter((place) => isLeaf(place.criterion));
  const membersOf = new Map<Criterion, Member[]>(places.map((place) => [place.criterion, []]));
  leafPlaces.forEach((place, leaf) => {
    membersOf.get(place.criterion)?.push({ leaf, share: 1n });
    place.above.forEach((group, level) =>
      membersOf.get(group)?.push({ leaf, share: shareOf(place, level + 1) }),
    );
  });
  const price = leafPlaces.findIndex((place) => place.criterion.kind === 'price');
  return {
    whole: ALL_BP ** BigInt(depth),
    leaves: leafPlaces.map((place) => ({
      id: place.criterion.id,
      title: place.criterion.title,
      share: shareOf(place, 0),
      scored: onlyScored(place.criterion),
    })),
    nodes: places.map((place) => ({
      id: place.criterion.id,
      title: place.criterion.title,
      share: shareOf(place, 0),
      members: membersOf.get(place.criterion) ?? [],
      group: place.criterion.kind === 'group' ? place.criterion : undefined,
    })),
    price: price === -1 ? null : price,
  };
};

const onlyScored = (criterion: Criterion): ScoredCriterion | undefined =>
  criterion.kind === 'scored' ? criterion : undefined;
