/** How far the panel's assessors agree, as the result shows it: rounded half up to 6 places, null where undefined. */
export type WidestCell = {
  readonly option: string;
  readonly criterion: string;
  /** Scores on the criterion's scale. */
  readonly lowest: number;
  readonly highest: number;
  /** On 0-100. */
  readonly range: number;
  readonly marks: number;
};

export type Agreement = {
  /** Panel assessors who gave at least one mark. */
  readonly assessors: number;
  /** Cells with two panel marks or more, and the marks in them. */
  readonly pairableCells: number;
  readonly pairableValues: number;
  /** Which alpha suits the scales: ordinal where any is a list of levels, interval where all are numeric. */
  readonly suitedAlpha: 'ordinal' | 'interval';
  readonly alphaOrdinal: number | null;
  readonly alphaInterval: number | null;
  readonly alphaNominal: number | null;
  readonly alphaRatio: number | null;
  readonly alphaOrdinalRange95: readonly [number, number] | null;
  readonly alphaIntervalRange95: readonly [number, number] | null;
  readonly alphaResamples: number;
  readonly alphaResamplesDiscarded: number;
  readonly kendallW: number | null;
  /** Those whose orders were compared, and the options they all put in order. */
  readonly kendallAssessors: number;
  readonly kendallOptions: number;
  readonly kendallP: number | null;
  readonly kendallPMethod: 'exact' | 'permutation' | null;
  /** Random orders behind a permutation p; 0 when it is exact. */
  readonly kendallPermutations: number;
  /** Friedman's chi-square, its degrees of freedom and tail: poor below about eight options. */
  readonly kendallChiSquare: number | null;
  readonly kendallDegreesOfFreedom: number;
  readonly kendallChiSquareP: number | null;
  readonly icc21: number | null;
  readonly icc2k: number | null;
  /** With steady differences in severity set aside: the contrast to icc21. */
  readonly icc31: number | null;
  readonly icc3k: number | null;
  /** How many assessors like these would bring the mean of their marks to a reliability of .7. */
  readonly assessorsFor70: number | null;
  /** Where the marks lie furthest apart; at most five cells, by cell and never by person. */
  readonly widestCells: readonly WidestCell[];
};
