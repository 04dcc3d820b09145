import type { Block } from '../blocks.ts';
import { cell, note, table } from '../blocks.ts';
import { shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { personName, ROLE_WORDS } from '../names.ts';
import { dayWords, instantWords } from '../numbers.ts';

/** Who took part in which role, and when each step was taken. */
export const buildPeople = (input: ReportInput): readonly Block[] => [
  ...table(
    'People on this decision',
    ['Name', 'Job', 'Role'],
    Object.values(input.state.people).map((one) => [
      cell(shown(input, one.name, 'name')),
      cell(shown(input, one.job, 'name')),
      cell(
        one.roles.map((role) => ROLE_WORDS[role]).join(', '),
        ...(one.left ? [`Left on ${dayWords(one.left.at)}: ${shown(input, one.left.reason, 'text')}`] : []),
      ),
    ]),
  ),
  ...stepBlocks(input),
];

const STEPS: readonly (readonly [act: string, words: string])[] = [
  ['decision-started', 'Decision started'],
  ['need-locked', 'Need locked'],
  ['listening-opened', 'Listening opened, or its closing day changed'],
  ['rubric-locked', 'Rubric locked'],
  ['rubric-replaced', 'Rubric replaced'],
  ['options-opened', 'Options opened'],
  ['marking-closed', 'Marking closed early'],
  ['quality-sealed', 'Quality sealed'],
  ['prices-opened', 'Prices opened'],
  ['bid-set-aside', 'A bid set aside'],
  ['decision-recorded', 'Recommendation recorded'],
  ['decision-returned', 'Returned to the lead'],
  ['decision-approved', 'Approved'],
  ['decision-declined', 'Declined'],
  ['award-notified', 'Bidders told'],
];

const stepBlocks = (input: ReportInput): readonly Block[] => {
  const words = new Map(STEPS);
  const steps = input.state.timeline.flatMap((item) => {
    const name = words.get(item.act);
    return name
      ? [[cell(name, `Entry ${item.seq}`), cell(instantWords(item.at)), cell(personName(input, item.actor))]]
      : [];
  });
  return steps.length > 0
    ? table('When each step was taken', ['Step', 'When', 'By whom'], steps)
    : [note('No step is on record yet.')];
};
