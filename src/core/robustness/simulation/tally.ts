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
 * Limits: ranking counts need a place for every order, hence 8 options. Example: ten draws in which two options are level
 * give each a rank mass of 5 and 5, and no wins.
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

/**
 * `typical` are totals near which most draws lie: sorting starts from their order, and the nearer it is the less there is
 * to move. What is counted does not depend on it.
 */
export const createCounter = (tally: Tally, typical: Float64Array): Counter => {
  const standing = createStanding(typical);
  return {
    count: (totals, weights) => {
      sortFalling(standing, totals);
      countRanks(standing, tally, weights);
      standing.draws += 1;
    },
    finish: () => {
      settlePairs(standing, tally.wins);
      tally.draws += standing.draws;
    },
  };
};

/** The options by falling total, in one draw. */
type Standing = {
  /** The options by falling typical total. */
  readonly base: Int32Array;
  readonly order: Int32Array;
  /** The totals in that order. */
  readonly sorted: Float64Array;
  /** By option x options + other: draws in which the option came past the other, which stands above it in `base`. */
  readonly passed: Int32Array;
  draws: number;
};

const createStanding = (typical: Float64Array): Standing => {
  const options = typical.length;
  const base = Int32Array.from({ length: options }, (_, option) => option).sort(
    (a, b) => (typical[b] ?? 0) - (typical[a] ?? 0),
  );
  return {
    base,
    order: base.slice(),
    sorted: new Float64Array(options),
    passed: new Int32Array(options * options),
    draws: 0,
  };
};

/** Sorting by insertion, because every step of it is one pair that stands the other way round than in `base`. */
const sortFalling = ({ base, order, sorted, passed }: Standing, totals: Float64Array): void => {
  const options = base.length;
  for (let place = 0; place < options; place += 1) {
    const option = base[place] as number;
    const total = totals[option] as number;
    const row = option * options;
    let at = place;
    while (at > 0 && (sorted[at - 1] as number) < total) {
      const other = order[at - 1] as number;
      (passed[row + other] as number) += 1;
      order[at] = other;
      sorted[at] = sorted[at - 1] as number;
      at -= 1;
    }
    order[at] = option;
    sorted[at] = total;
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

/** Whoever stands above in `base` was ahead in every draw but those in which it was passed. */
const settlePairs = ({ base, passed, draws }: Standing, wins: Float64Array): void => {
  const options = base.length;
  base.forEach((above, place) => {
    for (const below of base.subarray(place + 1)) {
      const times = passed[below * options + above] ?? 0;
      const [kept, lost] = [above * options + below, below * options + above];
      wins[kept] = (wins[kept] ?? 0) + draws - times;
      wins[lost] = (wins[lost] ?? 0) + times;
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
