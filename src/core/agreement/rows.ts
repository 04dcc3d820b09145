/**
 * Rows of numbers, by place. An array of arrays is one; so is anything that works a row out when it is asked for, which
 * spares a table of a million numbers. A row holds until the next one is asked for: nobody keeps two.
 */
export type Rows = {
  readonly length: number;
  readonly at: (row: number) => ArrayLike<number> | undefined;
};

export const rowAt = (rows: Rows, row: number): ArrayLike<number> => rows.at(row) ?? [];
