import { decimalWords } from '../numbers.ts';
import { drawing, fillAt, fitted, label, LINE, rect, rule } from './svg.ts';

export type ScoreBar = {
  readonly name: string;
  readonly total: number;
  /** Points of the total, one a criterion, in the order of the rubric. */
  readonly points: readonly number[];
};

const WIDTH = 680;
const BAR = 600;
const ROW = 48;
/** A segment narrower than this has no room for its number. */
const NARROWEST_LABELLED = 16;

/** One bar an option, out of 100 points; each segment is one criterion and carries its number from the table. */
export const drawScoreBars = (bars: readonly ScoreBar[], says: string): string => {
  const bottom = bars.length * ROW + 6;
  const ticks = [0, 25, 50, 75, 100].flatMap((tick) => {
    const x = (tick / 100) * BAR;
    const anchor = tick === 0 ? 'start' : 'middle';
    return [rule(x, 0, x, bottom, LINE), label(x, bottom + 15, String(tick), { anchor, size: 11 })];
  });
  const rows = bars.flatMap((bar, index) => drawBar(bar, index * ROW));
  return drawing(WIDTH, bottom + 22, says, [...ticks, ...rows]);
};

const drawBar = (bar: ScoreBar, y: number): readonly string[] => {
  let x = 0;
  const segments = bar.points.flatMap((points, index) => {
    const width = (points / 100) * BAR;
    const { fill, words } = fillAt(index);
    const parts = width > 0 ? [rect(x, y + 20, width, 22, fill)] : [];
    if (width >= NARROWEST_LABELLED) {
      parts.push(
        label(x + width / 2, y + 35, String(index + 1), { anchor: 'middle', size: 11, fill: words }),
      );
    }
    x += width;
    return parts;
  });
  const total = decimalWords(bar.total);
  return [
    label(0, y + 14, fitted(bar.name, 80), { bold: true }),
    ...segments,
    label(x + 6, y + 36, total, { bold: true }),
  ];
};
