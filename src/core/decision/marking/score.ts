import { DomainError } from '../../errors.ts';
import type { Rubric, ScoredCriterion } from '../../rubric/rubric.ts';
import { scoredCriteria } from '../model/guards.ts';

/** The scored criterion of this id, or a refusal. */
export const findScored = (rubric: Rubric, id: string): ScoredCriterion => {
  const criterion = scoredCriteria(rubric).find((one) => one.id === id);
  if (!criterion) throw new DomainError('not-found', `The rubric has no scored criterion '${id}'.`);
  return criterion;
};

const decimalsIn = (score: string): number => (score.split('.')[1] ?? '').replace(/0+$/, '').length;

/** Refuses a score that is not on the criterion's scale. A score is a decimal as written, e.g. '3.5'. */
export const assertOnScale = (rubric: Rubric, criterion: ScoredCriterion, score: string): void => {
  const scale = criterion.levels ?? rubric.scale ?? rubric.levels ?? [];
  const value = Number(score);
  if ('lowest' in scale) {
    if (value < scale.lowest || value > scale.highest || decimalsIn(score) > scale.decimals) {
      throw new DomainError(
        'invalid-input',
        `A mark on '${criterion.title}' runs from ${scale.lowest} to ${scale.highest} with at most ${scale.decimals} decimals; ${score} does not.`,
      );
    }
    return;
  }
  if (!scale.some((level) => level.score === value)) {
    const points = scale.map((level) => level.score).join(', ');
    throw new DomainError(
      'invalid-input',
      `A mark on '${criterion.title}' is one of ${points}; ${score} is not.`,
    );
  }
};
