/** A weight set as the result shows it. Numbers are for display; the totals and who is first were decided exactly. */
export type WeightSetResult = {
  readonly id: string;
  readonly title: string;
  readonly who: string | null;
  readonly method: 'points' | 'swing' | 'order' | 'weights' | 'ahp';
  /** Never the award: the published weights decide. */
  readonly awardRule: false;
  /** By criterion, 0-1, before they were rounded to basis points. */
  readonly weights: Readonly<Record<string, number>>;
  readonly weightsBp: Readonly<Record<string, number>>;
  /** For pairwise comparisons; null for every other method. */
  readonly consistency: SetConsistency | null;
  readonly winner: string | null;
  readonly tied: readonly string[];
  /** Those in the ranking, in the order of the case. */
  readonly options: readonly { readonly id: string; readonly rank: number; readonly total: number }[];
  readonly sentence: string;
};

export type ConsistencyFigures = {
  readonly lambdaMax: number | null;
  readonly ci: number | null;
  readonly cr: number | null;
  /** The ratio is up to 0.10, the customary limit; null where there is no ratio. */
  readonly holdsTogether: boolean | null;
};

/** The figures of the matrix that the weights come from, and of each person. */
export type SetConsistency = ConsistencyFigures & {
  readonly randomIndex: string;
  /** How several people were brought together; null for one. */
  readonly combine: 'aij' | 'aip' | null;
  readonly people: readonly PersonConsistency[];
};

export type PersonConsistency = ConsistencyFigures & {
  readonly who: string | null;
  readonly weights: Readonly<Record<string, number>>;
  /** Comparisons that were not made, with the value that contradicts the others least. */
  readonly filled: readonly { readonly a: string; readonly b: string; readonly value: number }[];
  /** The comparison that sits worst with the others; null where every one fits. */
  readonly leastConsistent: {
    readonly a: string;
    readonly b: string;
    readonly given: number;
    readonly fits: number;
  } | null;
};
