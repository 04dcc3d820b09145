import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertQualityOpen, assertRubricLocked, participantOf } from '../model/guards.ts';
import { decimal, id, object, text, TEXT_MAX } from '../model/schema.ts';
import { assertOnScale, findScored } from './score.ts';
import { withMark } from './seal-marks.ts';

type Input = { criterion: string; option: string; score: string; reason: string; why?: string };
type Facts = { criterion: string; option: string; assessor: string };

/** After sealing a mark moves only with a reason for the change; the first mark stays on record. */
export const changeMark = defineAct<Input>({
  command: 'change-mark',
  act: 'mark-changed',
  summary: 'Change a sealed mark, saying why it changes. The first mark and its reason stay on record.',
  by: ['panel', 'frontline'],
  input: object(
    {
      criterion: id('The scored criterion'),
      option: id('The option'),
      reason: text('Why this mark, pointing at what was offered or seen'),
      score: decimal('The new mark'),
    },
    { why: { type: 'string', maxLength: TEXT_MAX, description: 'Why the mark changes; refused without' } },
  ),
  decide: (input, state, context) => {
    const rubric = assertRubricLocked(state, 'Marking');
    assertQualityOpen(state, 'A mark');
    const person = participantOf(state, context);
    if (!state.marks[input.criterion]?.[input.option]?.[person.id]) {
      throw new DomainError('not-found', 'You have not sealed a mark here yet.');
    }
    if (state.consensus[input.criterion]?.[input.option]) {
      throw new DomainError(
        'too-late',
        'The panel has recorded its consensus here. The first marks stay as they are.',
      );
    }
    if (!input.why?.trim()) {
      throw new DomainError(
        'reason-needed',
        'A sealed mark changes only with a reason. Say why it changes.',
        {},
        [{ path: '/why', message: 'Say why the mark changes.' }],
      );
    }
    assertOnScale(rubric, findScored(rubric, input.criterion), input.score);
    return [
      facts({ criterion: input.criterion, option: input.option, assessor: person.id }),
      section('reason', 'reason', input.reason),
      section('mark', 'mark', input.score),
      section('why', 'reason', input.why),
    ];
  },
  evolve: (state, event) => {
    const { criterion, option, assessor } = factsOf<Facts>(event);
    const before = state.marks[criterion]?.[option]?.[assessor];
    if (!before) return state;
    return withMark(state, criterion, option, {
      ...before,
      score: textOf(event, 'mark'),
      reason: textOf(event, 'reason'),
      changes: [...before.changes, { at: event.at, why: textOf(event, 'why') }],
    });
  },
});
