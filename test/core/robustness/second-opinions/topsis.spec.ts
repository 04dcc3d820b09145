import { expect } from 'chai';
import fc from 'fast-check';
import { topsisCloseness } from '../../../../src/core/robustness/second-opinions/topsis.ts';
import type { TopsisMeasure } from '../../../../src/core/robustness/second-opinions/topsis.ts';
import { readVector } from '../../scoring/read-vector.ts';
import { anyTable, tableOf } from './tables.ts';

const MEASURES: readonly TopsisMeasure[] = ['vector', 'min-max'];
const bestOf = (closeness: readonly (number | null)[]): number =>
  1 + closeness.findIndex((one) => one === Math.max(...closeness.map((other) => other ?? 0)));

describe('TOPSIS', () => {
  const { inputs, expected, published } = readVector('topsis-01-climber');
  const climber = tableOf(
    inputs.matrix,
    inputs.weights,
    inputs.direction.map((way: string) => (way === 'min' ? 'cost' : 'benefit')),
  );

  it('topsis-01 (Opricovic and Tzeng 2004, the climber): the two measures name different winners', () => {
    const [vector, range] = MEASURES.map((measure) => topsisCloseness(climber, measure)) as [
      number[],
      number[],
    ];
    expected.closeness_vector_normalisation.forEach((one: number, index: number) =>
      expect(vector[index]).to.be.closeTo(one, 1e-9),
    );
    expected.closeness_minmax_normalisation.forEach((one: number, index: number) =>
      expect(range[index]).to.be.closeTo(one, 1e-9),
    );
    expect([bestOf(vector), bestOf(range)]).to.deep.equal([expected.best_vector, expected.best_minmax]);
    published.minmax_3dp.forEach((one: number, index: number) =>
      expect(range[index]).to.be.closeTo(one, 5e-4),
    );
  });

  it('a cost taken for a benefit is caught (control)', () => {
    const wrong = topsisCloseness({ ...climber, directions: ['benefit', 'benefit'] }, 'vector');
    expect(wrong[0]).to.not.be.closeTo(expected.closeness_vector_normalisation[0], 0.1);
  });

  it('lies between 0 and 1: 1 for an option that is best in everything, 0 for one that is worst', () => {
    for (const measure of MEASURES) {
      expect(
        topsisCloseness(
          tableOf(
            [
              [9, 9],
              [5, 7],
              [1, 2],
            ],
            [1, 2],
          ),
          measure,
        ),
      ).to.satisfy(
        ([best, middle, worst]: number[]) =>
          best === 1 && worst === 0 && (middle ?? 0) > 0 && (middle ?? 1) < 1,
      );
    }
  });

  it('is null where no criterion tells the options apart', () => {
    for (const measure of MEASURES) {
      expect(
        topsisCloseness(
          tableOf(
            [
              [5, 0],
              [5, 0],
            ],
            [1, 1],
          ),
          measure,
        ),
      ).to.deep.equal([null, null]);
      expect(topsisCloseness(tableOf([[5]], [1]), measure)).to.deep.equal([null]);
    }
  });

  it('does not change with the unit of a criterion, nor with the order of the options', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.constantFrom(...MEASURES),
        fc.integer({ min: 2, max: 90 }),
        (table, measure, unit) => {
          const plain = topsisCloseness(table, measure);
          const scaled = topsisCloseness(
            { ...table, rows: table.rows.map(([first = 0, ...rest]) => [first * unit, ...rest]) },
            measure,
          );
          const turned = topsisCloseness({ ...table, rows: [...table.rows].reverse() }, measure);
          plain.forEach((one, index) => {
            const others = [scaled[index], turned[plain.length - 1 - index]];
            if (one === null) expect(others).to.deep.equal([null, null]);
            else others.forEach((other) => expect(other).to.be.closeTo(one, 1e-9));
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses, by name, an empty table, a wrong shape, a figure that is none and a weight below 0', () => {
    const refuse = (table: Parameters<typeof topsisCloseness>[0], words: string): void => {
      expect(() => topsisCloseness(table, 'vector')).to.throw(RangeError, words);
    };
    refuse(tableOf([], [1]), 'at least one option');
    refuse(tableOf([[1, 2]], [1]), 'one figure for each option');
    refuse(tableOf([[Number.NaN]], [1]), 'not a number');
    refuse(tableOf([[1]], [-1]), 'at or above 0');
    refuse(tableOf([[1]], [0]), 'all 0');
  });
});
