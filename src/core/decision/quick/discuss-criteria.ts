import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import type { QuickCriterion } from '../model/quick-state.ts';
import { list, mapOf, object, text } from '../model/schema.ts';
import { quickOf } from './quick-of.ts';
import { QUICK_HIGHEST } from './scale.ts';

type Input = {
  criteria: readonly { title: string; reason: string; marks: Readonly<Record<string, number>> }[];
};

const MARK = {
  type: 'integer',
  minimum: 0,
  maximum: QUICK_HIGHEST,
  description: 'A mark from 0 to 5',
} as const;
const CRITERION = object({
  title: text('What it is judged by', 80),
  reason: text('Why the marks are as they are', 200),
  marks: mapOf(MARK, 5),
});

/** Up to five criteria, marked by talking them through; one reason each says why the marks are as they are. */
export const discussCriteria = defineAct<Input>({
  command: 'discuss-criteria',
  act: 'criteria-discussed',
  summary: 'Quick record: up to five criteria by discussion, each with a mark for every option and a reason.',
  by: ['lead'],
  doors: ['quick'],
  input: object({ criteria: list(CRITERION, 1, 5) }),
  decide: (input, state) => {
    const ids = quickOf(state).options.map((option) => option.id);
    if (ids.length === 0) throw new DomainError('too-early', 'List the quotes and doing nothing first.');
    const faults = input.criteria.flatMap((criterion, index) => [
      ...ids
        .filter((option) => !Object.hasOwn(criterion.marks, option))
        .map((option) => ({
          path: `/criteria/${index}/marks/${option}`,
          message: `Give '${option}' a mark from 0 to ${QUICK_HIGHEST}; 0 says that nothing was shown.`,
        })),
      ...Object.keys(criterion.marks)
        .filter((option) => !ids.includes(option))
        .map((option) => ({
          path: `/criteria/${index}/marks/${option}`,
          message: `There is no option '${option}' on this record.`,
        })),
    ]);
    if (faults.length > 0)
      throw new DomainError('incomplete', 'Each criterion marks every option.', {}, faults);
    return [
      facts({ criteria: input.criteria.length }),
      ...input.criteria.flatMap((criterion, index) => [
        section(`title/${index}`, 'text', criterion.title),
        section(`reason/${index}`, 'reason', criterion.reason),
        section(`marks/${index}`, 'mark', criterion.marks),
      ]),
    ];
  },
  evolve: (state, event) => ({
    ...state,
    quick: {
      ...quickOf(state),
      criteria: Array.from({ length: factsOf<{ criteria: number }>(event).criteria }, (_unused, index) => {
        const marks = event.sections[`marks/${index}`];
        return {
          id: `criterion-${index + 1}`,
          title: textOf(event, `title/${index}`),
          reason: textOf(event, `reason/${index}`),
          marks: marks === undefined ? null : (marks as unknown as QuickCriterion['marks']),
        };
      }),
      discussedAt: event.at,
    },
  }),
});
