/** What a person who reads a workbook understands of it, as data. Columns are letters, rows count from 1, as on the screen. */
export type Expected = {
  readonly file: string;
  /** In a sentence. */
  readonly says: string;
} & (
  | {
      /** The sheet with the marks; of several alike, the first. */
      readonly sheet: string;
      /** All sheets that count, where there are several. */
      readonly sheets?: readonly string[];
      readonly sheetIs?: 'bidder' | 'assessor';
      readonly headerRow: number;
      readonly columns: Readonly<Record<string, string | readonly string[]>>;
      readonly bidders?: readonly string[];
      readonly counts: {
        readonly bidders: number;
        readonly criteria: number;
        readonly assessors: number;
        /** Marks that are there; `emptyMarks` are those left out. */
        readonly marks: number;
        readonly emptyMarks?: number;
        readonly reasons?: number;
        readonly agreed?: number;
        readonly groups?: number;
        readonly prices?: number;
      };
      readonly weightsBp?: readonly number[];
      /** Rows of totals or averages, by number, that hold no criterion. */
      readonly leftOutRows?: readonly number[];
      readonly scale?: { readonly lowest: number; readonly highest: number };
    }
  | {
      /** Each place that must be named, and a word that the reason must hold. */
      readonly refused: readonly {
        readonly sheet?: string;
        readonly cell?: string;
        readonly line?: number;
        readonly says: string;
      }[];
    }
);

export type Workbook = { readonly bytes: Uint8Array; readonly expected: Expected };

export const BIDDERS = ['Alder Example', 'Beech Example', 'Cherry Example', 'Dogwood Example'] as const;

/** Reasons by mark, as panels write them. */
export const REASONS = [
  'Nothing was offered for this.',
  'Mentioned once, with no evidence behind it.',
  'Partly met; a workaround by hand is needed each week.',
  'Met as asked, shown in the demonstration.',
  'Met in full, with two references from similar wards.',
  'Met in full and shown live with our own test data.',
] as const;

/** Marks of a panel: by criterion, bidder and assessor, from 0. */
export const markFor = (criterion: number, bidder: number, assessor = 0): number =>
  [4, 3, 5, 2, 3, 4, 1, 3][(criterion * 3 + bidder * 2 + assessor * 5) % 8] ?? 3;
