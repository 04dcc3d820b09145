/**
 * Which number did the person write? A spreadsheet's own numbers are clear; text is not: a comma is a decimal point in
 * one country and a thousands mark in the next.
 *
 * In words: spaces and apostrophes between digits, and currency signs, are left out. With both a point and a comma the
 * later one is the decimal mark. Two of one kind are thousands marks. One mark followed by exactly three digits could be
 * either, so it is refused, except where the caller says what it must be (a price: thousands, when it is a comma; a mark:
 * decimal, when it is a point; a price in euros: thousands).
 * Example: '3,5' is 3.5; '1.250,50' and '1,250.50' are 1250.50; '1,250' is refused as a mark and 1250 as a price.
 */
export type ReadNumber =
  /** A plain decimal: '-12.50'. */
  | { readonly is: 'number'; readonly number: string; readonly percent: boolean }
  | { readonly is: 'unclear'; readonly why: string }
  | { readonly is: 'text' };

export type NumberUse = 'price' | 'mark';

const SIGNS = /[£€$¥]|\b(?:gbp|eur|usd|chf)\b/giu;

export const readNumber = (text: string, use: NumberUse): ReadNumber => {
  const percent = /%\s*$/u.test(text);
  const bare = text
    .replace(/%\s*$/u, '')
    .replace(use === 'price' ? SIGNS : /$^/u, '')
    .replace(/(?<=\d)[\s'’](?=\d{3}(?:\D|$))/gu, '')
    .replace(/−/gu, '-')
    .trim();
  const match = /^([+-]?)\s*(\d[\d.,]*|[.,]\d+)$/u.exec(bare);
  if (!match) return { is: 'text' };
  const [, sign = '', digits = ''] = match;
  const european = use === 'price' && /€|\beur\b/iu.test(text) && /^\d{1,3}\.\d{3}$/.test(digits);
  const read = european ? digits.replace('.', '') : readDigits(digits, use);
  if (typeof read !== 'string') return read;
  return { is: 'number', number: plainDecimal(`${sign === '-' ? '-' : ''}${read}`), percent };
};

const readDigits = (digits: string, use: NumberUse): string | Exclude<ReadNumber, { is: 'number' }> => {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points === 0 && commas === 0) return digits;
  if (points > 0 && commas > 0) {
    const [thousands, decimal] = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? [',', '.'] : ['.', ','];
    return grouped(digits, thousands, decimal);
  }
  const mark = points > 0 ? '.' : ',';
  if (points + commas > 1) return grouped(digits, mark, mark === '.' ? ',' : '.');
  const [before = '', after = ''] = digits.split(mark);
  const either = after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith('0');
  if (!either) return `${before || '0'}.${after}`;
  if (mark === '.' && use === 'mark') return `${before}.${after}`;
  if (mark === ',' && use === 'price') return `${before}${after}`;
  return {
    is: 'unclear',
    why: `could be ${before}${after} or ${before}.${after}; write it without the ${mark === '.' ? 'point' : 'comma'}, or with ${mark === '.' ? 'more or fewer' : 'a point before the'} decimals`,
  };
};

const grouped = (digits: string, thousands: string, decimal: string): string | { readonly is: 'text' } => {
  const [whole = '', ...rest] = digits.split(decimal);
  const groups = whole.split(thousands);
  const sound = groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if (!sound || rest.length > 1 || rest.some((part) => !/^\d*$/.test(part))) return { is: 'text' };
  return `${groups.join('')}.${rest[0] ?? ''}`;
};

/** '007.50' is '7.5', '5.' is '5', '-0' is '0': one way to write one number. */
export const plainDecimal = (number: string): string => {
  const match = /^(-?)(\d*)\.?(\d*)$/.exec(number);
  if (!match) return number;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const part = (match[3] ?? '').replace(/0+$/, '');
  const plain = part ? `${whole}.${part}` : whole;
  return plain === '0' ? '0' : `${match[1] ?? ''}${plain}`;
};
