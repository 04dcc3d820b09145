import fc from 'fast-check';
import type {
  Direction,
  PerformanceTable,
} from '../../../../src/core/robustness/second-opinions/performance-table.ts';

export const tableOf = (
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[] = weights.map(() => 'benefit'),
): PerformanceTable => ({ rows, weights, directions });

/** Whole figures 0-100, 2 to 6 options by 1 to 5 criteria. */
export const anyTable: fc.Arbitrary<PerformanceTable> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([options, criteria]) =>
    fc.record({
      rows: fc.array(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: criteria, maxLength: criteria }),
        {
          minLength: options,
          maxLength: options,
        },
      ),
      weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: criteria, maxLength: criteria }),
      directions: fc.array(fc.constantFrom<Direction>('benefit', 'cost'), {
        minLength: criteria,
        maxLength: criteria,
      }),
    }),
  );
