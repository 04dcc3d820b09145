import { DomainError } from '../errors.ts';
import { distinctNames } from './build-case.ts';
import { guessNaming } from './guess-naming.ts';
import { columnOf } from './list-rows.ts';
import type { NamedSheet, Naming } from './naming.ts';
import { cellText } from './plain-words.ts';
import type { Sheet } from './sheet.ts';

/** The first words above the headings, else the name of the file, else that of the sheet. */
export const titleOf = ({ sheets }: Naming, fileName: string): string => {
  const [first] = sheets;
  if (!first) return 'A spreadsheet';
  const above = first.sheet.rows.slice(0, first.headingRow).flatMap((row) => row.slice(0, 2).map(cellText));
  const words = above.find((text) => /\p{Letter}{3}/u.test(text));
  return words?.slice(0, 160) ?? (fromFile(fileName) || first.sheet.name);
};

/** 'rota-scores_v2.xlsx' is 'Rota scores v2'. */
const fromFile = (fileName: string): string => {
  const words = fileName
    .replace(/\.[A-Za-z]{2,5}$/, '')
    .replace(/[-_\s]+/gu, ' ')
    .trim()
    .slice(0, 160);
  return words === '' ? '' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

/** A list of bidders on another sheet than the questions. */
export const biddersBeside = (sheets: readonly Sheet[], naming: Naming): readonly string[] => {
  const other = sheets.filter(({ name }) => !naming.sheets.some(({ sheet }) => sheet.name === name));
  for (const sheet of other) {
    const list = nameAlone(sheet);
    const column = list && columnOf(list, 'bidder');
    if (list && column !== undefined)
      return distinctNames(sheet.rows.slice(list.headingRow + 1).map((row) => cellText(row[column])));
  }
  return [];
};

const nameAlone = (sheet: Sheet): NamedSheet | undefined => {
  try {
    return guessNaming([sheet]).sheets[0];
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
};
