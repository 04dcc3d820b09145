import type { Criterion, Rubric, ScoredCriterion } from '../../../src/core/rubric/rubric.ts';

export const FIVE = [0, 1, 2, 3, 4, 5].map((score) => ({
  score,
  label: `Level ${score}`,
  evidence: `Seen ${score}`,
}));

export const scored = (
  id: string,
  weightBp: number,
  more: Partial<ScoredCriterion> = {},
): ScoredCriterion => ({
  id,
  title: id,
  kind: 'scored',
  weightBp,
  ...more,
});

export const makeRubric = (criteria: readonly Criterion[], more: Partial<Rubric> = {}): Rubric => ({
  format: 'counterweight-rubric/1',
  id: 'test',
  version: 1,
  title: 'Test rubric',
  scale: FIVE,
  criteria,
  ...more,
});
