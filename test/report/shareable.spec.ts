import { expect } from 'chai';
import type { SectionType } from '../../src/core/decision/model/act.ts';
import { isCarried } from '../../src/core/decision/editions.ts';
import { buildReport } from '../../src/report/outline.ts';
import { APPROVED, MARKED, OWED, PLANTED_SUMS } from '../support/decision-states.ts';
import type { Step } from '../support/record-acts.ts';
import { recordActs } from '../support/record-acts.ts';
import { inputOf, readSection, textOf } from './report-of.ts';

const everything = (acts: readonly Step[], edition: 'internal' | 'shareable'): string => {
  const report = buildReport(inputOf(acts, edition));
  return JSON.stringify(report) + textOf([...report.front, ...report.sections.flatMap((one) => one.blocks)]);
};

/** Every planted word that the acts hold, found in the record itself so that none can be forgotten. */
const plantedIn = (acts: readonly Step[]): readonly string[] => [
  ...new Set(JSON.stringify(recordActs(acts).entries).match(/planted-[a-z-]+/g) ?? []),
];

describe('the shareable edition', () => {
  it('holds no planted word: bids, marks, reasons, interests, contributors, dissent', () => {
    for (const acts of [APPROVED, OWED, MARKED]) {
      const text = everything(acts, 'shareable');
      expect(plantedIn(acts).filter((word) => text.includes(word))).to.deep.equal([]);
    }
  });

  it('holds no planted sum', () => {
    const text = everything(APPROVED, 'shareable');
    expect(PLANTED_SUMS.filter((sum) => text.includes(sum))).to.deep.equal([]);
  });

  it('control: the internal edition holds every one of them', () => {
    const text = everything(APPROVED, 'internal');
    expect(plantedIn(APPROVED)).to.have.length.above(20);
    expect(plantedIn(APPROVED).filter((word) => !text.includes(word))).to.deep.equal([]);
    expect(PLANTED_SUMS.filter((sum) => !text.includes(sum))).to.deep.equal([]);
  });

  it('holds no total, no quality and no points', () => {
    const { result } = inputOf(APPROVED, 'internal');
    const totals = (result?.options ?? []).flatMap((one) =>
      one.total === null ? [] : [one.total.toFixed(2)],
    );
    expect(totals).to.have.length.above(1);
    const text = everything(APPROVED, 'shareable');
    expect(totals.filter((total) => text.includes(total))).to.deep.equal([]);
    expect(inputOf(APPROVED, 'shareable').result).to.equal(null);
  });

  it('says what is withheld rather than leaving a gap', () => {
    const input = inputOf(APPROVED, 'shareable');
    expect(readSection(input)).to.include('Scores and prices are withheld in this edition.');
    expect(readSection(input, 'dissent')).to.equal(
      '1 different view is on record and withheld in this edition.',
    );
    expect(readSection(input, 'options')).to.include('bid-2 | Bid').and.include('withheld in this edition');
    expect(readSection(input, 'agreed')).to.include('1 agreed mark on record; 1 mark changed after sealing');
    expect(readSection(input, 'costs')).to.include('Costs of 4 options are on record and withheld');
  });

  it('still says what was chosen, why, who decided, what staff said and what came of it', () => {
    const input = inputOf(APPROVED, 'shareable');
    expect(readSection(input)).to.include('Award to Bedside Notes.').and.include('Abel Stone');
    expect(readSection(input)).to.include('Why: It best meets what was published.');
    expect(readSection(input)).to.include('3 risks are on record, each with an owner, and withheld');
    expect(readSection(input, 'voice'))
      .to.include('when the network is down')
      .and.include('It changed the rubric');
    expect(readSection(input, 'gates')).to.include('bid-2 | Data protection | Met');
    expect(readSection(input, 'options')).to.include('The price is abnormally low and was not explained');
  });

  it('does not call missing what is only withheld', () => {
    expect(readSection(inputOf(APPROVED, 'shareable'), 'unknown')).not.to.match(
      /make us stop|looked at again/,
    );
  });

  it('is made of the section types that the edition carries, and names are among them', () => {
    const carried = (type: SectionType) => isCarried('shareable', type);
    expect((['name', 'text', 'facts'] as const).every(carried)).to.equal(true);
    expect((['bid', 'mark', 'price', 'interest', 'contributor'] as const).some(carried)).to.equal(false);
  });
});
