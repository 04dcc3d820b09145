import { DomainError } from '../../errors.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { defineAct, facts, section } from '../model/act.ts';
import { encodeDecimals } from '../model/decimals.ts';
import { assertNotOpened, assertRubricLocked, dayOf } from '../model/guards.ts';
import { object, text } from '../model/schema.ts';
import { assertRubricSound, evolveRubric, RUBRIC_INPUT } from './rubric-step.ts';

type Input = { rubric: Rubric; reason: string; noticeReference: string };

export const replaceRubric = defineAct<Input>({
  command: 'replace-rubric',
  act: 'rubric-replaced',
  summary:
    'Replace a locked rubric before the tender deadline, with the reference of the notice that told bidders.',
  by: ['lead'],
  input: object({
    rubric: RUBRIC_INPUT,
    reason: text('Why the rubric changes'),
    noticeReference: text('Reference of the notice that told bidders', 200),
  }),
  decide: (input, state, context) => {
    assertNotOpened(state, 'The rubric');
    assertRubricLocked(state, 'Replacing the rubric');
    const deadline = state.rubric?.tenderDeadline;
    if (deadline && dayOf(context.atIso) > deadline) {
      throw new DomainError(
        'rubric-frozen',
        `The rubric cannot change: the tender deadline was ${deadline}.`,
      );
    }
    assertRubricSound(input.rubric);
    const rubric = encodeDecimals(input.rubric);
    return [
      facts({ hash: context.hashOf(rubric), noticeReference: input.noticeReference }),
      section('rubric', 'rubric', rubric),
      section('reason', 'text', input.reason),
    ];
  },
  evolve: (state, event) => evolveRubric(state, event, 'replaced'),
});
