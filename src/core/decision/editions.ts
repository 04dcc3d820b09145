import type { SectionType } from './model/act.ts';

/**
 * Two editions of every decision. Internal carries everything its reader may see. Shareable carries the same
 * chain with prices, bids, individual marks, interests and contributors' names left out: their commitments
 * stay, so it verifies and says how many parts are withheld.
 */
export const EDITIONS = ['shareable', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];

const WITHHELD_FROM_SHAREABLE: readonly SectionType[] = [
  'bid',
  'mark',
  'reason',
  'consensus',
  'price',
  'money',
  'interest',
  'contributor',
  'dissent',
];

export const isCarried = (edition: Edition, type: SectionType): boolean =>
  type !== 'receipt' && (edition === 'internal' || !WITHHELD_FROM_SHAREABLE.includes(type));
