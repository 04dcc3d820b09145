import { expect } from 'chai';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { mapWorkbook } from '../../../src/core/workbook/map-workbook.ts';
import { sheetOf } from './sheets.ts';

describe('questions of a workbook that pass or fail', () => {
  it('are gates: a bid that fails one is out, whatever its marks', () => {
    const { given, faults, understood } = mapWorkbook([
      sheetOf('S', [
        ['Question', 'Weight', 'Acme score', 'Acme comment', 'Bravo score', 'Bravo comment'],
        ['Insured', 'Pass/Fail', 'Pass', 'Seen', 'Fail', 'Lapsed in May'],
        ['Fit', '60%', 3, 'Fair', 5, 'Quick'],
        ['Leaving', '40%', 2, 'Fee', 5, 'Free'],
      ]),
    ]);
    expect(faults).to.deep.equal([]);
    expect(understood.counts).to.include({ criteria: 2, gates: 1, marks: 4, bidders: 2 });
    expect(understood.notes.join(' ')).to.include(
      'One question passes or fails and carries no weight: Insured.',
    );
    expect(given?.options.map(({ gates }) => gates)).to.deep.equal([
      { insured: { met: true, evidence: 'Seen' } },
      { insured: { met: false, evidence: 'Lapsed in May' } },
    ]);
    const result =
      given && evaluateCase({ ...given, settings: { ...given.settings, draws: 10 } }, { partial: false });
    expect(result?.winner).to.equal('acme');
    expect(result?.options[1]?.eliminated.map(({ rule }) => rule)).to.deep.equal(['gate']);
  });

  it('are known in a long table, and in other languages', () => {
    const { given, faults } = mapWorkbook([
      sheetOf('S', [
        ['Anbieter', 'Kriterium', 'Gewichtung', 'Punkte'],
        ['Acme', 'Versichert', 'Ausschlusskriterium', 'erfüllt'],
        ['Acme', 'Bedienung', 100, 4],
        ['Bravo', 'Versichert', 'Ausschlusskriterium', 'nicht erfüllt'],
        ['Bravo', 'Bedienung', 100, 5],
      ]),
    ]);
    expect(faults).to.deep.equal([]);
    expect(given?.options.map(({ gates }) => gates?.['versichert']?.met)).to.deep.equal([true, false]);
  });

  it('stand in a questionnaire, too', () => {
    const { rubric } = mapWorkbook([
      sheetOf('S', [
        ['Question', 'Weighting'],
        ['Are you insured?', 'Pass/Fail'],
        ['How is everything taken out?', '100%'],
      ]),
    ]);
    expect(rubric?.criteria.map(({ kind }) => kind)).to.deep.equal(['scored', 'gate']);
  });

  it('are refused where two people answer differently, and where marks stand among the answers', () => {
    const rows = (second: string | number) => [
      ['Bidder', 'Question', 'Weight', 'Assessor 1', 'Assessor 2'],
      ['Acme', 'Insured', null, 'Pass', second],
      ['Acme', 'Fit', 100, 4, 4],
    ];
    const differ = mapWorkbook([sheetOf('S', rows('Fail'))]);
    expect(differ.faults.map(({ cell, message }) => `${cell} ${message}`)).to.deep.equal([
      "E2 says 'Fail' where D2 says otherwise for Acme on 'Insured'. Make them agree.",
    ]);
    expect(mapWorkbook([sheetOf('S', rows(3))]).faults.map(({ cell }) => cell)).to.include('D2');
    expect(mapWorkbook([sheetOf('S', rows('Pass'))]).faults).to.deep.equal([]);
  });
});
