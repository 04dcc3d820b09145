import { expect } from 'chai';
import { buildSureSentence } from '../../../src/core/robustness/sentence.ts';
import type { SureFacts } from '../../../src/core/robustness/sentence.ts';

const facts: SureFacts = {
  winner: 'a',
  tied: [],
  optionTitles: { a: 'A', b: 'B', c: 'C' },
  criterionTitles: { price: 'Price', fit: 'Fit' },
  crossovers: [],
  withoutAssessor: { p1: 'a', p2: 'a' },
  withoutOption: { a: 'b', b: 'a', c: 'a' },
  withoutCriterion: { price: 'a', fit: 'a' },
};
const price = { criterion: 'price', weightNow: 0.4, weightAt: 0.427481, newWinner: 'b' };

describe('the sentence that says how sure the first place is', () => {
  it('says that nothing changes it when nothing does', () => {
    expect(buildSureSentence(facts)).to.equal(
      'A stays first whichever one weight, person, option or criterion changes.',
    );
  });

  it('names the nearest weight and counts people without naming them', () => {
    const far = { criterion: 'fit', weightNow: 0.6, weightAt: 0.1, newWinner: 'b' };
    const sentence = buildSureSentence({
      ...facts,
      crossovers: [far, price],
      withoutAssessor: { p1: 'b', p2: 'a' },
    });
    expect(sentence).to.equal(
      "A stays first unless Price counts for more than 43 % or one person's marks are left out.",
    );
    expect(sentence).to.not.contain('p1');
  });

  it('of two weights as near, names the one that rises', () => {
    const quality = { criterion: 'fit', weightNow: 0.6, weightAt: 0.572519, newWinner: 'b' };
    expect(buildSureSentence({ ...facts, crossovers: [quality, price] })).to.contain(
      'Price counts for more than 43 %',
    );
  });

  it('adds other options and criteria, and says less where the weight falls', () => {
    const below = { ...price, weightAt: 0.2 };
    const sentence = buildSureSentence({
      ...facts,
      crossovers: [below],
      withoutAssessor: { p1: 'b', p2: 'c', p3: null },
      withoutOption: { a: 'b', b: 'c', c: 'a' },
      withoutCriterion: { price: 'b', fit: 'a' },
    });
    expect(sentence).to.equal(
      "A stays first unless Price counts for less than 20 %, any one of 2 people's marks (of 3) is left out, B is withdrawn or Price is dropped.",
    );
  });

  it('shows as many places as tell the weight from the present one', () => {
    const near = { ...price, weightAt: 0.4004 };
    expect(buildSureSentence({ ...facts, crossovers: [near] })).to.contain('more than 40.04 %');
  });

  it('speaks plainly of a shared first place and of none', () => {
    expect(buildSureSentence({ ...facts, winner: null, tied: ['a', 'b'] })).to.equal(
      'The first place is shared by A and B.',
    );
    expect(buildSureSentence({ ...facts, winner: null })).to.equal('No option is first.');
  });
});
