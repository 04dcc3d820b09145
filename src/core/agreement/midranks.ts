/**
 * Midranks. The question: which place does each value take, when values that are level share their places?
 *
 * The lowest gets place 1; level values get the mean of the places they fill. Places are returned doubled, so that they
 * are whole numbers. `ties` is the sum of t^3 - t over groups of t level values, as corrections for ties need it.
 * Example: 3, 5, 5, 9 take the places 1, 2.5, 2.5, 4: doubled 2, 5, 5, 8, and ties 2^3 - 2 = 6.
 */
export type Midranks = { readonly doubled: readonly number[]; readonly ties: number };

export const midranks = (values: ArrayLike<number>): Midranks => {
  const order = Array.from(values, (value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const doubled = new Array<number>(order.length).fill(0);
  let ties = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    const level = to - from;
    ties += level * level * level - level;
    for (const { index } of order.slice(from, to)) doubled[index] = from + 1 + to;
  }
  return { doubled, ties };
};
