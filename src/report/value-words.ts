import type { Outside, ValueFunction, ValuePoint } from '../core/values/value-function.ts';
import { decimalWords } from './numbers.ts';

/** What a score is worth, in one line. */
export const valueFunctionWords = (values: ValueFunction): string => {
  switch (values.kind) {
    case 'table':
      return `Worth: ${pointWords(values.values)}`;
    case 'piecewise-linear':
      return `Worth: ${pointWords(values.points)}, in straight lines between${outsideWords(values.outside)}`;
    case 'linear':
      return `Worth: in a straight line from 0 at ${decimalWords(values.worst, 6)} to 100 at ${decimalWords(values.best, 6)}${outsideWords(values.outside)}`;
    case 'exponential': {
      const bend =
        values.midScore === undefined
          ? `with rho ${decimalWords(values.rho ?? 0, 6)}`
          : `with 50 at ${decimalWords(values.midScore, 6)}`;
      return `Worth: in a curve from 0 at ${decimalWords(values.worst, 6)} to 100 at ${decimalWords(values.best, 6)}, ${bend}${outsideWords(values.outside)}`;
    }
  }
};

const pointWords = (points: readonly ValuePoint[]): string =>
  points.map(({ score, value }) => `${decimalWords(score, 6)} is ${decimalWords(value, 6)}`).join(', ');

const outsideWords = (outside: Outside | undefined): string =>
  outside === 'clip' ? '; beyond the ends, what the nearest end is worth' : '';
