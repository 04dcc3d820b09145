/** How much of a workbook was understood. */
export type Counts = {
  readonly bidders: number;
  readonly criteria: number;
  readonly groups: number;
  /** Questions that pass or fail; not among the criteria. */
  readonly gates: number;
  readonly assessors: number;
  readonly marks: number;
  readonly reasons: number;
  /** Cells of one bidder and criterion without any mark. */
  readonly unmarked: number;
};

export type Understood = {
  readonly counts: Counts;
  /** 'We understood 4 bidders, 12 questions, 3 assessors, 144 marks.' */
  readonly summary: string;
  /** What was filled in, rounded, taken for something or left out, a sentence each. */
  readonly notes: readonly string[];
  /** The first marks as they are understood. */
  readonly rows: readonly UnderstoodRow[];
};

export type UnderstoodRow = {
  readonly cell: string;
  readonly sheet: string;
  readonly criterion: string;
  readonly bidder: string;
  /** '' for an agreed mark. */
  readonly assessor: string;
  readonly mark: string;
  readonly reason: string;
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const summaryOf = ({ bidders, criteria, assessors, marks }: Counts): string => {
  const parts = [
    ...(bidders > 0 ? [counted(bidders, 'bidder')] : []),
    ...(criteria > 0 ? [counted(criteria, 'question')] : []),
    ...(assessors > 0 ? [counted(assessors, 'assessor')] : []),
    ...(marks > 0 ? [counted(marks, assessors > 0 ? 'mark' : 'agreed mark')] : []),
  ];
  if (parts.length === 0) return 'We understood nothing yet. Name the columns.';
  const last = parts.at(-1) ?? '';
  return `We understood ${parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`}.`;
};

/** A few of many, and how many more there are. */
export const fewOf = (items: readonly string[], most = 5): string =>
  items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
