import { expect } from 'chai';
import { checkRubric } from '../../../src/core/rubric/check-rubric.ts';
import type { Scale } from '../../../src/core/rubric/rubric.ts';
import type { ValueFunction } from '../../../src/core/values/value-function.ts';
import { FIVE, makeRubric, scored } from './make-rubric.ts';

const TENTHS = { lowest: 0, highest: 10, decimals: 1 };

const faultsOf = (valueFunction: ValueFunction, scale: Scale = FIVE) =>
  checkRubric(makeRubric([scored('a', 10000, { valueFunction })], { scale }));
const pathsOf = (...given: Parameters<typeof faultsOf>): readonly string[] =>
  faultsOf(...given).map(({ path }) => path.replace('/criteria/0/valueFunction', '#'));

const levels = (...values: readonly number[]) => values.map((value, score) => ({ score, value }));

describe('checkRubric on value functions', () => {
  it('accepts one that covers the scale, and one that says clip', () => {
    expect(faultsOf({ kind: 'table', values: levels(0, 10, 30, 60, 85, 100) })).to.deep.equal([]);
    expect(faultsOf({ kind: 'linear', worst: 10, best: 0 }, TENTHS)).to.deep.equal([]);
    expect(faultsOf({ kind: 'exponential', worst: 0, best: 20, midScore: 5 }, TENTHS)).to.deep.equal([]);
    expect(faultsOf({ kind: 'linear', worst: 2, best: 8, outside: 'clip' }, TENTHS)).to.deep.equal([]);
  });

  it('refuses one that leaves a part of the scale without a value', () => {
    const [fault] = faultsOf({ kind: 'linear', worst: 2, best: 8 }, TENTHS);
    expect(fault?.path).to.equal('/criteria/0/valueFunction');
    expect(fault?.message).to.include('runs from 2 to 8 and the scale from 0 to 10').and.include('clip');
    const points = [
      { score: 0, value: 0 },
      { score: 9, value: 100 },
    ];
    expect(pathsOf({ kind: 'piecewise-linear', points }, TENTHS)).to.deep.equal(['#']);
  });

  it('refuses a table with a level too many or too few, or on a numeric scale', () => {
    expect(pathsOf({ kind: 'table', values: levels(0, 20, 40, 60, 100) })).to.deep.equal(['#/values']);
    expect(pathsOf({ kind: 'table', values: levels(0, 10, 20, 30, 40, 50, 60) })).to.deep.equal([
      '#/values/6/score',
    ]);
    expect(pathsOf({ kind: 'table', values: levels(0, 100) }, TENTHS)).to.deep.equal(['#']);
  });

  it('passes on what is wrong with the function itself', () => {
    expect(pathsOf({ kind: 'linear', worst: 3, best: 3 })).to.deep.equal(['#']);
    expect(pathsOf({ kind: 'table', values: levels(0, 20, 40, 60, 80, 101) })).to.deep.equal([
      '#/values/5/value',
    ]);
  });
});
