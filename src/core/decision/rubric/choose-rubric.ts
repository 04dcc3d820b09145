import { DomainError } from '../../errors.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { defineAct, facts, section } from '../model/act.ts';
import { encodeDecimals } from '../model/decimals.ts';
import { assertNotOpened } from '../model/guards.ts';
import { object, text } from '../model/schema.ts';
import { assertRubricSound, evolveRubric, RUBRIC_INPUT } from './rubric-step.ts';

type Input = { rubric: Rubric; reason: string };

export const chooseRubric = defineAct<Input>({
  command: 'choose-rubric',
  act: 'rubric-chosen',
  summary:
    'Choose a rubric, or change weights, wording and method, with a reason. Possible until it is locked.',
  by: ['lead'],
  input: object({ rubric: RUBRIC_INPUT, reason: text('Why this rubric, or why this change') }),
  decide: (input, state, context) => {
    assertNotOpened(state, 'The rubric');
    if (state.rubric?.lockedAt) {
      throw new DomainError(
        'rubric-frozen',
        'The rubric is locked. Replace it with a notice reference instead.',
      );
    }
    assertRubricSound(input.rubric);
    const rubric = encodeDecimals(input.rubric);
    return [
      facts({ hash: context.hashOf(rubric) }),
      section('rubric', 'rubric', rubric),
      section('reason', 'text', input.reason),
    ];
  },
  evolve: (state, event) => evolveRubric(state, event, 'chosen'),
});
