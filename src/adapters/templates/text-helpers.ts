import { asText, isPresent } from './presence.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** '2026-08-06' or an instant starting so -> '6 August 2026'. The written date is used as it stands: no time zone is guessed. Nothing for an absent one: a template works its arguments out whether it prints them or not. */
export function dateInWords(iso: unknown): string {
  if (!isPresent(iso)) return '';
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(asText(iso));
  const month = parts ? MONTHS[Number(parts[2]) - 1] : undefined;
  if (!parts || !month) throw new Error(`Not an ISO date: ${asText(iso)}`);
  return `${Number(parts[3])} ${month} ${parts[1]}`;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Whole pence -> '£12,345' or, when there are odd pence, '£12,345.67'. Digits are moved, never divided. */
export function money(pence: unknown): string {
  if (!isPresent(pence)) return '';
  const text = asText(pence);
  if (!/^-?\d+$/.test(text)) throw new Error(`Not whole pence: ${text}`);
  const digits = text.replace('-', '').padStart(3, '0');
  const odd = digits.slice(-2);
  const sign = text.startsWith('-') ? '\u2212' : '';
  return `${sign}£${groupThousands(digits.slice(0, -2))}${odd === '00' ? '' : `.${odd}`}`;
}

/** Basis points -> '12.5%'. */
export function percentBp(basisPoints: unknown): string {
  const text = asText(basisPoints);
  if (!/^-?\d+$/.test(text)) throw new Error(`Not whole basis points: ${text}`);
  const digits = text.replace('-', '').padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${text.startsWith('-') ? '\u2212' : ''}${digits.slice(0, -2)}${fraction ? `.${fraction}` : ''}%`;
}

/** `{{plural 3 "criterion" "criteria"}}` -> '3 criteria'. The plural defaults to the word with an s. */
export function plural(count: unknown, one: string, many?: unknown): string {
  const word = Number(count) === 1 ? one : typeof many === 'string' ? many : `${one}s`;
  return `${groupThousands(asText(count))} ${word}`;
}

/** `(cat id "-hint")`: the parts as one text. */
export const cat = (...args: unknown[]): string => args.slice(0, -1).map(asText).join('');

/** The words of a caption as an id, at most 40 characters of them. */
export const slug = (text: unknown): string => asText(text).replace(/ /g, '-').toLowerCase().slice(0, 40);
