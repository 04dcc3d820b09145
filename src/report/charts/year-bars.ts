import { pounds } from '../numbers.ts';
import { drawing, fillAt, INK, label, rect, rule } from './svg.ts';

export type YearSeries = {
  readonly name: string;
  /** Pence, one a year, in the order of the years. */
  readonly pence: readonly number[];
};

const WIDTH = 680;
const HEIGHT = 150;
const TOP = 40;

/** Bars side by side for each year, one a series; income hangs below the line. */
export const drawYearBars = (
  years: readonly string[],
  series: readonly YearSeries[],
  says: string,
): string => {
  const all = series.flatMap((one) => one.pence);
  const most = Math.max(0, ...all);
  const least = Math.min(0, ...all);
  const scale = HEIGHT / Math.max(1, most - least);
  const zero = TOP + most * scale;
  const slot = WIDTH / Math.max(1, years.length);
  const width = Math.min(70, (slot - 16) / Math.max(1, series.length));
  const bars = years.flatMap((year, yearIndex) => {
    const middle = slot * (yearIndex + 0.5);
    const left = middle - (width * series.length) / 2;
    const parts = series.flatMap((one, index) => {
      const pence = one.pence[yearIndex] ?? 0;
      const height = Math.abs(pence) * scale;
      const y = pence >= 0 ? zero - height : zero;
      const x = left + index * width;
      const words = label(x + width / 2, Math.min(y, zero) - 4, shortPounds(pence), {
        anchor: 'middle',
        size: 10,
      });
      return [...(height > 0 ? [rect(x, y, width, height, fillAt(index).fill)] : []), words];
    });
    return [...parts, label(middle, TOP + HEIGHT + 16, year, { anchor: 'middle', size: 11 })];
  });
  return drawing(WIDTH, TOP + HEIGHT + 24, says, [
    ...drawKey(series),
    rule(0, zero, WIDTH, zero, INK),
    ...bars,
  ]);
};

/** To the nearest thousand above ten thousand pounds: a bar has no room for more, and the table has it all. */
const shortPounds = (pence: number): string => {
  const thousands = Math.round(pence / 100_000);
  return Math.abs(pence) < 1_000_000 ? pounds(Math.round(pence / 100) * 100) : `${pounds(thousands * 100)}k`;
};

const drawKey = (series: readonly YearSeries[]): readonly string[] =>
  series.flatMap((one, index) => {
    const x = index * 330;
    return [rect(x, 0, 12, 12, fillAt(index).fill), label(x + 18, 10, one.name.slice(0, 48), { size: 11 })];
  });
