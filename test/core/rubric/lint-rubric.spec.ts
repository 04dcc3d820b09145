import { expect } from 'chai';
import { lintRubric } from '../../../src/core/rubric/lint-rubric.ts';
import type { Criterion, Rubric } from '../../../src/core/rubric/rubric.ts';
import { FIVE, makeRubric, scored } from './make-rubric.ts';

const need = { linkToNeed: 'The need.' };
const idsOf = (rubric: Rubric): readonly string[] => lintRubric(rubric).map(({ id }) => id);
const group = (id: string, weightBp: number, weights: readonly number[]): Criterion => ({
  id,
  title: id,
  kind: 'group',
  weightBp,
  children: weights.map((weight, index) => scored(`${id}${index}`, weight, need)),
});
const fresh = scored('new', 1000, { ...need, tags: ['innovation'] });
const quiet = makeRubric([scored('fit', 6000, need), scored('use', 3000, need), fresh]);

describe('lintRubric', () => {
  it('asks nothing of a rubric that gives no cause', () => {
    expect(lintRubric(quiet)).to.deep.equal([]);
  });

  it('asks whether weights follow the number of questions, from three groups on', () => {
    const split = [
      group('a', 5000, [2500, 2500, 2500, 2500]),
      group('b', 2500, [5000, 5000]),
      group('c', 2500, [5000, 5000]),
    ];
    expect(idsOf(makeRubric(split))).to.include('rubric/weights-follow-counts');
    const weighed = [
      group('a', 2500, [2500, 2500, 2500, 2500]),
      group('b', 5000, [5000, 5000]),
      group('c', 2500, [5000, 5000]),
    ];
    expect(idsOf(makeRubric(weighed))).to.not.include('rubric/weights-follow-counts');
    expect(idsOf(makeRubric([group('a', 5000, [10000]), group('b', 5000, [10000])]))).to.not.include(
      'rubric/weights-follow-counts',
    );
  });

  it('asks whether all criteria count the same, from five on', () => {
    const even = (count: number) =>
      Array.from({ length: count }, (_unused, index) => scored(`c${index}`, 10000 / count, need));
    expect(idsOf(makeRubric(even(5)))).to.include('rubric/weights-flat');
    expect(idsOf(makeRubric(even(4)))).to.not.include('rubric/weights-flat');
    const uneven = [4000, 3000, 1500, 1000, 500].map((weight, index) => scored(`c${index}`, weight, need));
    expect(idsOf(makeRubric(uneven))).to.not.include('rubric/weights-flat');
  });

  it('asks where something new would score, below 5 % of the weight', () => {
    expect(idsOf(makeRubric([scored('fit', 10000, need)]))).to.deep.equal(['rubric/innovation-absent']);
    const tagged = (weightBp: number) =>
      makeRubric([
        scored('fit', 10000 - weightBp, need),
        scored('new', weightBp, { ...need, tags: ['innovation'] }),
      ]);
    expect(idsOf(tagged(499))).to.deep.equal(['rubric/innovation-absent']);
    expect(idsOf(tagged(500))).to.deep.equal([]);
  });

  it('asks for evidence where levels have none or only praise', () => {
    const praise = FIVE.map((level) =>
      level.score === 5 ? { ...level, evidence: 'A robust and world-class answer.' } : level,
    );
    const [lint] = lintRubric(makeRubric([...quiet.criteria], { scale: praise }));
    expect(lint?.id).to.equal('rubric/level-evidence');
    expect(lint?.observation).to.contain("'robust'");
    const bare = FIVE.map(({ score, label }) => ({ score, label }));
    expect(lintRubric(makeRubric([...quiet.criteria], { scale: bare }))[0]?.observation).to.contain(
      '6 of 6 levels',
    );
    expect(idsOf(makeRubric([...quiet.criteria], { scale: [...FIVE].reverse() }))).to.deep.equal([
      'rubric/level-order',
    ]);
  });

  it('asks about past work with one authority', () => {
    const ask = (question: string) =>
      idsOf(makeRubric([...quiet.criteria.slice(1), scored('fit', 6000, { ...need, question })]));
    expect(ask('Describe previous work for this trust.')).to.include('rubric/own-name-experience');
    expect(ask('Give NHS-only references.')).to.include('rubric/own-name-experience');
    expect(ask('Describe work of a like size anywhere.')).to.not.include('rubric/own-name-experience');
  });

  it('asks for "or equivalent" after a named certificate', () => {
    const gate = (passWhen: string) =>
      idsOf(makeRubric([...quiet.criteria, { id: 'cert', title: 'Cert', kind: 'gate', passWhen }]));
    expect(gate('The supplier holds ISO 27001.')).to.deep.equal(['rubric/certificate-equivalent']);
    expect(gate('The supplier holds ISO 27001 or equivalent.')).to.deep.equal([]);
  });

  it('asks which part of the need is served, and whether more than twelve are needed', () => {
    expect(idsOf(makeRubric([scored('fit', 9000), fresh]))).to.deep.equal(['rubric/need-link-missing']);
    const weights = [4000, 2000, 1000, 600, 500, 400, 300, 300, 200, 200, 200, 200, 100];
    expect(idsOf(makeRubric(weights.map((weight, index) => scored(`c${index}`, weight, need))))).to.include(
      'rubric/many-criteria',
    );
    expect(
      idsOf(makeRubric(weights.slice(1).map((weight, index) => scored(`c${index}`, weight, need)))),
    ).to.not.include('rubric/many-criteria');
  });

  it('never names a motive or a person, and always asks', () => {
    const worst = makeRubric(
      [scored('fit', 10000, { question: 'Previous work for this trust; ISO 9001?' })],
      {
        scale: FIVE.map(({ score, label }) => ({ score, label, evidence: 'excellent' })),
      },
    );
    for (const lint of lintRubric(worst)) {
      const words = [lint.observation, lint.usualReason, lint.question, lint.nextStep].join(' ');
      expect(words).to.not.match(/bias|fail|suspicio|flag|non-compliant|payday|play it safe|halo/iu);
      expect(lint.question).to.match(/\?$/u);
      expect(lint.usualReason).to.contain('good reason');
    }
  });
});
