import type { PriceMethod } from '../rubric/rubric.ts';
import type { Standing } from './create-scorer.ts';
import { findExtraBids } from './extra-bid.ts';
import type { ReversalResult } from './money-result.ts';
import type { Prepared, PreparedOption } from './prepare-case.ts';
import { buildPriceField } from './price-field.ts';
import type { PriceField } from './price-field.ts';
import { isRelative } from './price-methods.ts';
import { bidsThatMatter } from './price-reversal.ts';
import type { BidThatMatters } from './price-reversal.ts';

type Report = (path: string, reason: string) => null;

/** Whether the order of the options turns on who else bids, in numbers and in words. */
export const moneyReversal = (
  prepared: Prepared,
  standing: Standing,
  report: Report,
): ReversalResult | null => {
  const rule = prepared.method.price;
  if (!rule) return report('/money/reversal', 'The rubric has no price criterion.');
  if (!isRelative(rule.method)) {
    return {
      ...NOTHING,
      applies: false,
      sentence:
        "No other bid's price can change the order: the price formula measures every bid against a published floor and ceiling.",
    };
  }
  const field = buildPriceField(prepared, standing);
  if (!field || field.runners.length < 2) {
    report('/money/reversal/extraBidPence', TOO_FEW);
    return { ...NOTHING, applies: true, sentence: TOO_FEW };
  }
  const found = bidsThatMatter(field).map((one) => ({
    option: one.option.given.id,
    first: idsOf(one.first),
    winnerChanges: one.winnerChanges,
    between: idsOf(one.between),
    sentence: reversalSentence(rule.method, one),
  }));
  const { below, above } = findExtraBids(field);
  if (!below) report('/money/reversal/extraBidPence', whyNone(field, standing, 'below'));
  if (!above) report('/money/reversal/extraBidAbovePence', whyNone(field, standing, 'above'));
  return {
    applies: true,
    sentence:
      (found.find((one) => one.winnerChanges) ?? found[0])?.sentence ?? keptSentence(field.measured.length),
    bidsThatMatter: found,
    extraBidPence: below?.pence ?? null,
    extraBidFirst: idsOf(below?.first ?? []),
    extraBidAbovePence: above?.pence ?? null,
    extraBidAboveFirst: idsOf(above?.first ?? []),
  };
};

const keptSentence = (bids: number): string =>
  `No single bid decides the order of the others: leaving out ${bids === 1 ? 'the only one' : `any one of the ${bids}, the winner aside,`} changes nothing.`;

const NOTHING = {
  bidsThatMatter: [],
  extraBidPence: null,
  extraBidFirst: [],
  extraBidAbovePence: null,
  extraBidAboveFirst: [],
};

const TOO_FEW = 'Fewer than two options are in the ranking, so no order can turn on another bid.';

const idsOf = (options: readonly PreparedOption[]): readonly string[] => options.map(({ given }) => given.id);

const MEASURES: Readonly<Record<Exclude<PriceMethod, 'benchmark-linear'>, string>> = {
  'lowest-over-price': 'the lowest',
  'squared-ratio': 'the lowest',
  'proportional-excess': 'the lowest',
  'min-max': 'the lowest and the highest',
  'mean-based': 'the mean of all',
};

const MOST_NAMED = 5;

/** "Which of A and B is first depends on whether C bids: the price formula measures every bid against the lowest." */
export const reversalSentence = (
  method: PriceMethod,
  { option, between, winnerChanges }: BidThatMatters,
): string => {
  const measure = method === 'benchmark-linear' ? 'a published floor and ceiling' : MEASURES[method];
  const titles = between.map(({ given }) => given.title);
  const rest = titles.length - MOST_NAMED;
  const named = rest > 0 ? [...titles.slice(0, MOST_NAMED), `${rest} more`] : titles;
  const list = `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
  const isBid = option.given.kind === 'bid';
  const turns = `${isBid ? 'whether' : 'whether there is'} ${option.given.title}${isBid ? ' bids' : ''}`;
  return `Which of ${list} is ${winnerChanges ? 'first' : 'ahead of the other'} depends on ${turns}: the price formula measures every ${isBid ? 'bid' : 'option'} against ${measure}.`;
};

const whyNone = (field: PriceField, standing: Standing, side: 'below' | 'above'): string => {
  if (standing.options.filter(({ rank }) => rank === 1).length > 1) {
    return 'The first place is shared, so there is no winner for another bid to change.';
  }
  const { method } = field.rule;
  if (side === 'above' && method !== 'min-max' && method !== 'mean-based') {
    return 'The price formula looks at the lowest bid alone, so a dearer one changes nothing.';
  }
  const against = method === 'mean-based' ? 'mean' : side === 'below' ? 'lowest' : 'highest';
  return `At no price ${side} the ${against} would one more bid change which option is first.`;
};
