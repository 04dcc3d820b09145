/**
 * What a section of the report is made of: plain data, nothing optional, no markup. One template prints each kind,
 * so a new section is one file and one line in the outline.
 */
export type Cell = {
  readonly text: string;
  readonly numeric: boolean;
  /** Smaller lines below the text. */
  readonly notes: readonly string[];
};

export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Three columns or more: on a phone the table scrolls by itself. */
  readonly wide: boolean;
  /** Short enough to stay on one page. */
  readonly short: boolean;
};

export type Fact = { readonly term: string; readonly text: string };

export type Block =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A heading on page one, where no section stands above it. */
  | { readonly kind: 'front-heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly text: string; readonly by: string }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  /** Ruled lines for an answer by hand. */
  | { readonly kind: 'room'; readonly label: string; readonly lines: readonly number[] }
  | { readonly kind: 'chart'; readonly drawing: string; readonly finding: string }
  | Table;

export type Section = { readonly id: string; readonly title: string; readonly blocks: readonly Block[] };

export const lead = (text: string): Block => ({ kind: 'lead', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const note = (words: string): Block => ({ kind: 'note', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const frontHeading = (words: string): Block => ({ kind: 'front-heading', text: words });
export const quote = (words: string, by: string): Block => ({ kind: 'quote', text: words, by });
export const chart = (drawing: string, finding: string): Block => ({ kind: 'chart', drawing, finding });

export const room = (label: string, lines: number): Block => ({
  kind: 'room',
  label,
  lines: Array.from({ length: lines }, (_unused, index) => index + 1),
});

/** No items, no list. */
export const list = (items: readonly string[]): readonly Block[] =>
  items.length > 0 ? [{ kind: 'list', items }] : [];

/** A fact without words is left out. */
export const facts = (
  ...rows: readonly (readonly [term: string, text: string | null | undefined])[]
): Block => ({
  kind: 'facts',
  rows: rows.flatMap(([term, words]) => (words ? [{ term, text: words }] : [])),
});

export const cell = (words: string, ...notes: readonly string[]): Cell => ({
  text: words,
  numeric: false,
  notes,
});
export const figure = (words: string, ...notes: readonly string[]): Cell => ({
  text: words,
  numeric: true,
  notes,
});

/** By its words: a table of many rows, or of long ones, may be split between two pages. */
const isShort = (rows: readonly (readonly Cell[])[]): boolean => {
  const lengths = rows.map((row) =>
    row.reduce((sum, one) => sum + one.text.length + one.notes.join('').length, 0),
  );
  return rows.length <= 8
    ? lengths.every((length) => length < 300)
    : rows.length <= 12 && lengths.every((length) => length < 100);
};

/** A column head ending in '#' stands over figures. No rows, no table. */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly Block[] => {
  if (rows.length === 0) return [];
  const cells = head.map((words) => (words.endsWith('#') ? figure(words.slice(0, -1)) : cell(words)));
  return [{ kind: 'table', caption, head: cells, rows, wide: head.length > 2, short: isShort(rows) }];
};
