import { expect } from 'chai';
import type { Agreement } from '../../../src/core/agreement/agreement.ts';
import {
  buildAgreementRemarks,
  buildAgreementSentence,
} from '../../../src/core/agreement/agreement-sentence.ts';

const found = (more: Partial<Agreement> = {}): Agreement => ({
  assessors: 4,
  pairableCells: 10,
  pairableValues: 40,
  suitedAlpha: 'ordinal',
  alphaOrdinal: 0.71,
  alphaInterval: 0.9,
  alphaNominal: null,
  alphaRatio: null,
  alphaOrdinalRange95: [0.68, 0.79],
  alphaIntervalRange95: [0.85, 0.95],
  alphaResamples: 10_000,
  alphaResamplesDiscarded: 0,
  kendallW: 0.8,
  kendallAssessors: 4,
  kendallOptions: 3,
  kendallP: 0.042,
  kendallPMethod: 'exact',
  kendallPermutations: 0,
  kendallChiSquare: 6.4,
  kendallDegreesOfFreedom: 2,
  kendallChiSquareP: 0.04,
  icc21: 0.62,
  icc2k: 0.87,
  icc31: 0.65,
  icc3k: 0.88,
  assessorsFor70: 2,
  widestCells: [{ option: 'a', criterion: 'fit', lowest: 1, highest: 5, range: 80, marks: 4 }],
  ...more,
});

const titles = { option: (id: string) => `Option ${id}`, criterion: (id: string) => `Criterion ${id}` };
const remarks = (more: Partial<Agreement> = {}): string =>
  buildAgreementRemarks(found(more), titles).join('\n');
const sentence = (more: Partial<Agreement>): string => buildAgreementSentence(found(more));

describe('the sentence on agreement', () => {
  it('gives the reading, alpha with its range, and n', () => {
    expect(sentence({})).to.equal(
      'The marks agree well enough for a tentative conclusion: alpha is 0.710 (95% range 0.680 to 0.790), from 40 marks that can be compared, by 4 assessors.',
    );
  });

  it('reads alpha by the custom of Krippendorff (2004): .800 rely, .667 tentative, 0 chance', () => {
    const readings = [0.8, 0.799, 0.667, 0.666, 0.01, 0, -0.3].map(
      (alphaOrdinal) => sentence({ alphaOrdinal, alphaOrdinalRange95: null }).split(':')[0],
    );
    expect(readings).to.deep.equal([
      'The marks agree well enough to rely on',
      'The marks agree well enough for a tentative conclusion',
      'The marks agree well enough for a tentative conclusion',
      'The marks agree less than is usually relied on',
      'The marks agree less than is usually relied on',
      'The marks agree no better than chance would make them',
      'The marks agree no better than chance would make them',
    ]);
    expect(sentence({ alphaOrdinal: -0.3, alphaOrdinalRange95: null })).to.include('alpha is \u22120.300,');
  });

  it('never shows a figure that its own reading contradicts', () => {
    expect(sentence({ alphaOrdinal: 0.7996 })).to.match(/rely on: alpha is 0\.800 /);
    expect(sentence({ alphaOrdinal: 0.7994 })).to.match(/tentative conclusion: alpha is 0\.799 /);
  });

  it('takes the alpha that suits the scales', () => {
    expect(sentence({ suitedAlpha: 'interval' })).to.include('alpha is 0.900 (95% range 0.850 to 0.950)');
  });

  it('says too few to say below two assessors or ten marks, and then only where marks differ', () => {
    for (const few of [{ assessors: 1 }, { pairableValues: 9 }]) {
      expect(sentence(few)).to.match(
        /^Too few to say how far the assessors agree: .* 10 marks and 2 assessors\.$/,
      );
      expect(remarks(few)).to.match(/^Marks lie furthest apart .*$/);
    }
    expect(sentence({ assessors: 1, pairableValues: 0 })).to.include(
      '0 marks that can be compared, by 1 assessor.',
    );
    expect(sentence({ pairableValues: 10, assessors: 2 })).to.match(/^The marks agree/);
  });

  it('says so when all marks are equal', () => {
    expect(sentence({ alphaOrdinal: null })).to.equal(
      'All 40 marks that can be compared are equal (4 assessors).',
    );
  });
});

describe('the remarks on agreement', () => {
  it('name the widest cell with its n, and a usual good reason', () => {
    expect(remarks()).to.include(
      'Marks lie furthest apart on “Criterion fit” for Option a: from 1 to 5 (n = 4). People may know',
    );
    expect(remarks({ widestCells: [] })).not.to.include('furthest');
  });

  it('say that the figure is not settled only when its range covers two readings', () => {
    expect(remarks()).not.to.include('not settled');
    expect(remarks({ alphaOrdinalRange95: [0.6, 0.79] })).to.include('not settled');
  });

  it('give W with n and how often chance does as well, from three options up', () => {
    expect(remarks()).to.include(
      "Kendall's W is 0.80, where 1 is one and the same order (4 assessors, 3 options).",
    );
    expect(remarks()).to.include('in 4.2% of cases');
    expect(remarks({ kendallP: 0.273 })).to.include('in 27% of cases');
    expect(remarks({ kendallP: 0.0001 })).to.include('in fewer than 0.1% of cases');
    expect(remarks({ kendallOptions: 2 })).not.to.include('Kendall');
    expect(remarks({ kendallW: null, kendallP: null })).not.to.include('Kendall');
  });

  it('speak of severity where setting it aside changes the correlation, and of nobody', () => {
    expect(remarks()).not.to.include('higher than others');
    const steady = remarks({ icc21: 0.29, icc31: 0.71 });
    expect(steady).to.include('the correlation is 0.29, and 0.71 with such steady differences set aside');
    expect(steady).not.to.match(/assessor [a-z0-9]|harsh|lenient|blame|fault/i);
  });

  it('say how many assessors it would take', () => {
    expect(remarks({ icc2k: 0.55, assessorsFor70: 9 })).to.include(
      'the mean of these 4 has a reliability of 0.55; about 9 like them would bring it to 0.7.',
    );
    expect(remarks()).to.include('0.87; 2 of them would already reach 0.7.');
    expect(remarks({ assessorsFor70: 1 })).to.include('one of them would already reach 0.7.');
    expect(remarks({ icc2k: null, assessorsFor70: null })).not.to.include('reliability');
  });
});
