import { expect } from 'chai';
import { DomainError } from '../../../src/core/errors.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { Scale } from '../../../src/core/rubric/rubric.ts';
import type { ValueFunction } from '../../../src/core/values/value-function.ts';
import { FIVE, makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option } from './make-case.ts';
import { readVector } from './read-vector.ts';

/** One criterion, one option a score, one assessor. */
const caseOf = (scale: Scale, scores: readonly number[], valueFunction?: ValueFunction): Case =>
  makeCase(
    makeRubric([scored('a', 10000, valueFunction ? { valueFunction } : {})], { scale }),
    scores.map((_score, index) => option(`o${index}`)),
    scores.map((score, index) => mark(`o${index}`, 'a', score)),
  );

const valuesOf = (given: Case): readonly (number | null | undefined)[] =>
  evaluateCase(given, { partial: false }).options.map(({ criteria }) => criteria.a?.value);

describe('evaluateCase with value functions', () => {
  const { inputs, expected } = readVector('vf-01-piecewise-linear');

  it('vf-01 (R package smaa) as cases: rising, falling, and clipped beyond the ends', () => {
    for (const way of ['increasing', 'decreasing', 'outside'] as const) {
      const { x, v, at } = inputs[way] as { x: number[]; v: number[]; at: number[] };
      const scale = { lowest: Math.min(...x, ...at), highest: Math.max(...x, ...at), decimals: 2 };
      const points = x.map((score, index) => ({ score, value: (v[index] ?? NaN) * 100 }));
      const clip = way === 'outside' ? ({ outside: 'clip' } as const) : {};
      const wanted: number[] = expected[way === 'outside' ? 'outside_clipped' : way];
      expect(valuesOf(caseOf(scale, at, { kind: 'piecewise-linear', points, ...clip }))).to.deep.equal(
        wanted.map((value) => Math.round(value * 1e8) / 1e6),
      );
    }
  });

  it('leaves every byte as it was when the function is the straight line, written out', () => {
    const bytes = (values?: ValueFunction): string =>
      JSON.stringify(evaluateCase(caseOf(FIVE, [0, 2, 3, 5], values), { partial: false }));
    expect(bytes({ kind: 'linear', worst: 0, best: 5 })).to.equal(bytes());
    expect(bytes({ kind: 'linear', worst: 5, best: 0 }), 'control').to.not.equal(bytes());
    const half = caseOf(FIVE, [0, 2, 3, 5], { kind: 'exponential', worst: 0, best: 5, midScore: 2.5 });
    expect(valuesOf(half)).to.deep.equal([0, 40, 60, 100]);
  });

  it('values the mean of several marks, not the mean of their values', () => {
    const values = [0, 0, 0, 0, 0, 100].map((value, score) => ({ score, value }));
    const given = caseOf(FIVE, [4], { kind: 'table', values });
    const two = { ...given, marks: [...given.marks, mark('o0', 'a', 5, { assessor: 'p2' })] };
    expect(valuesOf(two)).to.deep.equal([50]);
  });

  it('keeps minimums on the score and eliminates by group value after the function', () => {
    const rubric = makeRubric([
      {
        id: 'g',
        title: 'G',
        kind: 'group',
        weightBp: 10000,
        minimum: 60,
        children: [
          scored('a', 10000, {
            minimum: 2,
            valueFunction: { kind: 'exponential', worst: 0, best: 5, midScore: 4 },
          }),
        ],
      },
    ]);
    const given = makeCase(rubric, [option('a'), option('b')], [mark('a', 'a', 4), mark('b', 'a', 5)]);
    const [out, stays] = evaluateCase(given, { partial: false }).options;
    expect(out?.eliminated.map(({ criterion }) => criterion)).to.deep.equal(['g']);
    expect(stays?.total).to.equal(100);
  });

  it('decides ties on the exact value: 6 decimals of an exponential are the value from then on', () => {
    const result = evaluateCase(
      caseOf({ lowest: 0, highest: 3, decimals: 0 }, [2, 2], {
        kind: 'exponential',
        worst: 0,
        best: 3,
        midScore: 1,
      }),
      { partial: false },
    );
    expect(result.options.map(({ total }) => total)).to.deep.equal([80.901699, 80.901699]);
    expect(result.tied).to.deep.equal(['o0', 'o1']);
  });

  it('gives rho of an exponential, or says that the curve is a straight line', () => {
    const scale = { lowest: 0, highest: 100, decimals: 0 };
    const resultOf = (midScore: number) =>
      evaluateCase(caseOf(scale, [50], { kind: 'exponential', worst: 0, best: 100, midScore }), {
        partial: false,
      });
    expect(resultOf(25).rho).to.deep.equal({ a: 41.025448 });
    const straight = resultOf(50);
    expect(straight.rho).to.deep.equal({ a: null });
    expect(straight.notes.find(({ path }) => path === '/rho/a')?.reason).to.include('straight line');
    expect(evaluateCase(caseOf(scale, [50]), { partial: false }).rho).to.deep.equal({});
  });

  it('refuses a case whose value function does not cover the scale, with its place', () => {
    const given = caseOf(FIVE, [1], { kind: 'linear', worst: 1, best: 5 });
    expect(() => evaluateCase(given, { partial: false }))
      .to.throw(DomainError)
      .with.nested.property('faults[0].path', '/rubric/criteria/0/valueFunction');
  });
});
