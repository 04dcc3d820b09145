import type { PriceMethod } from '../../../src/core/rubric/rubric.ts';
import type { Case, CostLine, OptionKind } from '../../../src/core/scoring/case.ts';
import { firstOf } from '../../../src/core/scoring/create-scorer.ts';
import type { ReversalResult } from '../../../src/core/scoring/money-result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price } from './make-case.ts';
import { moneyOf, standCase } from './stand-case.ts';

export type Bid = readonly [id: string, quality: number, pence: number, kind?: OptionKind];

export const RELATIVE: readonly PriceMethod[] = [
  'lowest-over-price',
  'squared-ratio',
  'min-max',
  'proportional-excess',
  'mean-based',
];

/** The same sum bought at once, or a year later with a rising charge beside it: fractions of a penny today. */
const costsOf = (id: string, pence: number, awkward: boolean): readonly CostLine[] =>
  awkward && id !== 'extra'
    ? [
        { line: 'all', year: 1, pence },
        { line: 'charge', year: Number(id.slice(1)), pence: 3, escalationBp: 700, fromYear: 0 },
      ]
    : [{ line: 'all', year: 0, pence }];

export const tender = (method: PriceMethod, bids: readonly Bid[], priceBp = 5000, awkward = false): Case =>
  makeCase(
    makeRubric(
      [scored('fit', 10000 - priceBp), price(priceBp, { method, floorPence: 0, ceilingPence: 180 })],
      { scale: PERCENT, method: { discountRateBp: 700 } },
    ),
    bids.map(([id, , pence, kind = 'bid']) => option(id, { kind, costs: costsOf(id, pence, awkward) })),
    bids.map(([id, quality]) => mark(id, 'fit', quality)),
    { settings: { purpose: 'appraisal' } },
  );

export const reversalOf = (given: Case): ReversalResult => {
  const { reversal } = moneyOf(given).money;
  if (!reversal) throw new Error('The case has no reversal report.');
  return reversal;
};

export const firstIn = (given: Case): string => firstOf(standCase(given)).join();
