import fc from 'fast-check';
import type { Case, Mark } from '../../../src/core/scoring/case.ts';
import type { Aggregate, PriceMethod, Rubric } from '../../../src/core/rubric/rubric.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, price } from './make-case.ts';

const METHODS: readonly PriceMethod[] = [
  'benchmark-linear',
  'lowest-over-price',
  'squared-ratio',
  'min-max',
  'proportional-excess',
  'mean-based',
];
const AGGREGATES: readonly Aggregate[] = ['mean', 'median', 'trimmed-mean'];

/** Splits 10000 by the cuts, each part at least 0. */
const split = (cuts: readonly number[]): readonly number[] => {
  const points = [0, ...[...cuts].sort((a, b) => a - b), 10000];
  return points.slice(1).map((point, index) => point - (points[index] ?? 0));
};

export type CaseShape = { readonly priceMethods?: readonly PriceMethod[]; readonly minimums?: boolean };

/** Small complete cases: 2-5 options, two groups of criteria beside a price, 1-4 assessors, whole scores 0-5. */
export const arbitraryCase = ({
  priceMethods = METHODS,
  minimums = true,
}: CaseShape = {}): fc.Arbitrary<Case> =>
  fc
    .record({
      options: fc.integer({ min: 2, max: 5 }),
      assessors: fc.integer({ min: 1, max: 4 }),
      top: fc.array(fc.integer({ min: 0, max: 10000 }), { minLength: 2, maxLength: 2 }).map(split),
      left: fc.array(fc.integer({ min: 0, max: 10000 }), { minLength: 1, maxLength: 2 }).map(split),
      right: fc.array(fc.integer({ min: 0, max: 10000 }), { minLength: 0, maxLength: 1 }).map(split),
      method: fc.constantFrom(...priceMethods),
      aggregate: fc.constantFrom(...AGGREGATES),
      minimum: fc.integer({ min: 0, max: 2 }),
      groupMinimum: fc.constantFrom(0, 0, 30),
      pence: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5, maxLength: 5 }),
      scores: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 100, maxLength: 100 }),
      gates: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
      agreed: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    })
    .map((drawn): Case => {
      const limits = minimums ? { minimum: drawn.minimum } : {};
      const children = (prefix: string, weights: readonly number[]) =>
        weights.map((weight, index) => scored(`${prefix}${index}`, weight, index === 0 ? limits : {}));
      const [left, right] = [children('a', drawn.left), children('b', drawn.right)];
      const group = (id: string, weightBp: number, of: typeof left) =>
        ({
          id,
          title: id,
          kind: 'group',
          weightBp,
          children: of,
          ...(minimums ? { minimum: drawn.groupMinimum } : {}),
        }) as const;
      const [first = 0, second = 0, third = 0] = drawn.top;
      const rubric: Rubric = makeRubric(
        [
          group('left', first, left),
          group('right', second, right),
          price(third, { method: drawn.method, floorPence: 0, ceilingPence: 1000 }),
          { id: 'gate', title: 'Gate', kind: 'gate' },
        ],
        { method: { aggregate: drawn.aggregate } },
      );
      const options = Array.from({ length: drawn.options }, (_unused, index) =>
        option(`o${index}`, {
          pence: drawn.pence[index] ?? 1,
          gates: { gate: { met: !minimums || drawn.gates[index] !== 0 } },
        }),
      );
      let next = 0;
      const marks: Mark[] = options.flatMap(({ id }) =>
        [...left, ...right].flatMap((criterion) =>
          Array.from({ length: drawn.assessors }, (_unused, assessor) =>
            mark(id, criterion.id, drawn.scores[next++ % 100] ?? 0, { assessor: `p${assessor}` }),
          ),
        ),
      );
      const consensus =
        drawn.agreed === undefined
          ? {}
          : { consensus: [{ option: 'o0', criterion: 'a0', score: drawn.agreed }] };
      return makeCase(rubric, options, marks, consensus);
    });
