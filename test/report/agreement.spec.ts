import { expect } from 'chai';
import { APPROVED, BEGUN } from '../support/decision-states.ts';
import { inputOf, readSection } from './report-of.ts';

describe('the section on agreement', () => {
  const input = inputOf(APPROVED);
  const text = readSection(input, 'agreement');

  it('says how far the marks agree or that they are too few, with n', () => {
    expect(text).to.match(
      /^(The marks agree|Too few to say)[^\n]*\d+ marks that can be compared, by 2 assessors\./,
    );
  });

  it('lists the cells on which marks lie furthest apart, with lowest, highest and n', () => {
    const [widest] = input.result?.agreement.widestCells ?? [];
    expect(widest).to.not.equal(undefined);
    expect(text).to.include(
      'Where the marks lie furthest apart\nOption | Criterion | Lowest | Highest | Marks',
    );
    expect(text).to.match(
      new RegExp(`\\| ${widest?.lowest} \\| ${widest?.highest} \\| ${widest?.marks}(\\n|$)`),
    );
  });

  it('gives the measures with what they come from, and why one is undefined, once there is enough to say', () => {
    const { result } = input;
    if (!result) throw new Error('no result');
    const agreement = { ...result.agreement, pairableValues: 40, alphaOrdinal: 0.71, icc21: null };
    const notes = [...result.notes, { path: '/agreement/icc21', reason: 'Marks are missing.' }];
    const enough = readSection({ ...input, result: { ...result, agreement, notes } }, 'agreement');
    expect(enough).to.match(/alpha, by order \| 0\.71 \| 40 marks on \d+ cells/);
    expect(enough).to.include("ICC(2,1), one assessor's mark | – / Marks are missing.");
    expect(enough).to.include('none of them says whose mark is right');
  });

  it('names no assessor in either edition, and is withheld from the shareable one', () => {
    expect(text).not.to.match(/Pia|Novak|Paul|Reed/);
    const shared = readSection(inputOf(APPROVED, 'shareable'), 'agreement');
    expect(shared).to.equal('Scores and prices are withheld in this edition.');
  });

  it('control: the section on scores does name them', () => {
    expect(readSection(input, 'scores')).to.include('Pia Novak');
  });

  it('says why there is nothing yet', () => {
    expect(readSection(inputOf(BEGUN), 'agreement')).to.match(/^There is no ranking/);
  });
});
