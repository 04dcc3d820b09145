import { expect } from 'chai';
import { buildSureSentence } from '../../../src/core/robustness/sentence.ts';
import type { MarkChange } from '../../../src/core/robustness/mark-change.ts';
import type { Plausible } from '../../../src/core/robustness/plausible-words.ts';
import type { SureFacts } from '../../../src/core/robustness/sentence.ts';

const facts: SureFacts = {
  winner: 'a',
  tied: [],
  optionTitles: { a: 'A', b: 'B', c: 'C' },
  criterionTitles: { price: 'Price', fit: 'Fit' },
  plausible: null,
  crossovers: [],
  smallestMarkChange: { b: null, c: null },
  withoutAssessor: { p1: 'a', p2: 'a' },
  withoutOption: { a: 'b', b: 'a', c: 'a' },
  withoutCriterion: { price: 'a', fit: 'a' },
};
const price = { criterion: 'price', weightNow: 0.4, weightAt: 0.427481, newWinner: 'b' };

describe('the sentence that says how sure the first place is', () => {
  it('says that nothing changes it when nothing does', () => {
    expect(buildSureSentence(facts)).to.equal(
      'A stays first whichever one weight, mark, person, option or criterion changes.',
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
      "A stops being first if “Price” counts for more than 43% or one person's marks are left out.",
    );
    expect(sentence).to.not.contain('p1');
  });

  it('of two weights as near, names the one that rises', () => {
    const quality = { criterion: 'fit', weightNow: 0.6, weightAt: 0.572519, newWinner: 'b' };
    expect(buildSureSentence({ ...facts, crossovers: [quality, price] })).to.contain(
      '“Price” counts for more than 43%',
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
      "A stops being first if “Price” counts for less than 20%, any one of 2 people's marks (of 3) is left out, B is withdrawn or “Price” is dropped.",
    );
  });

  it('shows as many places as tell the weight from the present one', () => {
    const near = { ...price, weightAt: 0.4004 };
    expect(buildSureSentence({ ...facts, crossovers: [near] })).to.contain('more than 40.04%');
  });

  it('speaks plainly of a shared first place and of none', () => {
    expect(buildSureSentence({ ...facts, winner: null, tied: ['a', 'b'] })).to.equal(
      'The first place is shared by A and B.',
    );
    expect(buildSureSentence({ ...facts, winner: null })).to.equal('No option is first.');
  });

  it('says first how often, of which weightings', () => {
    const often = (share: number, more: Partial<Plausible> = {}): string =>
      buildSureSentence({
        ...facts,
        crossovers: [price],
        plausible: { share, weights: 'near', scores: 'none', ...more },
      });
    expect(often(0.8712)).to.equal(
      'A is first in 87 of 100 plausible weightings (each weight up to a quarter more or less). It stops being first if “Price” counts for more than 43%.',
    );
    expect(often(1)).to.contain('A is first in all plausible weightings');
    expect(often(0.9996)).to.contain('first in more than 99 of 100');
    expect(often(0.0004)).to.contain('first in fewer than 1 of 100');
    expect(often(0.29, { weights: 'any' })).to.contain('29 of 100 plausible weightings (any weights at all)');
    expect(often(0.5, { scores: 'panel' })).to.contain(
      'plausible weightings and panels (each weight up to a quarter more or less, the panel drawn anew each time)',
    );
  });

  it('names the least change of one mark, whoever gave it, where it is at most half the scale', () => {
    const change = { option: 'a', criterion: 'fit', assessor: 'p1', from: 4, to: 2, partOfScale: 0.4 };
    const said = (more: Partial<MarkChange>): string =>
      buildSureSentence({ ...facts, smallestMarkChange: { b: { ...change, ...more }, c: null } });
    expect(said({})).to.equal("A stops being first if one person's mark for A on “Fit” drops by two points.");
    expect(said({ option: 'b', to: 4.5, partOfScale: 0.1 })).to.equal(
      "A stops being first if one person's mark for B on “Fit” rises by 0.5 points.",
    );
    expect(said({ assessor: null, to: 3, partOfScale: 0.2 })).to.equal(
      'A stops being first if the agreed score for A on “Fit” drops by one point.',
    );
    expect(said({ to: 1, partOfScale: 0.6 })).to.contain('stays first whichever');
    expect(said({})).to.not.contain('p1');
  });

  it('names as many conditions as there is room for, and says how many more there are', () => {
    const many = {
      ...facts,
      crossovers: [price],
      withoutAssessor: { p1: 'b', p2: 'a' },
      withoutOption: { a: 'b', b: 'c' },
    };
    expect(buildSureSentence(many, 2)).to.equal(
      "A stops being first if “Price” counts for more than 43% or one person's marks are left out; one more change is named below.",
    );
    expect(buildSureSentence(many, 1)).to.match(/43%; two more changes are named below\.$/);
    expect(buildSureSentence(many, 3)).to.not.contain('named below');
  });

  it('says so where there is no other option to come first', () => {
    expect(buildSureSentence({ ...facts, withoutOption: { a: null } })).to.equal(
      'A is the only option in the ranking, so nothing can put another first.',
    );
  });
});
