import { expect } from 'chai';
import type { Case } from '../../src/core/scoring/case.ts';
import { evaluateCase } from '../../src/core/scoring/evaluate.ts';
import type { WeightSet } from '../../src/core/weights/weight-set.ts';
import { stateOfCase } from '../../src/report/case-state.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { tableCase } from '../core/scoring/make-case.ts';
import { APPROVED } from '../support/decision-states.ts';
import { inputOf, readSection } from './report-of.ts';

const inputOfCase = (given: Case): ReportInput => ({
  state: stateOfCase(given),
  edition: 'internal',
  result: evaluateCase({ ...given, settings: { draws: 1 } }, { partial: false }),
  noResult: '',
  ledger: null,
  asOf: null,
});

const two = tableCase(
  [
    [80, 20],
    [30, 90],
  ],
  [7000, 3000],
);
const weightSets: readonly WeightSet[] = [
  { id: 'even', title: 'Even', who: 'the frontline', method: 'points', points: { c0: 1, c1: 1 } },
  {
    id: 'compared',
    title: 'Compared',
    method: 'ahp',
    judgements: [{ who: 'Planted Name', comparisons: [{ a: 'c0', b: 'c1', value: 3 }] }],
  },
];

describe('the section on other weights and second opinions', () => {
  const text = readSection(inputOfCase({ ...two, weightSets }), 'second-opinions');

  it('says first that nothing in it is an award rule', () => {
    expect(text).to.match(/^Nothing in this section is an award rule/);
  });

  it('says what other weights change, with totals, ranks and weights', () => {
    expect(text).to.include(
      "With the frontline's weights O1 is first instead of O0. 1 of the 2 weight sets puts O0 first.",
    );
    expect(text).to.include('Option | Even | Compared').and.include('O0 | 50 / Rank 2 | 65 / Rank 1');
    expect(text)
      .to.include('c0 | 50% | 75%')
      .and.include('Compared | 1 person | 0 / By the table saaty-2005');
  });

  it('gives three second opinions by name, with figures', () => {
    expect(text)
      .to.include('TOPSIS with vector normalisation puts')
      .and.include('PROMETHEE II puts O0 first, as the published');
    expect(text)
      .to.match(/O0 \| 0\.\d+ \/ Rank 1 \| .* \| 0\.4 \/ Rank 1/)
      .and.include('−0.4 / Rank 2');
  });

  it('names nobody who compared', () => {
    expect(text).to.not.include('Planted Name');
  });

  it('without weight sets has the second opinions alone, in a decision as in a case', () => {
    for (const input of [inputOfCase(two), inputOf(APPROVED)]) {
      const own = readSection(input, 'second-opinions');
      expect(own).to.include('By other methods').and.not.include('With other weights');
    }
  });

  it('says why there is no second opinion', () => {
    const alone = readSection(inputOfCase(tableCase([[50]], [10000])), 'second-opinions');
    expect(alone).to.include('fewer than two are in the ranking');
  });
});
