import type { IdeaFate } from '../core/decision/model/idea-state.ts';
import type { IdeaState } from '../core/decision/model/idea-state.ts';
import { count, dayWords } from './numbers.ts';

/** The words for what comes of an idea: on pages, on the sheet and on receipts. */
export const IDEA_FATE_WORDS: Readonly<Record<IdeaFate, string>> = {
  'became-decision': 'It became a decision',
  'became-option': 'It became an option of a decision',
  'step-agreed': 'The smallest next step is agreed',
  'passed-on': 'It was passed on',
  'not-now': 'Not now',
  no: 'No',
};

/** 'Asked for by 3 December 2026; no answer yet.' True at every later moment, so it needs no clock. */
export const ideaStanding = ({ answer, answerBy, reopened }: IdeaState): string => {
  const again = reopened.length > 0 ? ` Taken up again ${count(reopened.length, 'time')}.` : '';
  if (!answer) return `Asked for by ${dayWords(answerBy)}; no answer yet.${again}`;
  const look = answer.lookAgainOn ? `, to be looked at again on ${dayWords(answer.lookAgainOn)}` : '';
  return `${IDEA_FATE_WORDS[answer.fate]}${look}. Answered on ${dayWords(answer.answeredAt)}.${again}`;
};

/** 'Nobody else yet', '1 team says that it has it, too'. */
export const teamsWords = (teams: number): string => {
  if (teams === 0) return 'No other team has said so yet.';
  return `${count(teams, 'team')} ${teams === 1 ? 'says that it has' : 'say that they have'} it, too.`;
};
