import { expect } from 'chai';
import { buildReport } from '../../src/report/outline.ts';
import { shorten } from '../../src/report/sections/front.ts';
import { APPROVED, BEGUN, OWED, RECOMMENDATION, WAITING } from '../support/decision-states.ts';
import { inputOf, readSection } from './report-of.ts';

describe('page one', () => {
  const page = readSection(inputOf(WAITING));

  it('says what to approve and by when', () => {
    expect(page).to.include(RECOMMENDATION.summary).and.include('Please decide by 6 August 2026.');
  });

  it('says what, why, for whom and who pays later', () => {
    expect(page).to.include('What: Bedside Notes').and.include(`Why: ${RECOMMENDATION.why}`);
    expect(page).to.include('For whom: 42 nurses').and.include('Who pays after year 1: The ward budget');
  });

  it('says how sure the ranking is in one sentence', () => {
    expect(page).to.match(/How sure: Bedside Notes is first in .*\./);
  });

  it('adds cost up by year, capital and revenue apart', () => {
    expect(page).to.include('Kind of cost | Year 0 | Year 1 | Year 2 | All years');
    expect(page).to.include('Capital | £66,666 | £0 | £0 | £66,666');
    expect(page).to.include('Revenue | £0 | £12,345 | £12,345 | £24,690');
    expect(page).to.include('Together | £66,666 | £12,345 | £12,345 | £91,356');
  });

  it('puts doing nothing beside the choice, in cost and quality', () => {
    const lines = page.split('\n').filter((line) => / \| £[\d,.]+ \| \d+/.test(line));
    expect(lines.map((line) => line.split(' | ')[0])).to.deep.equal([
      'Bedside Notes',
      'Doing nothing: Paper, as today',
    ]);
    // Fit 4 of 5 for 60% and ease 4 of 5 for 40% of quality: 80. Paper: 2 of 5 and 3 of 5, so 48.
    expect(lines.map((line) => line.split(' | ')[2])).to.deep.equal(['80', '48']);
  });

  it('names three risks with their owners', () => {
    expect(page)
      .to.include('planted-risk: the network fails | Sana Iqbal')
      .and.include('Notes cannot be moved out | Cora Blake');
  });

  it('counts contributions by what came of them', () => {
    expect(page).to.include('2 contributions (it changed the rubric: 1; it was considered and not used: 1).');
  });

  it('says plainly when somebody is still owed an answer, and why the decision cannot wait', () => {
    expect(readSection(inputOf(OWED))).to.include(
      '1 contribution is still owed an answer. The old contract ends on 31 August.',
    );
    expect(page).not.to.include('still owed');
  });

  it('says who decided, when and why once it is decided', () => {
    const decided = readSection(inputOf(APPROVED));
    expect(decided).to.match(
      /Approved by Abel Stone, Director on \d+ June 2026\. planted-answer: the case is plain\./,
    );
    expect(decided).not.to.include('Please decide');
  });

  it('has something to say about a decision that has only begun', () => {
    const text = readSection(inputOf(BEGUN));
    expect(text)
      .to.include('There is no ranking yet.')
      .and.include('Doing nothing is not among the options.');
  });
});

describe('the mark on every page', () => {
  it('is DRAFT until the decision is approved', () => {
    expect(buildReport(inputOf(BEGUN)).marks).to.deep.equal(['DRAFT']);
    expect(buildReport(inputOf(WAITING)).marks).to.deep.equal(['DRAFT', 'Example data']);
    expect(buildReport(inputOf(APPROVED)).marks).to.deep.equal(['Example data']);
  });

  it('stays DRAFT when the approver returns it, and says DECLINED when they decline', () => {
    const answer = (command: string) =>
      buildReport(inputOf([...WAITING, ['abel', command, { reason: 'Because.' }]])).marks[0];
    expect(answer('return-decision')).to.equal('DRAFT');
    expect(answer('decline-decision')).to.equal('DECLINED');
  });
});

describe('shorten', () => {
  it('leaves short texts alone and cuts long ones at a word, saying where the rest is', () => {
    expect(shorten('One two three', 20)).to.equal('One two three');
    expect(shorten('One two three four five', 12)).to.equal('One two … (in full below)');
  });
});
