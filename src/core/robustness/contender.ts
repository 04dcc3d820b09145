import type { Rational } from '../exact/rational.ts';

/** An option that passed, as the analysis sees it: its exact total and the values the total was made of. */
export type Contender = {
  readonly id: string;
  readonly total: Rational;
  /** By leaf of the weight tree, 0-100, price included. */
  readonly leafValues: readonly Rational[];
  /** By node of the weight tree (leaves and groups), 0-100. */
  readonly nodeValues: readonly Rational[];
};

/** A criterion or group with its present share of the whole, 0-1. */
export type WeightedNode = { readonly id: string; readonly weight: Rational };
