/** One mark, moved from one score to another. `assessor` is null for a score agreed in moderation. */
export type MarkChange = {
  readonly option: string;
  readonly criterion: string;
  readonly assessor: string | null;
  readonly from: number;
  readonly to: number;
  /** How much of its scale the mark moves, 0-1. */
  readonly partOfScale: number;
};
