import { DomainError } from '../../errors.ts';
import { defineAct, facts, section, textOf } from '../model/act.ts';
import { object, text } from '../model/schema.ts';

type Input = { problem: string; affected: string; measure: string };

export const stateNeed = defineAct<Input>({
  command: 'state-need',
  act: 'need-stated',
  summary:
    'State or restate the need: the problem, who is affected, the measure of success. Possible until it is locked.',
  by: ['lead'],
  doors: ['full', 'quick'],
  input: object({
    problem: text('The problem, as the people who have it would say it'),
    affected: text('Who is affected, and how many'),
    measure: text('How we will know it worked: from what, to what, by when'),
  }),
  decide: (input, state) => {
    if (state.need?.lockedAt)
      throw new DomainError('too-late', 'The need is locked and can no longer be restated.');
    if (state.door === 'quick') assertShort(input);
    return [
      facts({ revision: (state.need?.revision ?? 0) + 1 }),
      section('problem', 'text', input.problem),
      section('affected', 'text', input.affected),
      section('measure', 'text', input.measure),
    ];
  },
  evolve: (state, event) => ({
    ...state,
    need: {
      problem: textOf(event, 'problem'),
      affected: textOf(event, 'affected'),
      measure: textOf(event, 'measure'),
      revision: (state.need?.revision ?? 0) + 1,
      statedAt: event.at,
    },
  }),
});

/** A quick record is one side of paper, so its need is a sentence for each of the three. */
const QUICK_MOST: Readonly<Record<keyof Input, number>> = { problem: 300, affected: 150, measure: 300 };

const assertShort = (input: Input): void => {
  const faults = (['problem', 'affected', 'measure'] as const)
    .filter((key) => input[key].length > QUICK_MOST[key])
    .map((key) => ({
      path: `/${key}`,
      message: `Say it in a sentence: ${QUICK_MOST[key]} characters at most, and these are ${input[key].length}.`,
    }));
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'On one side of paper the need is short.', {}, faults);
};
