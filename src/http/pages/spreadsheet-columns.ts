import { columnLetters } from '../../core/workbook/cell-name.ts';
import type { Naming } from '../../core/workbook/naming.ts';
import { cellText } from '../../core/workbook/plain-words.ts';
import type { Role } from '../../core/workbook/role-words.ts';
import type { Sheet } from '../../core/workbook/sheet.ts';
import type { SaidNaming } from '../../usecases/workbook-naming.ts';
import type { Form } from '../page.ts';
import { field, fields } from '../page.ts';

/** What a column may be, in the words of the page. */
const ROLE_TEXTS: readonly (readonly [Role | 'none', string])[] = [
  ['none', 'Leave out'],
  ['criterion', 'Question or criterion'],
  ['group', 'Section'],
  ['weight', 'Weight'],
  ['scale', 'Scale or highest mark'],
  ['guidance', 'Guidance on marking'],
  ['bidder', 'Names of bidders'],
  ['assessor', 'Names of assessors'],
  ['mark', 'Marks'],
  ['agreed', 'Agreed marks'],
  ['reason', 'Reasons or comments'],
  ['price', 'Price'],
  ['total', 'Total or average'],
];

const EXAMPLES = 3;
const MOST_COLUMNS = 60;

export type ColumnModel = {
  readonly letter: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly items: readonly { readonly value: string; readonly text: string }[];
};

/** Each column with its heading, its first values and what it was read as. */
export const buildColumns = (
  sheet: Sheet,
  headingRow: number,
  naming: Naming | null,
): readonly ColumnModel[] => {
  const named = naming?.sheets.find((one) => one.sheet === sheet);
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...sheet.rows.map((row) => row.length)));
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const heading = named?.headings[at];
    const own = heading
      ? [...heading.above, heading.own].filter(Boolean).join(', ')
      : cellText(sheet.rows[headingRow]?.[at]);
    const below = sheet.rows.slice(headingRow + 1).map((row) => cellText(row[at]));
    const examples = [...new Set(below.filter(Boolean))].slice(0, EXAMPLES);
    if (own === '' && examples.length === 0) return [];
    const letter = columnLetters(at);
    return [
      {
        letter,
        label: `${letter}: ${own === '' ? 'no heading' : own}`,
        hint: examples.length === 0 ? 'Empty' : examples.map((text) => shortened(text)).join(' · '),
        value: named?.columns.get(at)?.role ?? 'none',
        items: ROLE_TEXTS.map(([value, text]) => ({ value, text })),
      },
    ];
  });
};

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text);

/** Which table the selects on the page were shown for: for another sheet or row they mean nothing. */
export const tableShown = (sheet: string, headingRow: number): string => `${headingRow}|${sheet}`;

const present = <K extends string>(key: K, value: string): { [key in K]?: string } =>
  value === '' ? {} : ({ [key]: value } as { [key in K]?: string });

/** What the form says of how the workbook is to be read. */
export const namingFromForm = (form: Form): SaidNaming => {
  const [sheet, row] = [field(form, 'sheet'), field(form, 'headingRow')];
  const isSame = field(form, 'shown') === tableShown(sheet, Number(row));
  const columns = Object.fromEntries(
    Object.keys(form).flatMap((name) => {
      const letter = /^column-([A-Z]{1,3})$/.exec(name)?.[1];
      return letter && isSame ? [[letter, field(form, name)]] : [];
    }),
  );
  return {
    ...present('sheet', sheet),
    ...(row === '' ? {} : { headingRow: Number(row) }),
    ...(isSame ? present('sheetsAre', field(form, 'sheetsAre')) : {}),
    ...(isSame ? present('marksAre', field(form, 'marksAre')) : {}),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...present('lowest', field(form, 'lowest')),
    ...present('highest', field(form, 'highest')),
    ...present('title', field(form, 'resultTitle').slice(0, 200)),
    ...(fields(form, 'weightsAreShares').includes('yes') ? { weightsAreShares: true } : {}),
  };
};
