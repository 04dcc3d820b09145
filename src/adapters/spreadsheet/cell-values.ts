import type { Cell } from '../../core/workbook/sheet.ts';

const DIGITS = 15;

/** The decimal that a spreadsheet shows at full width for a double, written out: 0.1 + 0.2 is '0.3', 1e21 has its zeros. */
export const toDecimal = (double: number): string => {
  const [digits = '0', exponent] = double.toPrecision(DIGITS).split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.');
  const all = whole + fraction;
  const point = whole.length + Number(exponent ?? 0);
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const at = Math.max(point, 1);
  const written = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0*$/, '').replace(/^0+(?=\d)/, '');
  return written === '0' ? '0' : sign + written;
};

const LAST_DAY = 2_958_465;
const FROM_1904 = 1_462;
/** 29 February 1900, which never was: spreadsheets count it, so days before it are one further on. */
const NEVER_WAS = 60;
const DAY_MS = 86_400_000;
const MINUTES = 1_440;

/** A day number of a spreadsheet as a calendar day; undefined for what no spreadsheet shows as one. */
export const toDay = (serial: number, from1904: boolean): string | undefined => {
  const day = Math.floor(serial) + (from1904 ? FROM_1904 : 0);
  if (day < 1 || day > LAST_DAY || day === NEVER_WAS) return undefined;
  const before = day < NEVER_WAS ? day + 1 : day;
  return new Date((before - 25_569) * DAY_MS).toISOString().slice(0, 10);
};

/** YYYY-MM-DD and in the calendar. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** The day number of a calendar day from 1900 on. */
export const toSerial = (day: string): number | undefined => {
  const serial = Date.parse(`${day}T00:00:00Z`) / DAY_MS + 25_569;
  if (!(serial > 1) || serial > LAST_DAY) return undefined;
  return serial <= NEVER_WAS ? serial - 1 : serial;
};

/** A time of day as it is shown: 4:05 typed for '4 of 5' must not turn into a number nobody wrote. */
const toTime = (serial: number): string => {
  const minutes = Math.round((serial - Math.floor(serial)) * MINUTES) % MINUTES;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

export type NumberLook = 'number' | 'day' | 'time';

export const numberCell = (double: number, look: NumberLook, from1904: boolean): Cell => {
  if (look === 'day') {
    const day = toDay(double, from1904);
    if (day !== undefined) return { kind: 'day', day };
  }
  if (look === 'time' && double >= 0 && double < 1) return { kind: 'text', text: toTime(double) };
  return { kind: 'number', number: toDecimal(double) };
};

export const textCell = (text: string): Cell => (text === '' ? null : { kind: 'text', text });
