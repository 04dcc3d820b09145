import type { Preference } from '../robustness/second-opinions/preference.ts';

/** Other ways of ranking the options that passed, for comparison. Numbers are for display; ranks follow what is shown. */
export type SecondOpinions = {
  readonly awardRule: false;
  readonly sentence: string;
  /** What the methods were given: values 0-100, or scores as marked and costs in pence. */
  readonly on: 'values' | 'scores';
  readonly topsis: {
    readonly awardRule: false;
    readonly vector: TopsisResult;
    readonly minMax: TopsisResult;
  };
  readonly promethee: PrometheeResult;
};

type Opinion = {
  /** The ids that come first; empty where the method cannot tell the options apart. */
  readonly first: readonly string[];
  readonly sentence: string;
};

/** 1 is the imagined best, 0 the imagined worst; null where no criterion tells the options apart. */
export type TopsisResult = Opinion & {
  readonly options: readonly {
    readonly id: string;
    readonly closeness: number | null;
    readonly rank: number | null;
  }[];
};

export type PrometheeResult = Opinion & {
  readonly awardRule: false;
  readonly preferences: Readonly<Record<string, Preference>>;
  readonly options: readonly {
    readonly id: string;
    readonly positive: number;
    readonly negative: number;
    readonly net: number;
    readonly rank: number;
  }[];
};
