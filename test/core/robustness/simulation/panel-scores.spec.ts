import { expect } from 'chai';
import { createGenerator } from '../../../../src/core/draws/generator.ts';
import { createScoreSampler } from '../../../../src/core/robustness/simulation/draw-scores.ts';
import { bend } from '../../../../src/core/robustness/simulation/panel-scores.ts';
import type { PanelScores } from '../../../../src/core/robustness/simulation/plan.ts';

/** One option, one leaf, so one cell; marks by assessors 0, 1, 2 ... in rising order. */
const panel = (
  marks: readonly (readonly [assessor: number, score: number])[],
  more: Partial<PanelScores> = {},
): PanelScores => ({
  assessors: 4,
  aggregate: 'mean',
  start: Int32Array.from([0, marks.length]),
  assessorOf: Int32Array.from(marks.map(([assessor]) => assessor)),
  scoreOf: Float64Array.from(marks.map(([, score]) => score)),
  base: Float64Array.from([0]),
  slope: Float64Array.from([1]),
  curves: [null],
  ...more,
});

const drawMany = (scores: PanelScores, draws = 20_000): readonly number[] => {
  const draw = createScoreSampler({ kind: 'panel', ...scores }, 1, createGenerator(3, 1));
  const values = new Float64Array(1);
  return Array.from({ length: draws }, () => {
    draw(values);
    return values[0] ?? NaN;
  });
};

const meanOf = (drawn: readonly number[]): number => drawn.reduce((sum, one) => sum + one, 0) / drawn.length;

describe('scores of another panel', () => {
  it('have the mean of the marks and their variance over n (Efron 1979)', () => {
    const drawn = drawMany(
      panel([
        [0, 1],
        [3, 2],
        [1, 4],
        [2, 5],
      ]),
    );
    expect(meanOf(drawn)).to.be.closeTo(3, 0.02);
    const variance = drawn.reduce((sum, one) => sum + (one - 3) ** 2, 0) / drawn.length;
    expect(variance).to.be.closeTo(2.5 / 4, 0.02);
  });

  it('take the median and the trimmed mean of the people drawn, each as often as drawn', () => {
    // Two people drawn twice: (1, 1), (1, 4) or (4, 4); the median of two marks is their mean.
    const two = { assessors: 2 };
    const medians = drawMany(
      panel(
        [
          [0, 1],
          [1, 4],
        ],
        { ...two, aggregate: 'median' },
      ),
    );
    expect([...new Set(medians)].sort()).to.deep.equal([1, 2.5, 4]);
    expect(medians.filter((one) => one === 2.5).length / medians.length).to.be.closeTo(0.5, 0.015);
    // Three people: of 27 draws, 6 hold all three; without highest and lowest the middle mark is left.
    const trimmed = drawMany(
      panel(
        [
          [0, 1],
          [1, 4],
          [2, 10],
        ],
        { assessors: 3, aggregate: 'trimmed-mean' },
      ),
    );
    expect([...new Set(trimmed)].sort((a, b) => a - b)).to.deep.equal([1, 4, 10]);
    expect(trimmed.filter((one) => one === 4).length / trimmed.length).to.be.closeTo(13 / 27, 0.015);
  });

  it('take all marks of a cell that none of those drawn has marked', () => {
    // One of four people marked it: drawn or not, the score is that mark.
    expect(new Set(drawMany(panel([[2, 3]]), 500))).to.deep.equal(new Set([3]));
    // Two of four marked it, 1 and 5: neither is drawn in 1 of 16 draws, and then it is 3, as when both are as often.
    const drawn = drawMany(
      panel([
        [0, 1],
        [1, 5],
      ]),
    );
    const only = (value: number): number => drawn.filter((one) => one === value).length / drawn.length;
    expect(only(1)).to.be.closeTo((81 - 16) / 256, 0.015);
    expect(only(5)).to.be.closeTo((81 - 16) / 256, 0.015);
  });

  it('keep a cell that has no panel marks, and scale and bend the others', () => {
    expect(drawMany(panel([], { base: Float64Array.from([42]) }), 3)).to.deep.equal([42, 42, 42]);
    const curve = { x: Float64Array.from([0, 50, 100]), y: Float64Array.from([0, 80, 100]) };
    const bent = panel([[0, 1]], {
      base: Float64Array.from([5]),
      slope: Float64Array.from([20]),
      curves: [curve],
    });
    expect(drawMany(bent, 2)).to.deep.equal([40, 40]);
  });

  it('bend along straight lines between points and stay level beyond them', () => {
    const curve = { x: Float64Array.from([10, 20, 40]), y: Float64Array.from([0, 80, 100]) };
    expect([5, 10, 15, 20, 30, 40, 50].map((at) => bend(curve, at))).to.deep.equal([
      0, 0, 40, 80, 90, 100, 100,
    ]);
  });
});

describe('scores between bounds', () => {
  const [low, high] = [Float64Array.from([0, 10, 50]), Float64Array.from([100, 10, 60])];
  const draw = createScoreSampler({ kind: 'intervals', low, high }, 3, createGenerator(1, 1));
  const drawn = Array.from({ length: 20_000 }, () => {
    const values = new Float64Array(3);
    draw(values);
    return values;
  });

  it('stay strictly inside, reach close to both ends, and have the mean and variance of a uniform number', () => {
    for (const [leaf, from, to] of [
      [0, 0, 100],
      [2, 50, 60],
    ] as const) {
      const column = drawn.map((values) => values[leaf] ?? NaN);
      const width = to - from;
      expect(Math.min(...column)).to.be.within(from, from + width / 500);
      expect(Math.max(...column)).to.be.within(to - width / 500, to);
      expect(meanOf(column)).to.be.closeTo((from + to) / 2, width / 100);
      const variance = column.reduce((sum, one) => sum + (one - (from + to) / 2) ** 2, 0) / column.length;
      expect(variance / ((width * width) / 12)).to.be.closeTo(1, 0.04);
    }
  });

  it('are the bound itself where both bounds are one', () => {
    expect(new Set(drawn.map((values) => values[1]))).to.deep.equal(new Set([10]));
  });

  it('are independent of each other, though two share a word', () => {
    const [mean0, mean2] = [50, 55];
    const covariance = meanOf(
      drawn.map((values) => ((values[0] ?? NaN) - mean0) * ((values[2] ?? NaN) - mean2)),
    );
    expect(Math.abs(covariance) / (Math.sqrt(10000 / 12) * Math.sqrt(100 / 12))).to.be.below(0.025);
  });
});
