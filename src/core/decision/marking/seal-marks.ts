import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';

import {
  assertInterestsClear,
  assertOpened,
  assertQualityOpen,
  assertRubricLocked,
  hasRole,
  hasSealed,
  liveOptions,
  participantOf,
} from '../model/guards.ts';
import { decimal, flag, id, mapOf, object, text } from '../model/schema.ts';
import type { DecisionState, MarkState } from '../model/state.ts';
import { assertOnScale, findScored } from './score.ts';

type Input = {
  criterion: string;
  marks: Readonly<Record<string, { reason: string; score: string }>>;
  triedEveryOption?: boolean;
};
type Facts = {
  criterion: string;
  assessor: string;
  group: 'panel' | 'frontline';
  options: readonly string[];
};

/** One assessor's marks on one criterion, for every option, at once: reasons first, numbers second. */
export const sealMarks = defineAct<Input>({
  command: 'seal-marks',
  act: 'marks-sealed',
  summary:
    'Seal your marks and reasons on one criterion, for every option. Nobody sees them until all have sealed.',
  by: ['panel', 'frontline'],
  input: object(
    {
      criterion: id('The scored criterion'),
      marks: mapOf(
        object({ reason: text('Why, pointing at what was offered or seen'), score: decimal('The mark') }),
        200,
      ),
    },
    { triedEveryOption: flag('Frontline markers only: true when you tried every option in the trial') },
  ),
  decide: (input, state, context) => {
    const rubric = assertRubricLocked(state, 'Marking');
    assertOpened(state, 'Marking');
    assertQualityOpen(state, 'A mark');
    const person = participantOf(state, context);
    assertInterestsClear(person);
    const criterion = findScored(rubric, input.criterion);
    const group = hasRole(person, 'panel') ? 'panel' : 'frontline';
    if (group === 'frontline') assertInTrial(input, state);
    if (state.markingClosed) throw new DomainError('too-late', 'The lead has closed marking.');
    if (hasSealed(state, input.criterion, person.id)) {
      throw new DomainError(
        'reason-needed',
        'You have sealed this criterion. Change a sealed mark with a reason instead.',
      );
    }
    const options = liveOptions(state).map((option) => option.id);
    assertSameOptions(Object.keys(input.marks), options);
    for (const mark of Object.values(input.marks)) assertOnScale(rubric, criterion, mark.score);
    return [
      facts({ criterion: input.criterion, assessor: person.id, group, options }),
      ...options.flatMap((option) => [
        section(`reason/${option}`, 'reason', input.marks[option]?.reason ?? ''),
        section(`mark/${option}`, 'mark', input.marks[option]?.score ?? ''),
      ]),
    ];
  },
  evolve: (state, event) => {
    const { criterion, assessor, group, options } = factsOf<Facts>(event);
    return options.reduce((next, option) => {
      const score = textOf(event, `mark/${option}`);
      const reason = textOf(event, `reason/${option}`);
      return withMark(next, criterion, option, {
        assessor,
        group,
        score,
        reason,
        firstScore: score,
        firstReason: reason,
        sealedAt: event.at,
        changes: [],
      });
    }, state);
  },
});

const assertInTrial = (input: Input, state: DecisionState): void => {
  const rubric = state.rubric?.rubric;
  const criterion = rubric ? findScored(rubric, input.criterion) : undefined;
  if (!rubric?.method?.trial || !rubric.method.frontlineShareBp) {
    throw new DomainError(
      'not-allowed',
      'The locked method has no trial, so frontline marks do not count here.',
    );
  }
  if (!criterion?.frontlineCanAnswer) {
    throw new DomainError('not-allowed', 'This criterion is not one that the trial answers.');
  }
  if (input.triedEveryOption !== true) {
    throw new DomainError(
      'incomplete',
      'Marks from a trial count only from somebody who tried every option.',
    );
  }
};

const assertSameOptions = (given: readonly string[], expected: readonly string[]): void => {
  const missing = expected.filter((option) => !given.includes(option));
  const extra = given.filter((option) => !expected.includes(option));
  if (missing.length + extra.length === 0) return;
  throw new DomainError('incomplete', 'Mark every option on this criterion, and no other.', {}, [
    ...missing.map((option) => ({
      path: `/marks/${option}`,
      message: 'There is no mark for this option yet.',
    })),
    ...extra.map((option) => ({ path: `/marks/${option}`, message: 'There is no such option.' })),
  ]);
};

export const withMark = (
  state: DecisionState,
  criterion: string,
  option: string,
  mark: MarkState,
): DecisionState => {
  const byOption = state.marks[criterion] ?? {};
  const byAssessor = { ...byOption[option], [mark.assessor]: mark };
  return { ...state, marks: { ...state.marks, [criterion]: { ...byOption, [option]: byAssessor } } };
};
