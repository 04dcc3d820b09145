import { expect } from 'chai';
import { DomainError } from '../../../src/core/errors.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { OptionResult, Result } from '../../../src/core/scoring/result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, price } from './make-case.ts';

const run = (given: Case, partial = false): Result => evaluateCase(given, { partial });
const find = (result: Result, id: string): OptionResult | undefined =>
  result.options.find((one) => one.id === id);
const faultsOf = (given: Case): readonly (readonly [string, string])[] => {
  try {
    run(given);
  } catch (error) {
    if (error instanceof DomainError) return error.faults.map(({ path, message }) => [path, message]);
  }
  throw new Error('the case was evaluated');
};
const pathsOf = (given: Case): readonly string[] => faultsOf(given).map(([path]) => path);
const ratio = { method: 'lowest-over-price' } as const;
const half = makeRubric([scored('fit', 5000), price(5000, ratio)]);

describe('who competes', () => {
  const options = [
    option('a', { pence: 100 }),
    option('b', { pence: 200 }),
    option('stay', { kind: 'business-as-usual', pence: 50 }),
  ];
  const marks = [mark('a', 'fit', 3), mark('b', 'fit', 4), mark('stay', 'fit', 5)];

  it('ranks every kind in an appraisal, measuring prices against the bids', () => {
    const result = run(makeCase(half, options, marks));
    expect(result.winner).to.equal('stay');
    expect(result.options.map(({ priceValue }) => priceValue)).to.deep.equal([100, 50, 100]);
    expect(result.options.map(({ comparator }) => comparator)).to.deep.equal([false, false, false]);
  });

  it('ranks bids alone in an award; the others stand beside them, scored where they can be', () => {
    const result = run(makeCase(half, options, marks, { settings: { purpose: 'award' } }));
    expect(result.winner).to.equal('a');
    const stay = find(result, 'stay');
    expect([stay?.rank, stay?.comparator, stay?.total]).to.deep.equal([null, true, 100]);
    expect(result.pareto).to.deep.equal(['a', 'b']);
    expect(Object.keys(result.robustness?.smallestShift ?? {})).to.deep.equal(['b']);
  });

  it('asks no missing piece of a comparator', () => {
    const bare = option('stay', { kind: 'business-as-usual' });
    const given = makeCase(half, [...options.slice(0, 2), bare], marks.slice(0, 2), {
      settings: { purpose: 'award' },
    });
    const result = run(given);
    expect(find(result, 'stay')?.total).to.equal(null);
    expect(result.notes.find(({ path }) => path === '/options/2')?.reason).to.contain('1 score and a price');
    expect(pathsOf({ ...given, settings: {} })).to.deep.equal([
      '/options/2/criteria/fit',
      '/options/2/costs',
    ]);
  });

  it('measures against all that passed when there is no bid', () => {
    const kinds = options.map((each) => ({ ...each, kind: 'build' as const }));
    const result = run(makeCase(half, kinds, marks));
    expect(result.options.map(({ priceValue }) => priceValue)).to.deep.equal([50, 25, 100]);
  });
});

describe('missing pieces', () => {
  it('are listed, every one, and never count as nought', () => {
    const gated = makeRubric([...half.criteria, { id: 'safe', title: 'Safe', kind: 'gate' }]);
    const given = makeCase(gated, [option('a', { pence: 5 }), option('b')], [mark('a', 'fit', 1)]);
    expect(pathsOf(given)).to.deep.equal([
      '/options/0/gates/safe',
      '/options/1/gates/safe',
      '/options/1/criteria/fit',
      '/options/1/costs',
    ]);
  });

  it('with partial leave the rest computed and are listed under incomplete', () => {
    const options = [option('a', { pence: 5 }), option('b', { pence: 5 }), option('c', { pence: 10 })];
    const result = run(makeCase(half, options, [mark('a', 'fit', 1), mark('c', 'fit', 5)]), true);
    expect(result.incomplete.map(({ path }) => path)).to.deep.equal(['/options/1/criteria/fit']);
    expect(find(result, 'b')).to.include({ total: null, rank: null, quality: null, priceValue: 100 });
    expect(find(result, 'a')).to.include({ total: 60, rank: 2 });
    expect(result.notes.some(({ path }) => path === '/winner')).to.equal(true);
  });

  it('are not asked of an option that is out', () => {
    const gated = makeRubric([...half.criteria, { id: 'safe', title: 'Safe', kind: 'gate' }]);
    const out = option('b', { gates: { safe: { met: false } } });
    const result = run(
      makeCase(
        gated,
        [option('a', { pence: 5, gates: { safe: { met: true } } }), out],
        [mark('a', 'fit', 1)],
      ),
    );
    expect(find(result, 'b')).to.include({
      total: null,
      priceValue: null,
      rank: null,
      costPence: null,
      quality: null,
    });
  });

  it('an assessor who did not mark a cell is no error', () => {
    const marks = [mark('a', 'fit', 1), mark('a', 'fit', 2, { assessor: 'p2' }), mark('b', 'fit', 4)];
    const result = run(makeCase(makeRubric([scored('fit', 10000)]), [option('a'), option('b')], marks));
    expect(find(result, 'a')?.criteria['fit']).to.deep.include({
      score: 1.5,
      value: 30,
      panelMean: 1.5,
      marks: 2,
    });
  });
});

describe('references in a case', () => {
  const given = makeCase(makeRubric([scored('fit', 10000)]), [option('a')], [mark('a', 'fit', 4)]);

  it('two marks by one assessor for one cell are an error', () => {
    const twice = [...given.marks, mark('a', 'fit', 5, { group: 'frontline' })];
    expect(pathsOf({ ...given, marks: twice })).to.deep.equal(['/marks/1']);
  });

  it('unknown options and criteria, scores off the scale and double consensus are named', () => {
    const marks = [
      mark('x', 'fit', 1),
      mark('a', 'cost', 1),
      mark('a', 'fit', 6),
      mark('a', 'fit', 2.5, { assessor: 'q' }),
    ];
    expect(pathsOf({ ...given, marks })).to.deep.equal([
      '/marks/0/option',
      '/marks/1/criterion',
      '/marks/2/score',
      '/marks/3/score',
    ]);
    const agreed = { option: 'a', criterion: 'fit', score: 3 };
    expect(pathsOf({ ...given, consensus: [agreed, agreed] })).to.deep.equal(['/consensus/1']);
    expect(pathsOf({ ...given, options: [option('a'), option('a')] })).to.include('/options/1/id');
    expect(pathsOf({ ...given, options: [option('a', { gates: { nil: { met: true } } })] })).to.deep.equal([
      '/options/0/gates/nil',
    ]);
  });

  it('faults of the rubric are placed in the rubric', () => {
    expect(pathsOf({ ...given, rubric: makeRubric([scored('fit', 9000)]) })).to.deep.equal([
      '/rubric/criteria',
    ]);
  });
});
