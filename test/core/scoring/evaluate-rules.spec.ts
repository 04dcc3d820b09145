import { expect } from 'chai';
import { DomainError } from '../../../src/core/errors.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { OptionResult, Result } from '../../../src/core/scoring/result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, price, tableCase } from './make-case.ts';

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

describe('scores', () => {
  it('take consensus before marks, and a frontline share where enough people marked', () => {
    const rubric = makeRubric([scored('fit', 6000, { frontlineCanAnswer: true }), scored('cost', 4000)], {
      method: { frontlineShareBp: 3000, frontlineMinimum: 2 },
    });
    const front = [2, 3].map((score, index) =>
      mark('a', 'fit', score, { assessor: `f${index}`, group: 'frontline' }),
    );
    const marks = [
      mark('a', 'fit', 5),
      mark('a', 'cost', 4),
      mark('a', 'cost', 1, { assessor: 'f0', group: 'frontline' }),
      ...front,
    ];
    const consensus = [{ option: 'a', criterion: 'fit', score: 4 }];
    const result = run(makeCase(rubric, [option('a')], marks, { consensus }));
    const { fit, cost } = find(result, 'a')?.criteria ?? {};
    expect(fit).to.deep.include({ score: 3.55, panelMean: 5, frontlineMean: 2.5, marks: 1 });
    expect(cost).to.deep.include({ score: 4, frontlineMean: 1 });
    const fewer = run(makeCase(rubric, [option('a')], marks.slice(0, -1), { consensus }));
    expect(find(fewer, 'a')?.criteria['fit']?.score).to.equal(4);
    expect(
      fewer.notes.some(({ reason }) => reason.includes("'fit' was marked by 1 frontline person and needs 2")),
    ).to.equal(true);
  });

  it('respect a criterion’s own levels and a scale that does not start at nought', () => {
    const levels = [1, 3, 9].map((score) => ({ score, label: String(score) }));
    const result = run(
      makeCase(makeRubric([scored('fit', 10000, { levels })]), [option('a')], [mark('a', 'fit', 3)]),
    );
    expect(find(result, 'a')?.criteria['fit']?.value).to.equal(25);
  });
});

describe('gates', () => {
  const gate = (id: string, more = {}) => ({ id, title: id, kind: 'gate' as const, ...more });
  const rubric = makeRubric([
    scored('fit', 10000),
    gate('first'),
    gate('second', { appliesWhen: { gate: 'first', answer: ['met'] } }),
    gate('third', { appliesWhen: { gate: 'second', answer: ['notApplicable'] } }),
  ]);
  const withAnswers = (gates: Case['options'][0]['gates'], of = rubric): Case =>
    makeCase(of, [option('a', gates ? { gates } : {})], [mark('a', 'fit', 1)]);

  it('only false puts an option out; later is a condition, not applicable needs a reason', () => {
    const later = { met: 'later', by: '2027-01-31', owner: 'Digital lead' } as const;
    const result = run(withAnswers({ first: { met: true }, second: later }));
    expect(find(result, 'a')?.eliminated).to.deep.equal([]);
    expect(result.notes.find(({ path }) => path === '/options/0')?.reason)
      .to.contain('2027-01-31')
      .and.contain('Digital lead');
    expect(pathsOf(withAnswers({ first: { met: true }, second: { met: 'later' } }))).to.deep.equal([
      '/options/0/gates/second/by',
      '/options/0/gates/second/owner',
    ]);
    expect(pathsOf(withAnswers({ first: { met: 'notApplicable' } }))).to.include(
      '/options/0/gates/first/reason',
    );
  });

  it('skips a gate whose condition does not hold, and reads it as not applicable further down', () => {
    const skipped = run(
      withAnswers({
        first: { met: 'notApplicable', reason: 'No device' },
        second: { met: false },
        third: { met: true },
      }),
    );
    expect(find(skipped, 'a')?.eliminated).to.deep.equal([]);
    expect(pathsOf(withAnswers({ first: { met: 'notApplicable', reason: 'No device' } }))).to.deep.equal([
      '/options/0/gates/third',
    ]);
    expect(pathsOf(withAnswers({ first: { met: true } }))).to.deep.equal(['/options/0/gates/second']);
    expect(pathsOf(withAnswers({}))).to.deep.equal(['/options/0/gates/first']);
  });

  it('lets the documents forbid later', () => {
    const strict = makeRubric([scored('fit', 10000), gate('first', { laterAllowed: false })]);
    const later = { met: 'later', by: '2027-01-31', owner: 'Digital lead' } as const;
    expect(pathsOf(withAnswers({ first: later }, strict))).to.deep.equal(['/options/0/gates/first/met']);
  });

  it('alone carry no weight: options that passed are level, without a total', () => {
    const given = makeCase(
      makeRubric([gate('first')]),
      ['a', 'b'].map((id) => option(id, { gates: { first: { met: true } } })),
      [],
    );
    const result = run(given);
    expect(result.tied).to.deep.equal(['a', 'b']);
    expect(find(result, 'a')?.total).to.equal(null);
  });
});

describe('ties and empty fields', () => {
  it('share a rank and skip the next; nobody wins and no change is measured', () => {
    const result = run(
      tableCase(
        [
          [60, 60, 65],
          [60, 67, 63],
          [1, 1, 1],
        ],
        [1000, 2000, 7000],
      ),
    );
    expect(result.options.map(({ total, rank }) => [total, rank])).to.deep.equal([
      [63.5, 1],
      [63.5, 1],
      [1, 3],
    ]);
    expect([result.winner, result.tied]).to.deep.equal([null, ['o0', 'o1']]);
    expect(result.robustness).to.deep.include({ crossovers: [], smallestShift: {} });
    expect(0.1 * 60 + 0.2 * 60 + 0.7 * 65 === 0.1 * 60 + 0.2 * 67 + 0.7 * 63, 'doubles see no tie').to.equal(
      false,
    );
  });

  it('with everybody out there is no winner and no robustness', () => {
    const result = run(tableCase([[10], [20]], [10000], { rubric: { minimumQuality: 50 } }));
    expect([result.winner, result.robustness, result.pareto, result.effectiveWeights]).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
    expect(result.options.map(({ quality, total }) => [quality, total])).to.deep.equal([
      [10, null],
      [20, null],
    ]);
  });
});

describe('prices', () => {
  const marks = [mark('a', 'fit', 3), mark('b', 'fit', 3)];

  it('a reference of nought in a ratio method is an error that names the option', () => {
    const given = makeCase(half, [option('a', { pence: 0 }), option('b', { pence: 5 })], marks);
    const [fault] = faultsOf(given);
    expect(fault?.[0]).to.equal('/options/0/costs');
    expect(fault?.[1]).to.contain("'a'");
    const minMax = makeRubric([scored('fit', 5000), price(5000, { method: 'min-max' })]);
    expect(run({ ...given, rubric: minMax }).winner).to.equal('a');
  });

  it('whole-life adds the present value of every line; tendered the marked ones undiscounted', () => {
    const costs = [
      { line: 'licence', year: 0, pence: 1000 },
      { line: 'support', year: 1, pence: 1035 },
      { line: 'training', year: 0, pence: 500, tendered: false },
    ];
    const of = (basis: 'whole-life' | 'tendered') =>
      run(makeCase(makeRubric([price(10000, { basis, method: 'min-max' })]), [option('a', { costs })], []))
        .options[0]?.costPence;
    expect([of('whole-life'), of('tendered')]).to.deep.equal([2500, 2035]);
  });

  it('a tendered price without a tendered line is missing', () => {
    const rubric = makeRubric([price(10000, { basis: 'tendered', method: 'min-max' })]);
    const costs = [{ line: 'own time', year: 0, pence: 5, tendered: false }];
    expect(faultsOf(makeCase(rubric, [option('a', { costs })], []))[0]?.[1]).to.contain(
      'none of its cost lines is marked tendered',
    );
  });

  it('rounds pence half up, once, and decides on the exact cost', () => {
    const costs = (pence: number) => ({ costs: [{ line: 'support', year: 1, pence }] });
    const rubric = makeRubric([price(10000, { method: 'min-max' })], { method: { discountRateBp: 10000 } });
    const result = run(makeCase(rubric, [option('a', costs(1001)), option('b', costs(1002))], []));
    expect(result.options.map(({ costPence }) => costPence)).to.deep.equal([501, 501]);
    expect(result.winner).to.equal('a');
  });

  it('a cost in a far year is as good as any other, whatever its exact fraction takes to write', () => {
    const far = [
      { line: 'licence', year: 0, pence: 1000 },
      { line: 'clearing up', year: 1000, pence: 5000 },
    ];
    const options = [option('a', { costs: far }), option('b', { pence: 1500 })];
    const rule = { method: 'benchmark-linear', floorPence: 0, ceilingPence: 2000 } as const;
    const rubric = makeRubric([scored('fit', 5000), price(5000, rule)]);
    const result = run(makeCase(rubric, options, marks));
    expect(result.winner).to.equal('a');
    expect(result.robustness?.rankAcceptability).to.deep.equal({ a: [1, 0], b: [0, 1] });
    expect(result.secondOpinions?.promethee.options.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });
});
