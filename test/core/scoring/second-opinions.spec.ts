import { expect } from 'chai';
import { DomainError } from '../../../src/core/errors.ts';
import type { Case, CaseSettings } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { makeCase, mark, option, tableCase } from './make-case.ts';
import { readVector } from './read-vector.ts';
import { tenderCase } from './worked-cases.ts';

const evaluate = (given: Case, settings: CaseSettings = {}) =>
  evaluateCase({ ...given, settings: { ...given.settings, draws: 1, ...settings } }, { partial: false });

describe('second opinions on a case', () => {
  /** topsis-01 as a case: risk on 0-10, worst 10; height in metres. */
  const climber = (): Case => {
    const { inputs } = readVector('topsis-01-climber');
    const rubric = makeRubric([
      scored('risk', 5000, {
        levels: { lowest: 0, highest: 10, decimals: 0 },
        valueFunction: { kind: 'linear', worst: 10, best: 0 },
      }),
      scored('height', 5000, { levels: { lowest: 0, highest: 9000, decimals: 0 } }),
    ]);
    const rows = inputs.matrix as [number, number][];
    return makeCase(
      rubric,
      rows.map((_row, index) => option(`o${index + 1}`)),
      rows.flatMap(([risk, height], index) => [
        mark(`o${index + 1}`, 'risk', risk),
        mark(`o${index + 1}`, 'height', height),
      ]),
    );
  };

  it('topsis-01 (Opricovic and Tzeng 2004) on scores: a falling value function makes a cost', () => {
    const { expected } = readVector('topsis-01-climber');
    const found = evaluate(climber(), { secondOpinions: { on: 'scores' } }).secondOpinions;
    for (const [measure, wanted, first] of [
      ['vector', expected.closeness_vector_normalisation, expected.best_vector],
      ['minMax', expected.closeness_minmax_normalisation, expected.best_minmax],
    ] as const) {
      found?.topsis[measure].options.forEach(({ closeness }, index) =>
        expect(closeness).to.be.closeTo(wanted[index], 5.1e-7),
      );
      expect(found?.topsis[measure].first).to.deep.equal([`o${first}`]);
    }
    expect(found?.topsis.vector.sentence).to.include('TOPSIS with vector normalisation puts O1 first');
    expect(found?.topsis.minMax.sentence).to.include('TOPSIS with min-max normalisation puts O2 first');
  });

  it('promethee-01 (Zhao, Peng and Li 2013) as a case: flows and ranks', () => {
    const { inputs, expected } = readVector('promethee-01-usual');
    const found = evaluate(tableCase(inputs.matrix, [5000, 3000, 2000])).secondOpinions?.promethee;
    found?.options.forEach(({ positive, negative, net, rank }, index) => {
      expect(positive).to.be.closeTo(expected.positive[index], 1e-9);
      expect(negative).to.be.closeTo(expected.negative[index], 1e-9);
      expect([net, rank]).to.deep.equal([expected.net[index], expected.ranks[index]]);
    });
    expect(found?.first).to.deep.equal(['o2']);
  });

  it('are labelled: no award rule, with a sentence that names both first places', () => {
    const found = evaluate(
      tableCase(
        [
          [40, 90],
          [60, 60],
          [50, 70],
        ],
        [5000, 5000],
      ),
    ).secondOpinions;
    expect([found?.awardRule, found?.topsis.awardRule, found?.promethee.awardRule]).to.deep.equal([
      false,
      false,
      false,
    ]);
    expect(found?.sentence).to.include('not an award rule');
    expect(found?.promethee.sentence).to.match(/^PROMETHEE II puts .* first/);
  });

  it('run on options that passed, with price as the value it was given', () => {
    const found = evaluate(tenderCase()).secondOpinions;
    expect(found?.promethee.options.map(({ id }) => id)).to.deep.equal(['p', 'q']);
    const onScores = evaluate(tenderCase(), { secondOpinions: { on: 'scores' } }).secondOpinions;
    expect(onScores?.promethee.options, 'price as a cost').to.deep.equal(found?.promethee.options);
  });

  it('take a preference function for all criteria, and another for one', () => {
    const given = tableCase(
      [
        [40, 80],
        [60, 60],
      ],
      [5000, 5000],
    );
    const found = evaluate(given, {
      secondOpinions: {
        preference: { function: 'v-shape', p: 40 },
        preferences: { c1: { function: 'u-shape', q: 30 } },
      },
    }).secondOpinions?.promethee;
    expect(found?.options.map(({ net }) => net)).to.deep.equal([-0.25, 0.25]);
    expect(found?.preferences.c1).to.deep.equal({ function: 'u-shape', q: 30 });
  });

  it('are null, with the reason, below two options; TOPSIS says when nothing tells options apart', () => {
    const alone = evaluate(tableCase([[50]], [10000]));
    expect(alone.secondOpinions).to.equal(null);
    expect(alone.notes.find(({ path }) => path === '/secondOpinions')?.reason).to.include('fewer than two');
    const alike = evaluate(tableCase([[50], [50]], [10000]));
    expect(alike.secondOpinions?.topsis.vector.options[0]).to.deep.equal({
      id: 'o0',
      closeness: null,
      rank: null,
    });
    expect(alike.secondOpinions?.promethee.first).to.deep.equal(['o0', 'o1']);
    expect(alike.notes.map(({ path }) => path)).to.include('/secondOpinions/topsis/minMax');
  });

  it('follow the options when those change places, and nothing else', () => {
    const rows = [
      [10, 80, 33],
      [70, 20, 66],
      [45, 45, 99],
      [70, 20, 66],
    ];
    const given = tableCase(rows, [3334, 3333, 3333]);
    const turned = { ...given, options: [...given.options].reverse(), marks: [...given.marks].reverse() };
    const sorted = (one: Case) => {
      const { topsis, promethee } = evaluate(one).secondOpinions ?? {};
      return [topsis?.vector, topsis?.minMax, promethee].map((found) =>
        [...(found?.options ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    };
    expect(sorted(turned)).to.deep.equal(sorted(given));
  });

  it('refuse thresholds that cannot be used and criteria that do not exist, with their place', () => {
    const given = tableCase([[40], [60]], [10000]);
    const refuse = (secondOpinions: CaseSettings['secondOpinions'], path: string): void => {
      expect(() => evaluate(given, secondOpinions ? { secondOpinions } : {}))
        .to.throw(DomainError)
        .with.nested.property('faults[0].path', path);
    };
    refuse({ preference: { function: 'v-shape', p: 0 } }, '/settings/secondOpinions/preference');
    refuse({ preferences: { z: { function: 'usual' } } }, '/settings/secondOpinions/preferences/z');
  });
});
