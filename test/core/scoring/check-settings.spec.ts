import { expect } from 'chai';
import { DomainError } from '../../../src/core/errors.ts';
import type { CaseSettings } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { tableCase } from './make-case.ts';

const pathsOf = (settings: CaseSettings): readonly string[] => {
  const given = tableCase([[1, 2, 3]], [3000, 3000, 4000]);
  try {
    evaluateCase({ ...given, settings: { draws: 10, ...settings } }, { partial: false });
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.faults.map(({ path }) => path);
    throw error;
  }
};
const between = (weightIntervals: NonNullable<CaseSettings['weightIntervals']>): CaseSettings => ({
  weightUncertainty: 'intervals',
  weightIntervals,
});
const AT = '/settings/weightIntervals';

describe('settings of a case', () => {
  it('with weight bounds that no weights can keep are refused, as a fault of the case', () => {
    expect(pathsOf(between({ c0: [5001, 6000], c1: [5000, 6000] }))).to.deep.equal([AT]);
    expect(pathsOf(between({ c0: [0, 100], c1: [0, 100], c2: [0, 9799] }))).to.deep.equal([AT]);
    expect(pathsOf(between({ c0: [5000, 4000] }))).to.deep.equal([`${AT}/c0`]);
    expect(pathsOf(between({ elsewhere: [0, 10000] }))).to.deep.equal([`${AT}/elsewhere`]);
    expect(pathsOf(between({ c0: [NaN, 1], c1: [0, 10001] }))).to.deep.equal([`${AT}/c0/0`, `${AT}/c1/1`]);
  });

  it('with bounds that meet are taken, whatever tenths sum to in doubles', () => {
    expect(pathsOf(between({ c0: [5000, 5000], c1: [5000, 5000] }))).to.deep.equal([]);
    for (const [a, b] of [
      [1000, 2000],
      [3333, 3333],
      [700, 1100],
    ] as const) {
      const c = 10000 - a - b;
      expect(pathsOf(between({ c0: [a, a], c1: [b, b], c2: [c, c] }))).to.deep.equal([]);
    }
  });

  it('that are no numbers are refused by name', () => {
    expect(pathsOf({ seed: NaN, draws: 0 })).to.deep.equal(['/settings/seed', '/settings/draws']);
    expect(pathsOf({ scoreMargin: -1 })).to.deep.equal(['/settings/scoreMargin']);
    expect(pathsOf({ optimismBiasBp: { capitalBp: NaN, revenueBp: -1 } })).to.deep.equal([
      '/settings/optimismBiasBp/capitalBp',
      '/settings/optimismBiasBp/revenueBp',
    ]);
    expect(pathsOf({ optimismBiasBp: 0.5, moneyPerQualityPointPence: 0 })).to.deep.equal([
      '/settings/moneyPerQualityPointPence',
      '/settings/optimismBiasBp',
    ]);
  });
});
