import { DomainError } from '../../errors.ts';
import type { OptionKind } from '../../scoring/case.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import type { DecisionEvent } from '../model/act.ts';
import type { QuickOption, QuickPrice, QuickState } from '../model/quick-state.ts';
import { id, list, object, oneOf, pence, text } from '../model/schema.ts';
import { OPTION_KINDS } from '../options/add-option.ts';
import { assertLaterAnswered, quickOf } from './quick-of.ts';

type Quote = {
  option?: string;
  kind: OptionKind;
  title: string;
  supplier?: string;
  note?: string;
  termMonths?: number;
  wholeTermPence?: number;
  leavingPence?: number;
};
type Input = { options: readonly Quote[] };
type Facts = { options: readonly { option: string; kind: OptionKind }[] };

const QUOTE = object(
  {
    kind: oneOf(OPTION_KINDS, 'bid for a quote, business-as-usual for doing nothing'),
    title: text('Its title', 80),
  },
  {
    option: id('Its id, where it was listed before'),
    supplier: text('Who offers it', 80),
    note: text('What it is, in a sentence', 120),
    termMonths: {
      type: 'integer',
      minimum: 1,
      maximum: 240,
      description: 'How long the price is for, in months',
    },
    wholeTermPence: pence('All that is paid over the term, in pence'),
    leavingPence: pence('What it costs to leave at the end, in pence'),
  },
);

/** Quotes and doing nothing, side by side. Listing again replaces the list; an option keeps its id, so its marks stay. */
export const listQuotes = defineAct<Input>({
  command: 'list-quotes',
  act: 'quotes-listed',
  summary: 'Quick record: the quotes, doing nothing, and what each costs over its whole term and to leave.',
  by: ['lead'],
  doors: ['quick'],
  input: object({ options: list(QUOTE, 1, 5) }),
  decide: (input, state) => {
    if (!state.need) throw new DomainError('too-early', 'State the need first.');
    assertLaterAnswered(state, 'A quote');
    const options = withIds(input.options, quickOf(state));
    return [
      facts({ options: options.map(({ option, kind }) => ({ option, kind })) }),
      ...options.flatMap((one) => [
        section(`title/${one.option}`, 'bid', one.title),
        ...(one.supplier ? [section(`supplier/${one.option}`, 'bid', one.supplier)] : []),
        ...(one.note ? [section(`note/${one.option}`, 'bid', one.note)] : []),
        section(`price/${one.option}`, 'price', {
          termMonths: one.termMonths ?? null,
          wholeTermPence: one.wholeTermPence ?? null,
          leavingPence: one.leavingPence ?? null,
        }),
      ]),
    ];
  },
  evolve: (state, event) => ({
    ...state,
    quick: {
      ...quickOf(state),
      options: factsOf<Facts>(event).options.map((one) => optionOf(event, one)),
      listedAt: event.at,
    },
  }),
});

/** Ids say the kind and a number, as everywhere, so that titles can be withheld; a number is not used twice. */
const withIds = (
  quotes: readonly Quote[],
  { options }: QuickState,
): readonly (Quote & { option: string })[] => {
  const taken = new Set(options.map((one) => one.id));
  const kept = new Set<string>();
  return quotes.map((quote, index) => {
    if (quote.option !== undefined) {
      const before = options.find((one) => one.id === quote.option);
      if (before?.kind !== quote.kind || kept.has(quote.option)) {
        throw new DomainError('invalid-input', 'One of the options is not what it was.', {}, [
          {
            path: `/options/${index}/option`,
            message: `There is no ${quote.kind} '${quote.option}' to change here.`,
          },
        ]);
      }
      kept.add(quote.option);
      return { ...quote, option: quote.option };
    }
    let number = 1;
    while (taken.has(`${quote.kind}-${number}`)) number += 1;
    taken.add(`${quote.kind}-${number}`);
    return { ...quote, option: `${quote.kind}-${number}` };
  });
};

const optionOf = (event: DecisionEvent, { option, kind }: Facts['options'][number]): QuickOption => {
  const price = event.sections[`price/${option}`];
  return {
    id: option,
    kind,
    title: textOf(event, `title/${option}`),
    supplier: textOf(event, `supplier/${option}`),
    note: textOf(event, `note/${option}`),
    price: price === undefined ? null : (price as unknown as QuickPrice),
  };
};
