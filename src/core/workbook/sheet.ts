/**
 * A table of a workbook as it was read: what a person sees in each cell, and nothing of how it looks.
 *
 * Numbers are decimals as a spreadsheet shows them at full width (15 significant digits), never doubles: 0.1 + 0.2 reads
 * '0.3'. A formula is its last computed value. A cell that a merge hides is null. Rows and columns count from 0 here and
 * are named from 1 and A wherever a person reads of them (cell-name.ts).
 */
export type Cell =
  | null
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: string }
  /** A calendar day, YYYY-MM-DD. */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** What the spreadsheet program shows for a formula that failed, such as '#DIV/0!'. */
  | { readonly kind: 'fault'; readonly fault: string };

export type Sheet = {
  readonly name: string;
  /** Trailing empty rows and cells are left out, so rows differ in length. */
  readonly rows: readonly (readonly Cell[])[];
};
