/**
 * Leave one out. The question: who would be first without this assessor, this option, this criterion?
 *
 * Each answer is a full evaluation of the smaller case, done by whoever passes `evaluate` in; this file says which
 * answers are an id and which are null, and why. A winner is null when the first place is shared, when nobody is left
 * in the running, or when the smaller case lacks a piece that the whole one had.
 * Limits: one piece at a time; two that only matter together are not found.
 * Example: of options a and b with a first, b is first without a, and a without b.
 */
export type SmallerCase = {
  /** The ids that share the first rank. */
  readonly first: readonly string[];
  /** Why there is no first place to speak of, when there is none. */
  readonly obstacle: string | null;
};

export type Note = { readonly path: string; readonly reason: string };

export type LeftOut = {
  readonly winners: Readonly<Record<string, string | null>>;
  readonly notes: readonly Note[];
};

export const leaveEachOut = (
  ids: readonly string[],
  path: string,
  evaluate: (index: number) => SmallerCase,
): LeftOut => {
  const notes: Note[] = [];
  const winners = ids.map((id, index): [string, string | null] => {
    const { first, obstacle } = evaluate(index);
    const reason = obstacle ?? whyNoWinner(first);
    if (reason === null) return [id, first[0] ?? null];
    notes.push({ path: `${path}/${id}`, reason });
    return [id, null];
  });
  return { winners: Object.fromEntries(winners), notes };
};

const whyNoWinner = (first: readonly string[]): string | null => {
  if (first.length === 0) return 'Without it no option is left in the ranking.';
  return first.length === 1 ? null : `Without it the first place is shared: ${first.join(', ')}.`;
};
