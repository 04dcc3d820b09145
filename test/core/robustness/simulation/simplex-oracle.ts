import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  reduced,
  subtract,
  sum,
  whole,
  ZERO,
} from '../../../../src/core/exact/rational.ts';
import type { Rational } from '../../../../src/core/exact/rational.ts';

/**
 * SMAA with fixed scores and any weights, exactly. All weights form a simplex; "a is ahead of b" cuts it with a plane
 * through which a simplex is split in two at any edge whose ends lie on different sides, until no edge crosses. The
 * volumes multiply by t and 1 - t, and a simplex's mean is the mean of its corners. Sources: Lahdelma and Salminen 2001
 * for what is measured; the cutting is elementary.
 */
type Corner = readonly Rational[];
type Piece = { readonly corners: readonly Corner[]; readonly volume: Rational };

export type ExactSmaa = {
  readonly rankAcceptability: readonly (readonly Rational[])[];
  /** By option, the mean weights over the region where it is first; null when that has no volume. */
  readonly centralWeights: readonly (readonly Rational[] | null)[];
  readonly pairwise: readonly (readonly Rational[])[];
};

const half = (a: Rational, b: Rational, t: Rational): Rational =>
  reduced(add(a, multiply(t, subtract(b, a))));

/** The parts of a piece on either side of the plane where the gap is nought. */
const cut = (piece: Piece, gap: (corner: Corner) => Rational): { above: Piece[]; below: Piece[] } => {
  const gaps = piece.corners.map(gap);
  const p = gaps.findIndex((value) => compare(value, ZERO) > 0);
  const q = gaps.findIndex((value) => compare(value, ZERO) < 0);
  if (p < 0) return { above: [], below: [piece] };
  if (q < 0) return { above: [piece], below: [] };
  const [from, to] = [gaps[p] ?? ZERO, gaps[q] ?? ZERO];
  const t = reduced(divide(from, subtract(from, to)));
  const middle = (piece.corners[p] ?? []).map((value, axis) =>
    half(value, piece.corners[q]?.[axis] ?? ZERO, t),
  );
  const withCorner = (place: number, share: Rational): Piece => ({
    corners: piece.corners.map((corner, index) => (index === place ? middle : corner)),
    volume: reduced(multiply(piece.volume, share)),
  });
  const parts = [cut(withCorner(q, t), gap), cut(withCorner(p, subtract(ONE, t)), gap)];
  return { above: parts.flatMap(({ above }) => above), below: parts.flatMap(({ below }) => below) };
};

export const exactSmaa = (scores: readonly (readonly Rational[])[]): ExactSmaa => {
  const leaves = scores[0]?.length ?? 0;
  const unit: Piece = {
    corners: Array.from({ length: leaves }, (_, one) =>
      Array.from({ length: leaves }, (_, axis) => (axis === one ? ONE : ZERO)),
    ),
    volume: ONE,
  };
  const total = (option: number, corner: Corner): Rational =>
    sum(corner.map((weight, leaf) => multiply(weight, scores[option]?.[leaf] ?? ZERO)));
  const places = scores.map((_, option) => option);
  let pieces: readonly Piece[] = [unit];
  for (const a of places) {
    for (const b of places.slice(a + 1)) {
      pieces = pieces.flatMap((piece) => {
        const { above, below } = cut(piece, (corner) => subtract(total(a, corner), total(b, corner)));
        return [...above, ...below];
      });
    }
  }
  const zeros = (): Rational[] => places.map(() => ZERO);
  const [ranks, ahead] = [places.map(zeros), places.map(zeros)];
  const centres: Rational[][] = places.map(() => Array.from({ length: leaves }, () => ZERO));
  for (const { corners, volume } of pieces) {
    const centre = Array.from({ length: leaves }, (_, axis) =>
      divide(sum(corners.map((corner) => corner[axis] ?? ZERO)), whole(corners.length)),
    );
    const totals = places.map((option) => total(option, centre));
    const order = [...places].sort((a, b) => compare(totals[b] ?? ZERO, totals[a] ?? ZERO));
    const addTo = (row: Rational[] | undefined, at: number, what: Rational): void => {
      if (row) row[at] = reduced(add(row[at] ?? ZERO, what));
    };
    order.forEach((option, rank) => {
      addTo(ranks[option], rank, volume);
      for (const behind of order.slice(rank + 1)) addTo(ahead[option], behind, volume);
    });
    const first = order[0] ?? 0;
    centre.forEach((weight, leaf) => {
      addTo(centres[first], leaf, multiply(weight, volume));
    });
  }
  return {
    rankAcceptability: ranks,
    pairwise: ahead,
    centralWeights: places.map((option) => {
      const first = ranks[option]?.[0] ?? ZERO;
      return compare(first, ZERO) > 0 ? (centres[option] ?? []).map((mass) => divide(mass, first)) : null;
    }),
  };
};
