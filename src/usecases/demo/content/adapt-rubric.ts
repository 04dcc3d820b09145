import type { Criterion, GateCriterion, Rubric } from '../../../core/rubric/rubric.ts';

/** What a team changes in a shipped rubric before locking it. Criteria are named by id; what is not named stays. */
export type RubricAdaptation = {
  /** A name of the team's own. It starts again at version 1. */
  readonly renamed?: { readonly id: string; readonly title: string; readonly purpose: string };
  readonly weightBp?: Readonly<Record<string, number>>;
  readonly question?: Readonly<Record<string, string>>;
  readonly note?: Readonly<Record<string, string>>;
  /** What must be seen for one level of one criterion. */
  readonly evidence?: Readonly<Record<string, Readonly<Record<number, string>>>>;
  readonly price?: { readonly floorPence: number; readonly ceilingPence: number; readonly note: string };
  /** Gates that the tender documents let a bidder meet later. */
  readonly laterAllowed?: readonly string[];
  readonly addedGates?: readonly GateCriterion[];
};

/** The rubric with the changes made. Each change makes a new version, because a published version never changes. */
export const adaptRubric = (base: Rubric, adaptation: RubricAdaptation): Rubric => ({
  ...base,
  version: base.version + 1,
  ...(adaptation.renamed ? { ...adaptation.renamed, version: 1 } : {}),
  criteria: [
    ...base.criteria.map((one) => adaptCriterion(one, adaptation)),
    ...(adaptation.addedGates ?? []),
  ],
});

const adaptCriterion = (criterion: Criterion, adaptation: RubricAdaptation): Criterion => {
  const weightBp = adaptation.weightBp?.[criterion.id];
  const note = adaptation.note?.[criterion.id];
  const changed = {
    ...(weightBp === undefined ? {} : { weightBp }),
    ...(note === undefined ? {} : { note }),
  };
  switch (criterion.kind) {
    case 'group':
      return {
        ...criterion,
        ...changed,
        children: criterion.children.map((child) => adaptCriterion(child, adaptation)),
      };
    case 'price':
      return { ...criterion, ...changed, ...adaptation.price };
    case 'scored':
      return {
        ...criterion,
        ...changed,
        ...wordingOf(criterion.id, adaptation),
        ...levelsOf(criterion, adaptation),
      };
    case 'gate':
      return adaptation.laterAllowed?.includes(criterion.id)
        ? { ...criterion, laterAllowed: true }
        : criterion;
    case 'information':
      return criterion;
  }
};

const wordingOf = (id: string, adaptation: RubricAdaptation): { question?: string } => {
  const question = adaptation.question?.[id];
  return question === undefined ? {} : { question };
};

const levelsOf = (
  criterion: Extract<Criterion, { kind: 'scored' }>,
  adaptation: RubricAdaptation,
): Pick<typeof criterion, 'levels'> => {
  const evidence = adaptation.evidence?.[criterion.id];
  const { levels } = criterion;
  if (!evidence || !levels || 'lowest' in levels) return {};
  return {
    levels: levels.map((level) => {
      const wording = evidence[level.score];
      return wording === undefined ? level : { ...level, evidence: wording };
    }),
  };
};
