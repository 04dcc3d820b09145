import type { Generator } from '../../draws/generator.ts';
import type { Curve, PanelScores, ScoreSampler } from './plan.ts';

/**
 * Scores of another panel like this one. The question: would other people of the same kind have put somebody else first?
 *
 * Each draw takes as many assessors as there are, with replacement (the bootstrap of Efron 1979, over people rather than
 * marks): some count twice, some not at all, the same for every cell. A cell is the aggregate of the marks of those
 * drawn who marked it, each as often as drawn; of all its marks when none of them did.
 * Limits: with few assessors it says little, since a draw can only repeat the people who were there.
 * Example: of two people who gave 2 and 4 a draw makes 2 a quarter, 3 half and 4 a quarter of the time.
 */
export const panelScores = (panel: PanelScores, leaves: number, generator: Generator): ScoreSampler => {
  const { assessors, start, assessorOf, scoreOf, base, slope, curves } = panel;
  const drawn = new Int32Array(assessors);
  const everyone = new Int32Array(assessors).fill(1);
  const aggregate = { mean, median, 'trimmed-mean': trimmedMean }[panel.aggregate];
  return (values) => {
    drawn.fill(0);
    for (let person = 0; person < assessors; person += 1) {
      const picked = generator.below(assessors);
      drawn[picked] = (drawn[picked] ?? 0) + 1;
    }
    for (let cell = 0; cell < base.length; cell += 1) {
      const [from, to] = [start[cell] ?? 0, start[cell + 1] ?? 0];
      let value = base[cell] ?? 0;
      if (to > from) {
        let score = aggregate(assessorOf, scoreOf, from, to, drawn);
        if (score === null) score = aggregate(assessorOf, scoreOf, from, to, everyone) ?? 0;
        value += (slope[cell] ?? 0) * score;
      }
      const curve = curves[cell % leaves];
      values[cell] = curve ? bend(curve, value) : value;
    }
  };
};

type Aggregate = (
  assessorOf: Int32Array,
  scoreOf: Float64Array,
  from: number,
  to: number,
  times: Int32Array,
) => number | null;

const mean: Aggregate = (assessorOf, scoreOf, from, to, times) => {
  let [sum, count] = [0, 0];
  for (let mark = from; mark < to; mark += 1) {
    const often = times[assessorOf[mark] as number] as number;
    sum += often * (scoreOf[mark] as number);
    count += often;
  }
  return count === 0 ? null : sum / count;
};

const countOf = (assessorOf: Int32Array, from: number, to: number, times: Int32Array): number => {
  let count = 0;
  for (let mark = from; mark < to; mark += 1) count += times[assessorOf[mark] as number] as number;
  return count;
};

/** The score at a place, 0 for the lowest, of marks that stand in rising order, each as often as drawn. */
const scoreAt = (
  assessorOf: Int32Array,
  scoreOf: Float64Array,
  from: number,
  times: Int32Array,
  place: number,
): number => {
  let mark = from;
  let passed = times[assessorOf[mark] as number] as number;
  while (passed <= place) {
    mark += 1;
    passed += times[assessorOf[mark] as number] as number;
  }
  return scoreOf[mark] as number;
};

const median: Aggregate = (assessorOf, scoreOf, from, to, times) => {
  const count = countOf(assessorOf, from, to, times);
  if (count === 0) return null;
  const upper = scoreAt(assessorOf, scoreOf, from, times, Math.floor(count / 2));
  if (count % 2 === 1) return upper;
  return (scoreAt(assessorOf, scoreOf, from, times, count / 2 - 1) + upper) / 2;
};

const trimmedMean: Aggregate = (assessorOf, scoreOf, from, to, times) => {
  const count = countOf(assessorOf, from, to, times);
  const whole = mean(assessorOf, scoreOf, from, to, times);
  if (whole === null || count < 3) return whole;
  let sum = 0;
  for (let mark = from; mark < to; mark += 1)
    sum += (times[assessorOf[mark] as number] as number) * (scoreOf[mark] as number);
  const lowest = scoreAt(assessorOf, scoreOf, from, times, 0);
  const highest = scoreAt(assessorOf, scoreOf, from, times, count - 1);
  return (sum - lowest - highest) / (count - 2);
};

/** The curve's value at x: straight between its points, level beyond its ends. */
export const bend = ({ x, y }: Curve, at: number): number => {
  const last = x.length - 1;
  if (at <= (x[0] ?? 0)) return y[0] ?? 0;
  if (at >= (x[last] ?? 0)) return y[last] ?? 0;
  let upper = 1;
  while ((x[upper] ?? Infinity) < at) upper += 1;
  const [left, right] = [x[upper - 1] ?? 0, x[upper] ?? 0];
  const share = (at - left) / (right - left);
  return (y[upper - 1] ?? 0) + share * ((y[upper] ?? 0) - (y[upper - 1] ?? 0));
};
