import { createGenerator } from '../../../src/core/draws/generator.ts';

/** What a careful person writes first: nested loops over arrays of arrays, a new array for every draw. */
export type PlainScores = { readonly low: readonly (readonly number[])[]; readonly width: number };

export const plainSmaa = ({ low, width }: PlainScores, draws: number) => {
  const { word } = createGenerator(1, 0);
  const uniform = (): number => (word() + 0.5) / 2 ** 32;
  const options = low.length;
  const leaves = low[0]?.length ?? 0;
  const ranks = low.map(() => new Array<number>(options).fill(0));
  const wins = low.map(() => new Array<number>(options).fill(0));
  const firstWeights = low.map(() => new Array<number>(leaves).fill(0));
  for (let draw = 0; draw < draws; draw += 1) {
    const raw = Array.from({ length: leaves }, () => -Math.log(uniform()));
    const sum = raw.reduce((total, one) => total + one, 0);
    const weights = raw.map((one) => one / sum);
    const totals = low.map((row) => {
      let total = 0;
      for (let leaf = 0; leaf < leaves; leaf += 1) {
        const value = (row[leaf] ?? 0) + (width === 0 ? 0 : width * uniform());
        total += (weights[leaf] ?? 0) * value;
      }
      return total;
    });
    const order = totals.map((_, option) => option).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
    order.forEach((option, rank) => {
      const [ofRank, ofWins] = [ranks[option], wins[option]];
      if (ofRank) ofRank[rank] = (ofRank[rank] ?? 0) + 1;
      for (const behind of order.slice(rank + 1)) if (ofWins) ofWins[behind] = (ofWins[behind] ?? 0) + 1;
    });
    const first = firstWeights[order[0] ?? 0];
    weights.forEach((weight, leaf) => {
      if (first) first[leaf] = (first[leaf] ?? 0) + weight;
    });
  }
  return { ranks, wins, firstWeights };
};
