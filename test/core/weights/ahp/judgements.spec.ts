import { expect } from 'chai';
import { fraction, isEqual, whole } from '../../../../src/core/exact/rational.ts';
import {
  checkComparisons,
  checkMatrix,
  judgementsOfMatrix,
} from '../../../../src/core/weights/ahp/judgements.ts';
import { readRatio } from '../../../../src/core/weights/ahp/ratio.ts';

describe('a judgement as a person writes it', () => {
  it('is a number, a decimal or a fraction, read exactly', () => {
    for (const [written, n, d] of [
      [3, 3n, 1n],
      ['1/3', 1n, 3n],
      [0.5, 1n, 2n],
      ['0.25', 1n, 4n],
      ['1.5/2', 3n, 4n],
      [' 7 ', 7n, 1n],
    ] as const) {
      expect(isEqual(readRatio(written) ?? whole(0), fraction(n, d)), String(written)).to.equal(true);
    }
  });

  it('is nothing else', () => {
    for (const wrong of [
      0,
      -1,
      '-1/3',
      '1/0',
      '0/1',
      'many',
      '',
      '1/2/3',
      Number.NaN,
      Infinity,
      1001,
      '1/1001',
      1e21,
    ]) {
      expect(readRatio(wrong), String(wrong)).to.equal(null);
    }
  });
});

describe('checkComparisons', () => {
  const faultsOf = (...comparisons: Parameters<typeof checkComparisons>[1][number][]): readonly string[] =>
    checkComparisons(['a', 'b', 'c'], comparisons, '/x').map(({ path, message }) => `${path}: ${message}`);

  it('finds nothing in sound ones', () => {
    expect(faultsOf({ a: 'a', b: 'b', value: 3 }, { a: 'c', b: 'a', value: '1/2' })).to.deep.equal([]);
  });

  it('names the unknown, the same criterion twice, the pair judged twice and the value that is none', () => {
    expect(faultsOf({ a: 'a', b: 'z', value: 3 })[0]).to.match(/^\/x\/0\/b: 'z' is not a criterion/);
    expect(faultsOf({ a: 'a', b: 'a', value: 1 })[0]).to.include('compared with itself');
    expect(faultsOf({ a: 'a', b: 'b', value: 3 }, { a: 'b', b: 'a', value: 3 })).to.deep.equal([
      "/x/1: 'b' and 'a' are compared at /x/0 already; keep one.",
    ]);
    expect(faultsOf({ a: 'a', b: 'b', value: 0 })[0]).to.match(
      /^\/x\/0\/value: The judgement must be a number above 0/,
    );
  });
});

describe('checkMatrix', () => {
  const sound = [
    [1, 3, 5],
    ['1/3', 1, 2],
    ['1/5', '1/2', 1],
  ];

  it('accepts a reciprocal square, with its lower half or without', () => {
    expect(checkMatrix(3, sound, '/m')).to.deep.equal([]);
    const upper = sound.map((row, i) => row.map((entry, j) => (j < i ? null : entry)));
    expect(checkMatrix(3, upper, '/m')).to.deep.equal([]);
    expect(judgementsOfMatrix(upper)).to.deep.equal(judgementsOfMatrix(sound));
  });

  it('names a wrong shape, a wrong diagonal, a wrong entry and one that is not one over the other', () => {
    expect(checkMatrix(4, sound, '/m').map(({ path }) => path)).to.deep.equal(['/m']);
    const withEntry = (i: number, j: number, entry: number | string) =>
      sound.map((row, r) => row.map((old, c) => (r === i && c === j ? entry : old)));
    const paths = (i: number, j: number, entry: number | string): readonly string[] =>
      checkMatrix(3, withEntry(i, j, entry), '/m').map(({ path }) => path);
    expect(paths(1, 1, 2)).to.deep.equal(['/m/1/1']);
    expect(paths(0, 2, -5)).to.deep.equal(['/m/0/2']);
    expect(paths(1, 0, 0.33), '0.33 is not a third').to.deep.equal(['/m/1/0']);
  });
});
