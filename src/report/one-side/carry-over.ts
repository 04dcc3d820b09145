import { quickOf } from '../../core/decision/quick/quick-of.ts';
import { facts, room, text } from '../blocks.ts';
import { shown } from '../hidden.ts';

import { personWithJob } from '../names.ts';
import { dayWords, pounds } from '../numbers.ts';
import { buildFoot } from './one-side.ts';
import type { OneSide, OneSideInput } from './one-side.ts';
import { CARRY_OVER_WORDS } from './later-words.ts';

/** A request to let money with an end date be spent later, when the need is met better then. */
export const buildCarryOver = (input: OneSideInput): OneSide => {
  const { state } = input;
  const { later } = quickOf(state);
  const spendBy = state.money?.spendBy;
  const rough = later?.roughPence ?? null;
  return {
    title: `Request to carry money over: ${state.title ?? 'a purchase'}`,
    kicker: `Carry-over request, ${input.edition} edition`,
    status: later ? `Written on ${dayWords(later.at)} by ${personWithJob(input, state.lead)}.` : 'Draft.',
    marks: state.example ? ['Example data'] : [],
    blocks: [
      text(
        `We ask that the money below may be spent after ${spendBy ? dayWords(spendBy) : 'its end date'}, so that it is spent on what the need asks for and not on what can be delivered in time.`,
      ),
      facts(
        ['About how much', rough === null ? null : pounds(rough)],
        ['To be spent by', spendBy ? dayWords(spendBy) : null],
        ['The need', state.need ? shown(input, state.need.problem, 'text') : null],
        ['Who has it', state.need ? shown(input, state.need.affected, 'text') : null],
        ['It worked when', state.need ? shown(input, state.need.measure, 'text') : null],
        ['Would it be bought later at this price?', later ? shown(input, later.because, 'text') : null],
        ['Where the request stands', later ? CARRY_OVER_WORDS[later.carryOver] : null],
        ['Of whom, and what they said', later?.carryOverNote],
      ),
      room('Agreed, or not agreed because', 3),
      room('Name, job, date and signature', 2),
    ],
    foot: buildFoot(input.ledger),
  };
};
