import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { object, oneOf, pence, text } from '../model/schema.ts';
import type { LaterAnswer } from '../model/quick-state.ts';
import { quickOf } from './quick-of.ts';

type Input = {
  wouldBuyLater: LaterAnswer['wouldBuyLater'];
  because: string;
  carryOver: LaterAnswer['carryOver'];
  carryOverNote?: string;
  roughPence?: number;
};
type Facts = Pick<LaterAnswer, 'wouldBuyLater' | 'carryOver'>;

/** Where money has an end date: would we buy it after that date, and may the money be carried over instead? */
export const answerLaterQuestion = defineAct<Input>({
  command: 'answer-later-question',
  act: 'later-question-answered',
  summary:
    'Quick record with money to spend by a day: whether it would be bought later at this price, and whether the money may be carried over.',
  by: ['lead'],
  doors: ['quick'],
  input: object(
    {
      wouldBuyLater: oneOf(
        ['yes', 'no', 'unsure'],
        'Would it be bought later, at this price, without the day?',
      ),
      because: text('Why', 300),
      carryOver: oneOf(
        ['asked', 'agreed', 'refused', 'not-asked'],
        'Whether carrying the money over was asked for',
      ),
    },
    {
      carryOverNote: text('Of whom, when, and what they said; or why it was not asked for', 300),
      roughPence: pence('About how much, in pence'),
    },
  ),
  decide: (input, state) => {
    if (!state.need) throw new DomainError('too-early', 'State the need first.');
    if (!state.money?.offered) {
      throw new DomainError(
        'not-allowed',
        'No money was offered with a day to spend it by, so there is nothing to ask.',
      );
    }
    return [
      facts({ wouldBuyLater: input.wouldBuyLater, carryOver: input.carryOver }),
      section('because', 'text', input.because),
      ...(input.carryOverNote ? [section('carry-over-note', 'text', input.carryOverNote)] : []),
      ...(input.roughPence === undefined ? [] : [section('rough-amount', 'money', input.roughPence)]),
    ];
  },
  evolve: (state, event) => {
    const { wouldBuyLater, carryOver } = factsOf<Facts>(event);
    const rough = event.sections['rough-amount'];
    const later: LaterAnswer = {
      wouldBuyLater,
      carryOver,
      because: textOf(event, 'because'),
      carryOverNote: textOf(event, 'carry-over-note'),
      roughPence: typeof rough === 'number' ? rough : null,
      at: event.at,
    };
    return { ...state, quick: { ...quickOf(state), later } };
  },
});
