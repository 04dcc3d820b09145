import { DomainError } from '../core/errors.ts';
import type { Fault } from '../core/errors.ts';
import { columnLetters, columnNumber } from '../core/workbook/cell-name.ts';
import type { Naming, NamingChoice } from '../core/workbook/naming.ts';
import { isEnd } from '../core/workbook/read-scale.ts';
import { readNumber } from '../core/workbook/read-number.ts';
import { ROLES } from '../core/workbook/role-words.ts';
import type { Role } from '../core/workbook/role-words.ts';

/** How a workbook is to be read, as a form, a request or a command says it: columns by letter, rows from 1. */
export type SaidNaming = {
  readonly sheet?: string;
  readonly headingRow?: number;
  /** 'bidders', 'assessors', or 'neither' to read one sheet alone. */
  readonly sheetsAre?: string;
  readonly marksAre?: string;
  /** By letter: a role, or 'none' to leave the column out. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly lowest?: string;
  readonly highest?: string;
  readonly weightsAreShares?: boolean;
  readonly title?: string;
};

const SHEETS_ARE = { bidders: 'bidder', assessors: 'assessor', neither: 'neither' } as const;
const MARKS_ARE = ['bidders', 'assessors'] as const;

/** Throws 'invalid-input' with a fault for each word that names nothing. */
export const parseNaming = (said: SaidNaming): NamingChoice => {
  const faults: Fault[] = [];
  const refuse = (path: string, message: string): void => void faults.push({ path, message });
  const sheetIs = Object.entries(SHEETS_ARE).find(([word]) => word === said.sheetsAre)?.[1];
  if (said.sheetsAre !== undefined && !sheetIs)
    refuse('/sheetsAre', "Say 'bidders', 'assessors' or 'neither'.");
  const marksAre = MARKS_ARE.find((word) => word === said.marksAre);
  if (said.marksAre !== undefined && !marksAre) refuse('/marksAre', "Say 'bidders' or 'assessors'.");
  const { headingRow } = said;
  if (
    headingRow !== undefined &&
    (!Number.isSafeInteger(headingRow) || headingRow < 1 || headingRow > 20_000)
  )
    refuse('/headingRow', 'Give the number of the row that holds the headings, such as 3.');
  const columns: Record<number, Role | 'none'> = {};
  for (const [letters, word] of Object.entries(said.columns ?? {})) {
    const at = columnNumber(letters);
    const role = word === 'none' ? word : ROLES.find((one) => one === word);
    if (at === undefined)
      refuse(`/columns/${letters}`, `'${letters}' is no column. Give its letter, such as C.`);
    else if (!role) refuse(`/columns/${letters}`, `'${word}' is none of ${[...ROLES, 'none'].join(', ')}.`);
    else columns[at] = role;
  }
  const scale = parseScale(said, refuse);
  if (faults.length > 0)
    throw new DomainError(
      'invalid-input',
      'Some of the naming of the columns cannot be used as it stands.',
      {},
      faults,
    );
  return {
    ...(said.sheet === undefined ? {} : { sheet: said.sheet }),
    ...(headingRow === undefined ? {} : { headingRow: headingRow - 1 }),
    ...(sheetIs ? { sheetIs } : {}),
    ...(marksAre ? { marksAre } : {}),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(scale ? { scale } : {}),
    ...(said.weightsAreShares ? { weightsAreShares: true } : {}),
  };
};

const parseScale = (
  { lowest, highest }: SaidNaming,
  refuse: (path: string, message: string) => void,
): NamingChoice['scale'] | undefined => {
  if (lowest === undefined && highest === undefined) return undefined;
  const [low, high] = [readNumber(lowest ?? '0', 'mark'), readNumber(highest ?? '', 'mark')];
  if (high.is !== 'number') refuse('/highest', 'Give the highest mark as a number, such as 5.');
  if (low.is !== 'number') refuse('/lowest', 'Give the lowest mark as a number, such as 0.');
  if (low.is !== 'number' || high.is !== 'number') return undefined;
  if (!isEnd(low.number) || !isEnd(high.number)) {
    refuse('/highest', 'The ends of a scale have at most 9 digits, and 6 after the point.');
    return undefined;
  }
  if (Number(low.number) >= Number(high.number)) {
    refuse('/highest', 'The highest mark must be above the lowest.');
    return undefined;
  }
  return { lowest: low.number, highest: high.number };
};

/** How it was read after all, in the same words: what the person said and what was guessed. */
export const sayNaming = ({ sheets, sheetIs }: Naming) => {
  const [first] = sheets;
  return {
    sheets: sheets.map(({ sheet }) => sheet.name),
    sheetsAre: sheetIs === null ? ('neither' as const) : (`${sheetIs}s` as const),
    headingRow: (first?.headingRow ?? 0) + 1,
    columns: Object.fromEntries(
      [...(first?.columns ?? [])].map(([at, column]) => [
        columnLetters(at),
        {
          ...column,
          heading: first?.headings[at]?.own ?? '',
        },
      ]),
    ),
  };
};
