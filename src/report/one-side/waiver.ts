import { quickOf } from '../../core/decision/quick/quick-of.ts';
import { facts, room, text } from '../blocks.ts';
import { shown } from '../hidden.ts';

import { personWithJob } from '../names.ts';
import { dayWords, pounds } from '../numbers.ts';
import { buildFoot } from './one-side.ts';
import type { OneSide, OneSideInput } from './one-side.ts';

/** A note that says why one quote is enough, with room for whoever has to agree to it. */
export const buildWaiver = (input: OneSideInput): OneSide => {
  const { state } = input;
  const quick = quickOf(state);
  const quote = quick.options.find(({ id }) => id === state.outcome?.option) ?? quick.options[0];
  const price = quote?.price?.wholeTermPence ?? null;
  return {
    title: `One quote: ${state.title ?? 'a purchase'}`,
    kicker: `Single-quote waiver note, ${input.edition} edition`,
    status: state.outcome?.recordedAt
      ? `Recorded on ${dayWords(state.outcome.recordedAt)} by ${personWithJob(input, quick.chosenBy ?? '')}.`
      : 'Draft.',
    marks: [
      ...(state.outcome?.status === 'approved' ? [] : ['DRAFT']),
      ...(state.example ? ['Example data'] : []),
    ],
    blocks: [
      text(
        'The purchase below rests on one quote. This note says why, so that whoever may waive further quotes can agree or not.',
      ),
      facts(
        ['What is bought', quote ? shown(input, quote.title, 'bid') : null],
        ['From', quote?.supplier],
        ['Whole-term price', price === null ? shown(input, null, 'price') : pounds(price)],
        ['The need', state.need ? shown(input, state.need.problem, 'text') : null],
        ['Why one quote is enough', shown(input, quick.singleQuoteReason, 'bid')],
        ['Asked and answered', quick.asked.find(({ id }) => id === 'single-quote')?.answer],
        ['What we own already', quick.owned],
        ['Looked at again', state.outcome?.reviewOn ? dayWords(state.outcome.reviewOn) : 'No date is set'],
      ),
      room('Agreed, or not agreed because', 3),
      room('Name, job, date and signature', 2),
    ],
    foot: buildFoot(input.ledger),
  };
};
