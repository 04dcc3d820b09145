import type { Criterion, GroupCriterion, PriceCriterion, Rubric, ScoredCriterion } from './rubric.ts';

/** One criterion where it stands: its JSON pointer in the rubric and the groups above it, outermost first. */
export type Place<C extends Criterion = Criterion> = {
  readonly criterion: C;
  readonly pointer: string;
  readonly above: readonly GroupCriterion[];
};

export type Weighted = GroupCriterion | ScoredCriterion | PriceCriterion;

export const isWeighted = (criterion: Criterion): criterion is Weighted =>
  criterion.kind === 'group' || criterion.kind === 'scored' || criterion.kind === 'price';

/** Every criterion in the order in which a reader meets it: a group before its children. */
export const listCriteria = (rubric: Rubric): readonly Place[] => {
  const places: Place[] = [];
  const visit = (criteria: readonly Criterion[], prefix: string, above: readonly GroupCriterion[]): void => {
    criteria.forEach((criterion, index) => {
      const pointer = `${prefix}/${index}`;
      places.push({ criterion, pointer, above });
      if (criterion.kind === 'group') visit(criterion.children, `${pointer}/children`, [...above, criterion]);
    });
  };
  visit(rubric.criteria, '/criteria', []);
  return places;
};

const ofKind =
  <K extends Criterion['kind']>(kind: K) =>
  (rubric: Rubric): readonly Place<Extract<Criterion, { kind: K }>>[] =>
    listCriteria(rubric).filter(
      (place): place is Place<Extract<Criterion, { kind: K }>> => place.criterion.kind === kind,
    );

export const listScored = ofKind('scored');
export const listGates = ofKind('gate');
export const listGroups = ofKind('group');
export const listPrices = ofKind('price');
