import { expect } from 'chai';
import { APPROVED } from '../support/decision-states.ts';
import { inputOf, readSection } from './report-of.ts';

describe('the report on how far the ranking depends on one thing', () => {
  const input = inputOf(APPROVED);
  const text = readSection(input, 'robustness');

  it('says how often each option comes first, what was drawn, how many and how exact that is', () => {
    const first = input.result?.robustness?.rankAcceptability?.['bid-1']?.[0] ?? NaN;
    expect(text).to.contain('How often each option comes first, of 100 plausible weightings');
    expect(text).to.contain(`Bedside Notes | ${(first * 100).toFixed(1)} |`);
    expect(text).to.contain(
      'Drawn 10,000 times from seed 1; each weight up to a quarter more or less. A figure is known',
    );
    expect(text).to.contain('within 1.0 of 100, 95 times in 100. It takes no part in the ranking.');
  });

  it('puts the option that comes first most often at the top, and nobody ahead of itself', () => {
    const rows = text.split('\n');
    const at = rows.findIndex((row) => row.startsWith('How often each option'));
    expect(rows[at + 2]).to.match(/^Bedside Notes \|.*\| –$/);
  });

  it('says which single mark would bring a rival level, and never whose it is', () => {
    expect(text).to.contain('Least change of one mark for an option to draw level');
    expect(text).to.match(/The agreed score|One assessor's mark|No single mark does it/);
    for (const name of ['Pia Novak', 'Paul Reed', 'pia', 'paul']) expect(text).to.not.contain(name);
  });

  it('is withheld as a whole from the shareable edition', () => {
    const shared = readSection(inputOf(APPROVED, 'shareable'), 'robustness');
    expect(shared).to.equal('Scores and prices are withheld in this edition.');
  });
});
