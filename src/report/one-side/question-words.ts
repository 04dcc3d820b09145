import type { QuickAsked } from '../../core/decision/model/quick-state.ts';
import { hiddenWords, isWithheld } from '../hidden.ts';
import type { ReportInput } from '../input.ts';

/** The question short enough for one side, by its id. */
const SHORT: Readonly<Record<string, string>> = {
  'users-not-heard': 'Nobody who will use it is quoted.',
  'owned-not-said': 'What is owned already is not said.',
  'doing-nothing-missing': 'Doing nothing is not among the options.',
  'single-quote': 'There is one quote.',
  'price-missing': 'A quote has no price for its whole term.',
  'leaving-not-priced': 'A quote does not say what leaving costs.',
  'limit-not-set': 'The organisation has set no limit for quick records.',
  'near-limit': 'A quote is within 5% of the limit.',
  'not-bought-later': 'It might not be bought later at this price.',
  'criterion-flat': 'A criterion gives every option the same mark.',
  'renewal-missing': 'There is no day on which it is looked at again.',
};

export const shortQuestion = (id: string): string => SHORT[id] ?? id;

/** What was asked and what was answered; that there was no answer is said, too. */
export const answeredWords = (input: ReportInput, { id, answer }: QuickAsked): string => {
  const said = answer ?? (isWithheld(input, 'bid') ? hiddenWords(input, 'bid') : 'No answer was given');
  return `${shortQuestion(id)} ${said}${/[.!?]$/.test(said) ? '' : '.'}`;
};
