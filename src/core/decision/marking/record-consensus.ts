import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import {
  assertOpened,
  assertQualityOpen,
  assertRubricLocked,
  isRevealed,
  liveOption,
} from '../model/guards.ts';
import { decimal, id, object, text } from '../model/schema.ts';
import { assertOnScale, findScored } from './score.ts';

type Input = { criterion: string; option: string; score: string; reason?: string };

/** What the panel agreed after talking. It stands beside the first marks, never over them. */
export const recordConsensus = defineAct<Input>({
  command: 'record-consensus',
  act: 'consensus-recorded',
  summary:
    'Record the mark the panel agreed on, with a reason where it departs from any of the sealed marks.',
  by: ['lead'],
  input: object(
    { criterion: id('The scored criterion'), option: id('The option'), score: decimal('The agreed mark') },
    { reason: text('Why; needed where the agreed mark departs from any sealed mark') },
  ),
  decide: (input, state) => {
    const rubric = assertRubricLocked(state, 'Recording consensus');
    assertOpened(state, 'Recording consensus');
    assertQualityOpen(state, 'A consensus mark');
    liveOption(state, input.option);
    assertOnScale(rubric, findScored(rubric, input.criterion), input.score);
    if (!isRevealed(state, input.criterion)) {
      throw new DomainError(
        'too-early',
        'Consensus comes after every assessor of this criterion has sealed, or marking is closed.',
      );
    }
    const marks = Object.values(state.marks[input.criterion]?.[input.option] ?? {});
    const departs = marks.some((mark) => Number(mark.score) !== Number(input.score));
    if (departs && !input.reason) {
      throw new DomainError('reason-needed', 'The agreed mark departs from a sealed mark. Say why.');
    }
    return [
      facts({ criterion: input.criterion, option: input.option }),
      section('score', 'consensus', input.score),
      ...(input.reason ? [section('reason', 'consensus', input.reason)] : []),
    ];
  },
  evolve: (state, event) => {
    const { criterion, option } = factsOf<{ criterion: string; option: string }>(event);
    const agreed = { score: textOf(event, 'score'), reason: textOf(event, 'reason'), at: event.at };
    const byOption = { ...state.consensus[criterion], [option]: agreed };
    return { ...state, consensus: { ...state.consensus, [criterion]: byOption } };
  },
});
