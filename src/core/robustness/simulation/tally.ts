/**
 * Counts of what came first, second and so on over the draws of a simulation (SMAA-2: Lahdelma and Salminen 2001).
 *
 *   rankMass      by option x options + rank: draws in which the option had that rank; level options share theirs
 *   wins          by option x options + other: draws in which the option was ahead of the other, level not counted
 *   firstWeights  by option x leaves + leaf: sum of the weights of the draws in which it was first
 *   rankings      how often each complete ranking came up; null above 8 options, where nearly all would be different
 *
 * Two tallies merge by adding, so a simulation can be counted in pieces. Sums are kept in the order of the pieces:
 * the same pieces in the same order give the same bits.
 */
export type Tally = {
  readonly options: number;
  readonly leaves: number;
  draws: number;
  readonly rankMass: Float64Array;
  readonly wins: Float64Array;
  readonly firstWeights: Float64Array;
  readonly rankings: Map<number, number> | null;
};

const MOST_RANKED_WHOLE = 8;

export const createTally = (options: number, leaves: number): Tally => ({
  options,
  leaves,
  draws: 0,
  rankMass: new Float64Array(options * options),
  wins: new Float64Array(options * options),
  firstWeights: new Float64Array(options * leaves),
  rankings: options <= MOST_RANKED_WHOLE ? new Map<number, number>() : null,
});

/** Counts draws: the options' totals, more is better, under these weights. The tally is whole after `finish`. */
export type Counter = {
  readonly count: (totals: Float64Array, weights: Float64Array) => void;
  readonly finish: () => void;
};

export const createCounter = (tally: Tally): Counter => {
  const standing = createStanding(tally.options);
  return {
    count: (totals, weights) => {
      sortFalling(standing, totals, tally.wins);
      countRanks(standing, tally, weights);
      standing.draw += 1;
    },
    finish: () => {
      settlePairs(standing, tally.wins);
      tally.draws += standing.draw;
    },
  };
};

/**
 * The options by falling total. The order of one draw is where sorting the next begins, since most draws change it
 * little; and a pair of options is counted when its order changes, for all the draws it lasted, rather than each time.
 */
type Standing = {
  readonly order: Int32Array;
  /** The totals in that order. */
  readonly sorted: Float64Array;
  /** By option x options + other: the draw from which the option has been ahead of the other. */
  readonly since: Int32Array;
  draw: number;
};

const createStanding = (options: number): Standing => ({
  order: Int32Array.from({ length: options }, (_, option) => option),
  sorted: new Float64Array(options),
  since: new Int32Array(options * options),
  draw: 0,
});

const sortFalling = (
  { order, sorted, since, draw }: Standing,
  totals: Float64Array,
  wins: Float64Array,
): void => {
  const options = order.length;
  for (let place = 0; place < options; place += 1) sorted[place] = totals[order[place] as number] as number;
  for (let place = 1; place < options; place += 1) {
    const total = sorted[place] as number;
    let above = place - 1;
    if ((sorted[above] as number) >= total) continue;
    const option = order[place] as number;
    while (above >= 0 && (sorted[above] as number) < total) {
      const passed = order[above] as number;
      const pair = passed * options + option;
      (wins[pair] as number) += draw - (since[pair] as number);
      since[option * options + passed] = draw;
      order[above + 1] = passed;
      sorted[above + 1] = sorted[above] as number;
      above -= 1;
    }
    order[above + 1] = option;
    sorted[above + 1] = total;
  }
};

const countRanks = ({ order, sorted }: Standing, tally: Tally, weights: Float64Array): void => {
  const { options, rankMass, rankings } = tally;
  let from = 0;
  while (from < options) {
    let to = from + 1;
    while (to < options && sorted[to] === sorted[from]) to += 1;
    if (to === from + 1) (rankMass[(order[from] as number) * options + from] as number) += 1;
    else shareRanks(order, from, to, tally);
    if (from === 0) countFirst(order, to, tally, weights);
    from = to;
  }
  if (!rankings) return;
  const code = codeOf(order, sorted);
  rankings.set(code, (rankings.get(code) ?? 0) + 1);
};

/** Level options share the ranks they cover between them; neither is ahead of the other. */
const shareRanks = (
  order: Int32Array,
  from: number,
  to: number,
  { options, rankMass, wins }: Tally,
): void => {
  for (let place = from; place < to; place += 1) {
    const row = (order[place] ?? 0) * options;
    for (let rank = from; rank < to; rank += 1)
      rankMass[row + rank] = (rankMass[row + rank] ?? 0) + 1 / (to - from);
    for (const level of order.subarray(place + 1, to)) wins[row + level] = (wins[row + level] ?? 0) - 1;
  }
};

const countFirst = (order: Int32Array, firsts: number, tally: Tally, weights: Float64Array): void => {
  const { leaves, firstWeights } = tally;
  for (let place = 0; place < firsts; place += 1) {
    const row = (order[place] as number) * leaves;
    for (let leaf = 0; leaf < leaves; leaf += 1)
      (firstWeights[row + leaf] as number) += (weights[leaf] as number) / firsts;
  }
};

const settlePairs = ({ order, since, draw }: Standing, wins: Float64Array): void => {
  order.forEach((option, place) => {
    for (const behind of order.subarray(place + 1)) {
      const pair = option * order.length + behind;
      wins[pair] = (wins[pair] ?? 0) + draw - (since[pair] ?? 0);
    }
  });
};

/** One number for a complete ranking: each option's rank as a digit in base 8, level options with the same digit. */
const codeOf = (order: Int32Array, sorted: Float64Array): number => {
  let code = 0;
  let rank = 0;
  for (let place = 0; place < order.length; place += 1) {
    if (place > 0 && sorted[place] !== sorted[place - 1]) rank = place;
    code += rank * 8 ** (order[place] as number);
  }
  return code;
};

/** Adds a piece to the whole. */
export const mergeTally = (whole: Tally, piece: Tally): void => {
  whole.draws += piece.draws;
  addInto(whole.rankMass, piece.rankMass);
  addInto(whole.wins, piece.wins);
  addInto(whole.firstWeights, piece.firstWeights);
  if (!whole.rankings) return;
  for (const [code, times] of piece.rankings ?? [])
    whole.rankings.set(code, (whole.rankings.get(code) ?? 0) + times);
};

export const addInto = (whole: Float64Array, piece: Float64Array): void => {
  for (let index = 0; index < whole.length; index += 1) (whole[index] as number) += piece[index] ?? 0;
};
