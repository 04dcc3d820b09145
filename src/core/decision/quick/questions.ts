import type { DecisionState } from '../model/state.ts';
import type { QuickOption } from '../model/quick-state.ts';
import { quickOf } from './quick-of.ts';

/**
 * What a quick record is asked before its choice is recorded. Each question says what was seen, the usual good reason,
 * and what would settle it. They stop nothing: an answer is printed, and so is that there was none.
 */
export type QuickQuestion = {
  readonly id: string;
  readonly observation: string;
  readonly usualReason: string;
  readonly question: string;
};

export type QuickQuestionInput = {
  readonly state: DecisionState;
  /** The organisation's limit for quick records in pence; null when it has set none. */
  readonly limitPence: number | null;
  /** The chosen option, and whether it has a renewal date; null before the choice. */
  readonly choice: { readonly option: string; readonly renewsOn: string | null } | null;
};

/** A price this close below the limit is asked about, in hundredths of the limit. Ours: a price list seldom lands there. */
const NEAR_LIMIT_PERCENT = 95;

const isPriced = (option: QuickOption): boolean => (option.price?.wholeTermPence ?? null) !== null;

const pounds = (pence: number): string => {
  const whole = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const odd = pence % 100;
  return `£${whole}${odd === 0 ? '' : `.${String(odd).padStart(2, '0')}`}`;
};

export const askQuick = (input: QuickQuestionInput): readonly QuickQuestion[] =>
  ASKS.flatMap((ask) => ask(input) ?? []);

type Ask = (input: QuickQuestionInput) => QuickQuestion | undefined;

const usersNotHeard: Ask = ({ state }) => {
  const heard = quickOf(state).said.length + Object.keys(state.contributions).length;
  if (heard > 0) return undefined;
  return {
    id: 'users-not-heard',
    observation: 'Nobody who will use it is quoted (n = 0).',
    usualReason: 'The buyer is the only user.',
    question: 'Who will use it, and what did one of them say?',
  };
};

const ownedNotSaid: Ask = ({ state }) =>
  quickOf(state).owned === null && quickOf(state).foundAt !== undefined
    ? {
        id: 'owned-not-said',
        observation: 'Nothing is said of what the organisation already owns.',
        usualReason: 'There was a look, and nothing was found.',
        question: 'Where was looked: the licence list, the team next door, what is open source?',
      }
    : undefined;

const nothingNotListed: Ask = ({ state }) =>
  quickOf(state).options.some(({ kind }) => kind === 'business-as-usual')
    ? undefined
    : {
        id: 'doing-nothing-missing',
        observation: 'Doing nothing is not among the options.',
        usualReason: 'What is there now stops on a known day.',
        question: 'What happens if nothing is bought this year?',
      };

const singleQuote: Ask = ({ state }) => {
  const quotes = quickOf(state).options.filter(({ kind }) => kind === 'bid').length;
  return quotes === 1
    ? {
        id: 'single-quote',
        observation: 'There is one quote (n = 1).',
        usualReason: 'Only one supplier makes it, or it goes with something already in use.',
        question: 'Who else was asked or looked at, and why is one quote enough?',
      }
    : undefined;
};

const leavingNotPriced: Ask = ({ state }) => {
  const quotes = quickOf(state).options.filter(({ kind, price }) => kind === 'bid' && price !== null);
  const without = quotes.filter(({ price }) => price?.leavingPence === null).length;
  return without === 0
    ? undefined
    : {
        id: 'leaving-not-priced',
        observation: `${without} of ${quotes.length} quotes say nothing of what leaving costs.`,
        usualReason: 'It holds no data of ours and is cancelled with a month’s notice.',
        question: 'What would it cost to get our data out and move on?',
      };
};

const priceMissing: Ask = ({ state }) => {
  const quotes = quickOf(state).options.filter(({ kind, price }) => kind === 'bid' && price !== null);
  const without = quotes.filter((one) => !isPriced(one)).length;
  return without === 0
    ? undefined
    : {
        id: 'price-missing',
        observation: `${without} of ${quotes.length} quotes have no price for their whole term.`,
        usualReason: 'The price depends on how many people will use it.',
        question: 'What is the most that could be paid over the whole term?',
      };
};

const limitNotSet: Ask = ({ limitPence }) =>
  limitPence === null
    ? {
        id: 'limit-not-set',
        observation: 'The organisation has set no limit for quick records here.',
        usualReason: 'The service is new, and the administrator has not come to it yet.',
        question: 'Which rule of the organisation allows this purchase on a quick record?',
      }
    : undefined;

const nearLimit: Ask = ({ state, limitPence }) => {
  const near = quickOf(state).options.find(({ kind, price }) => {
    const pence = price?.wholeTermPence ?? 0;
    return (
      kind === 'bid' &&
      limitPence !== null &&
      pence <= limitPence &&
      pence * 100 >= limitPence * NEAR_LIMIT_PERCENT
    );
  });
  return near && limitPence !== null
    ? {
        id: 'near-limit',
        observation: `One quote, at ${pounds(near.price?.wholeTermPence ?? 0)}, is within 5% of the limit of ${pounds(limitPence)}.`,
        usualReason: 'It is the price on the supplier’s list.',
        question: 'Will more be bought for the same need, so that together it passes the limit?',
      }
    : undefined;
};

const notBoughtLater: Ask = ({ state }) => {
  const later = quickOf(state).later;
  return later && later.wouldBuyLater !== 'yes'
    ? {
        id: 'not-bought-later',
        observation:
          later.wouldBuyLater === 'no'
            ? 'The answer was that this would not be bought later at this price.'
            : 'It is not known whether this would be bought later at this price.',
        usualReason: 'The price holds only now, or what is there now stops first.',
        question: 'What makes it right to buy it now?',
      }
    : undefined;
};

const criterionFlat: Ask = ({ state }) => {
  const { criteria, options } = quickOf(state);
  const flat = criteria.filter(
    ({ marks }) => marks !== null && new Set(Object.values(marks)).size === 1,
  ).length;
  return flat > 0 && options.length > 1
    ? {
        id: 'criterion-flat',
        observation: `${flat} of ${criteria.length} criteria give every option the same mark, so they do not tell the options apart.`,
        usualReason: 'It is a need that every option meets.',
        question: 'Is there something users notice that would tell them apart?',
      }
    : undefined;
};

const renewalMissing: Ask = ({ state, choice }) => {
  const chosen = quickOf(state).options.find(({ id }) => id === choice?.option);
  return choice && chosen?.kind === 'bid' && choice.renewsOn === null
    ? {
        id: 'renewal-missing',
        observation: 'There is no date on which the purchase is looked at again.',
        usualReason: 'It is bought once and never renewed.',
        question: 'When does it renew or end, and who looks at it before then?',
      }
    : undefined;
};

const ASKS: readonly Ask[] = [
  notBoughtLater,
  usersNotHeard,
  ownedNotSaid,
  nothingNotListed,
  singleQuote,
  priceMissing,
  leavingNotPriced,
  limitNotSet,
  nearLimit,
  criterionFlat,
  renewalMissing,
];
