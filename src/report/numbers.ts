import { decimalOf, roundHalfUp } from '../core/exact/decimal.ts';

/**
 * Numbers and dates as the report prints them. Our own, because the same ledger must give the same bytes on any
 * machine: no locale, no time zone, no floating-point rounding.
 */
const MINUS = '\u2212';

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** At most `places` decimals, rounded half up, no trailing zeros: 71.254 is 71.25, 68.50 is 68.5, 1234 is 1,234. */
export const decimalWords = (value: number, places = 2): string => {
  const units = roundHalfUp(decimalOf(value), places);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const whole = groupThousands(digits.slice(0, digits.length - places));
  return `${units < 0n ? MINUS : ''}${whole}${fraction && `.${fraction}`}`;
};

/** Whole pence: £12,345, or £12,345.67 where there are odd pence. */
export const pounds = (pence: number): string => {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const odd = digits.slice(-2);
  return `${pence < 0 ? MINUS : ''}£${groupThousands(digits.slice(0, -2))}${odd === '00' ? '' : `.${odd}`}`;
};

/** A share from 0 to 1: 0.4125 is 41.25%. */
export const percent = (share: number, places = 2): string => {
  const { n, d } = decimalOf(share);
  const units = roundHalfUp({ n: n * 100n, d }, places);
  return `${decimalWords(Number(units) / 10 ** places, places)}%`;
};

/** Basis points: 1250 is 12.5%. */
export const percentOfBp = (basisPoints: number): string => `${decimalWords(basisPoints / 100)}%`;

/** Weights along a path, outermost first, as one share of the whole: 8500 and 2353 make 20%. */
export const shareOfPath = (weightsBp: readonly number[]): string => {
  const n = weightsBp.reduce((product, weight) => product * BigInt(weight), 100n);
  const units = roundHalfUp({ n, d: 10000n ** BigInt(weightsBp.length) }, 2);
  return `${decimalWords(Number(units) / 100)}%`;
};

export const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** '2026-08-06', or an instant that starts so: 6 August 2026. The written day is used; no time zone is guessed. */
export const dayWords = (iso: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  const month = parts ? MONTHS[Number(parts[2]) - 1] : undefined;
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : iso;
};

/** An instant to the minute: 6 August 2026, 09:30 UTC. */
export const instantWords = (iso: string): string => {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time ? `${dayWords(iso)}, ${time} UTC` : dayWords(iso);
};

/** 1 bid, 2 bids; 0 criteria. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${groupThousands(String(n))} ${n === 1 ? one : many}`;

/** 'a, b and c'. */
export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
