import { expect } from 'chai';
import { createSchemaChecker } from '../../../src/adapters/schemas/schema-checker.ts';
import { makeCase, mark, option } from '../../core/scoring/make-case.ts';
import { makeRubric, scored } from '../../core/rubric/make-rubric.ts';

const schemas = createSchemaChecker('rubrics');
const rubric = makeRubric([scored('fit', 10000)]);
const given = makeCase(rubric, [option('a')], [mark('a', 'fit', 3)]);

const faultsOf = (more: object): readonly string[] =>
  schemas.check('case', { ...given, ...more }).map(({ path, message }) => `${path}: ${message}`);
const named = { id: 's', title: 'S' };

describe('the case schema on weight sets and second opinions', () => {
  it('accepts a set of each method', () => {
    const weightSets = [
      { ...named, method: 'points', points: { fit: 1.5 } },
      { ...named, who: 'the frontline', method: 'swing', swings: { fit: 100 } },
      { ...named, method: 'order', order: ['fit', ['use', 'price']], rule: 'rank-sum' },
      { ...named, method: 'weights', weightsBp: { fit: 10000 } },
      {
        ...named,
        method: 'ahp',
        combine: 'aip',
        judgements: [
          { who: 'One', share: 0.4, comparisons: [{ a: 'fit', b: 'use', value: '1/3' }] },
          { matrix: [[1, null]] },
        ],
      },
    ];
    expect(faultsOf({ weightSets })).to.deep.equal([]);
  });

  it('names an unknown method, an unknown key and a missing one at its place', () => {
    const faults = (set: object): readonly string[] => faultsOf({ weightSets: [{ ...named, ...set }] });
    expect(faults({ method: 'guess' })[0]).to.match(/^\/weightSets\/0\/method: must be one of "points"/);
    expect(faults({ method: 'points', points: {}, swings: {} })[0]).to.match(
      /^\/weightSets\/0\/swings: unknown key/,
    );
    expect(faults({ method: 'swing' })[0]).to.match(/^\/weightSets\/0\/swings: 'swings' is missing/);
    expect(faults({ method: 'swing', swings: { fit: 101 } })[0]).to.match(
      /^\/weightSets\/0\/swings\/fit: must be at most 100/,
    );
  });

  it('accepts preference functions with their thresholds, and no others', () => {
    const settings = (preference: object) => ({ settings: { secondOpinions: { preference } } });
    for (const one of [
      { function: 'usual' },
      { function: 'level', q: 1, p: 2 },
      { function: 'gaussian', s: 5 },
    ])
      expect(faultsOf(settings(one)), one.function).to.deep.equal([]);
    expect(faultsOf(settings({ function: 'level', q: 1 }))[0]).to.include("/p: 'p' is missing");
    expect(faultsOf(settings({ function: 'usual', q: 1 }))[0]).to.include("unknown key 'q'");
  });
});

describe('the rubric schema on value functions', () => {
  const faults = (valueFunction: object): readonly string[] =>
    schemas
      .check('rubric', { ...rubric, criteria: [{ ...rubric.criteria[0], valueFunction }] })
      .map(({ path, message }) => `${path}: ${message}`);

  it('accepts each kind', () => {
    const points = [
      { score: 0, value: 0 },
      { score: 5, value: 100 },
    ];
    for (const one of [
      { kind: 'table', values: points },
      { kind: 'linear', worst: 5, best: 0, outside: 'clip' },
      { kind: 'piecewise-linear', points },
      { kind: 'exponential', worst: 0, best: 5, midScore: 2 },
    ])
      expect(faults(one), one.kind).to.deep.equal([]);
  });

  it('names an unknown kind, a missing end and a value beyond 100', () => {
    expect(faults({ kind: 'step' })[0]).to.include('/valueFunction/kind: must be one of "table"');
    expect(faults({ kind: 'linear', worst: 0 })[0]).to.include("'best' is missing");
    expect(
      faults({
        kind: 'table',
        values: [
          { score: 0, value: 0 },
          { score: 1, value: 101 },
        ],
      })[0],
    ).to.include('/values/1/value: must be at most 100');
  });
});
