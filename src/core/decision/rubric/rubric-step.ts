import { DomainError } from '../../errors.ts';
import { checkRubric } from '../../rubric/check-rubric.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { factsOf, textOf } from '../model/act.ts';
import type { DecisionEvent, JsonSchema } from '../model/act.ts';
import { decodeDecimals } from '../model/decimals.ts';
import type { DecisionState, RubricStep } from '../model/state.ts';

/** The whole rubric with its method; the edge checks it against rubrics/rubric.schema.json. */
export const RUBRIC_INPUT: JsonSchema = { $ref: 'urn:counterweight:rubric:1' };

export const assertRubricSound = (rubric: Rubric): void => {
  const faults = checkRubric(rubric);
  if (faults.length > 0) {
    throw new DomainError('invalid-rubric', 'This rubric cannot be used as it stands.', {}, faults);
  }
};

/** The fold that choosing and replacing share: the newest rubric stands, every step stays on record. */
export const evolveRubric = (
  state: DecisionState,
  event: DecisionEvent,
  act: RubricStep['act'],
): DecisionState => {
  const given = factsOf<{ hash: string; noticeReference?: string }>(event);
  const encoded = event.sections['rubric'];
  const step: RubricStep = {
    at: event.at,
    act,
    hash: given.hash,
    reason: textOf(event, 'reason'),
    noticeReference: given.noticeReference ?? null,
  };
  return {
    ...state,
    rubric: {
      rubric: encoded === undefined ? null : (decodeDecimals(encoded) as Rubric),
      hash: given.hash,
      steps: [...(state.rubric?.steps ?? []), step],
      tenderDeadline: state.rubric?.tenderDeadline ?? null,
      ...(state.rubric?.lockedAt ? { lockedAt: state.rubric.lockedAt } : {}),
    },
  };
};
