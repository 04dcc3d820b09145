import { DomainError } from '../../errors.ts';
import type { CostLine } from '../../scoring/case.ts';
import { defineAct, facts, factsOf, section } from '../model/act.ts';
import { assertNeedLocked, liveOption } from '../model/guards.ts';
import { flag, id, list, object, pence, text } from '../model/schema.ts';

type Input = { option: string; lines: readonly CostLine[] };

const LINE = object(
  {
    line: text('What is paid for', 200),
    year: {
      type: 'integer',
      minimum: 0,
      maximum: 60,
      description: '0 is the purchase; year t falls at its end',
    },
    pence: pence('Amount in pence'),
  },
  {
    tendered: flag('False when it is not part of the tendered price; true when absent'),
    capital: flag('True for capital, false for revenue'),
  },
);

/** Costs are typed by somebody who does not mark, and stay sealed until quality is. */
export const recordCosts = defineAct<Input>({
  command: 'record-costs',
  act: 'costs-recorded',
  summary: 'Record the cost lines of an option, by year, capital or revenue. Sealed until prices are opened.',
  by: ['commercial'],
  input: object({ option: id('The option'), lines: list(LINE, 1, 500) }),
  decide: (input, state) => {
    assertNeedLocked(state, 'A price');
    liveOption(state, input.option);
    if (state.priceOpenedAt)
      throw new DomainError('too-late', 'Prices are open, so cost lines can no longer change.');
    const lines = input.lines.map((line) => ({
      line: line.line,
      year: line.year ?? 0,
      pence: line.pence,
      tendered: line.tendered ?? true,
      capital: line.capital ?? false,
    }));
    return [facts({ option: input.option }), section('lines', 'price', lines)];
  },
  evolve: (state, event) => {
    const { option } = factsOf<{ option: string }>(event);
    const lines = event.sections['lines'];
    const recorded = {
      lines: lines === undefined ? null : (lines as unknown as readonly CostLine[]),
      recordedAt: event.at,
      revisions: (state.costs[option]?.revisions ?? 0) + 1,
    };
    return { ...state, costs: { ...state.costs, [option]: recorded } };
  },
});
