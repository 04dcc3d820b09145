import type { Cell, Sheet } from '../../../src/core/workbook/sheet.ts';

/** Sheets as a person would type them: text and numbers, null for an empty cell, { day } for a date. */
export type Typed = string | number | null | { readonly day: string } | { readonly fault: string };

const cellOf = (typed: Typed): Cell => {
  if (typed === null || typed === '') return null;
  if (typeof typed === 'number') return { kind: 'number', number: String(typed) };
  if (typeof typed === 'string') return { kind: 'text', text: typed };
  return 'day' in typed ? { kind: 'day', day: typed.day } : { kind: 'fault', fault: typed.fault };
};

export const sheetOf = (name: string, rows: readonly (readonly Typed[])[]): Sheet => ({
  name,
  rows: rows.map((row) => row.map(cellOf)),
});
