import { IDEA_FATE_WORDS, teamsWords } from '../report/idea-words.ts';
import { dayWords } from '../report/numbers.ts';
import type { IdeaSummary } from '../usecases/list-ideas.ts';

/** Where an idea stands today, for a tag and a line beside it. */
export const ideaTag = ({ answer, isOverdue }: IdeaSummary): { text: string; colour?: string } => {
  if (answer) return { text: IDEA_FATE_WORDS[answer.fate], colour: 'green' };
  return isOverdue
    ? { text: 'No answer in time', colour: 'red' }
    : { text: 'Waits for an answer', colour: 'blue' };
};

const PART_WORDS: Readonly<Record<IdeaSummary['part'], string>> = {
  author: 'You put it forward.',
  asked: 'You are asked for the answer.',
  other: 'You are on it.',
  reader: '',
};

/** One line of a list of ideas. */
export const ideaLine = (one: IdeaSummary): object => ({
  title: one.title,
  href: `/ideas/${one.idea}`,
  problem: one.problem,
  example: one.example,
  tag: ideaTag(one),
  by: whenWords(one),
  teams: one.teams > 0 ? teamsWords(one.teams) : '',
  part: PART_WORDS[one.part],
});

export const whenWords = ({ answer, answerBy, isOverdue }: IdeaSummary): string => {
  if (answer)
    return answer.lookAgainOn
      ? `Looked at again on ${dayWords(answer.lookAgainOn)}.`
      : `Answered on ${dayWords(answer.answeredAt)}.`;
  if (answerBy === '') return 'Not stated yet.';
  return isOverdue
    ? `Asked for by ${dayWords(answerBy)}; no answer yet.`
    : `An answer is asked for by ${dayWords(answerBy)}.`;
};
