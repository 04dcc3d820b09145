import type { Heading } from './find-headings.ts';
import type { Ends } from './read-scale.ts';
import type { Role } from './role-words.ts';
import type { Sheet } from './sheet.ts';

/** What a column is. A column of marks, reasons, prices or totals may belong to one bidder, one assessor, or one of each. */
export type Column = {
  readonly role: Role;
  readonly bidder?: string;
  readonly assessor?: string;
};

export type Columns = ReadonlyMap<number, Column>;

/** What the name of a sheet says, where each sheet holds one bidder or one assessor. */
export type SheetIs = 'bidder' | 'assessor' | null;

/** One sheet and how it is read. Rows and columns count from 0; a column that has no role is left out. */
export type NamedSheet = {
  readonly sheet: Sheet;
  readonly headingRow: number;
  readonly headings: readonly Heading[];
  readonly columns: Columns;
};

/** How a workbook is read: the sheets that count, the first of them first. */
export type Naming = {
  readonly sheets: readonly NamedSheet[];
  readonly sheetIs: SheetIs;
  /** Where the person says it; else it is read from the workbook. */
  readonly scale: Ends | null;
  /** Weights that sum to something else than 1, 100 or 10000 are taken as shares of their sum. */
  readonly weightsAreShares: boolean;
};

/** What the person said; the rest is guessed, and what the person said always wins. */
export type NamingChoice = {
  /** The sheet whose columns are named. */
  readonly sheet?: string;
  /** All sheets to read; else the named one, and those laid out like it where each is a bidder or an assessor. */
  readonly sheets?: readonly string[];
  readonly sheetIs?: 'bidder' | 'assessor' | 'neither';
  /** From 0. */
  readonly headingRow?: number;
  /** By place from 0; 'none' leaves a column out. */
  readonly columns?: Readonly<Record<number, Role | 'none'>>;
  /** What the columns of marks are named after. */
  readonly marksAre?: 'bidders' | 'assessors';
  readonly scale?: Ends;
  readonly weightsAreShares?: boolean;
};
