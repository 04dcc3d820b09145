import { expect } from 'chai';
import type { Edition } from '../../src/core/decision/editions.ts';
import { SAME_HERE } from '../../src/core/decision/idea/idea-words.ts';
import { buildIdeaSheet } from '../../src/report/one-side/idea-sheet.ts';
import { describeLedger } from '../../src/usecases/render-report.ts';
import { recordOfEntries, viewOfEdition } from '../../src/usecases/read-decision.ts';
import { addTo, IDEA, IDEA_ANSWERED, IDEA_SHARED, IDEA_STATED } from '../support/idea-states.ts';
import { recordActs } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';

const ports = { qrSvg: () => '<svg/>', baseUrl: 'https://example.org', reachable: true };
const sheetOf = (steps: readonly Step[], edition: Edition = 'shareable') => {
  const view = viewOfEdition(recordOfEntries(recordActs(steps).entries), edition);
  const ledger = describeLedger(ports, view, 'idea.json');
  return buildIdeaSheet({ state: view.state, edition, result: null, noResult: '', ledger, asOf: null });
};

describe('the sheet of an idea', () => {
  it('says who has it, what staff said, what is owned, the smallest step, and who is asked for what by when', () => {
    const sheet = sheetOf(IDEA_SHARED);
    const words = JSON.stringify(sheet.blocks);
    for (const said of Object.values({ ...IDEA, answerBy: '30 June 2026' })) expect(words).to.include(said);
    expect(words).to.include('1 team says that it has it, too.').and.include('Lena Ortiz, Ward manager');
    expect(sheet.status).to.equal('Asked for by 30 June 2026; no answer yet.');
  });

  it('quotes what was added without saying by whom, in either edition', () => {
    for (const edition of ['shareable', 'internal'] as const) {
      const words = JSON.stringify(sheetOf(IDEA_SHARED, edition));
      expect(words).to.include('On Monday we walked 11 times.').and.include('Every night.');
      for (const name of ['planted-added-by', 'Ward 7', 'ward  7', 'Ward 9'])
        expect(words).not.to.include(name);
    }
    const internal = JSON.stringify(recordOfEntries(recordActs(IDEA_SHARED).entries).state);
    expect(internal, 'positive control: the names are on record').to.include('planted-added-by');
  });

  it('counts the rest where more was said than fits, and cuts a long quote', () => {
    const many = Array.from({ length: 9 }, (_unused, index) =>
      addTo('fact', `${index} ${'walked and walked '.repeat(30)}`, 'Ward 7'),
    );
    const words = JSON.stringify(sheetOf([...IDEA_STATED, ...many]).blocks);
    expect(words).to.include('And 5 more contributions on record.').and.include('…”');
    expect(JSON.stringify(sheetOf([...IDEA_STATED, addTo('same-here', SAME_HERE, 'Ward 7')]))).not.to.include(
      'We have this, too: ',
    );
  });

  it('has room for an answer by hand until there is one, and then the answer', () => {
    const rooms = (steps: readonly Step[]) => sheetOf(steps).blocks.filter(({ kind }) => kind === 'room');
    expect(rooms(IDEA_SHARED)).to.have.lengthOf(2);
    expect(rooms(IDEA_ANSWERED)).to.have.lengthOf(0);
    const answered = sheetOf(IDEA_ANSWERED);
    expect(answered.status).to.include('The smallest next step is agreed. Answered on');
    expect(JSON.stringify(answered.blocks))
      .to.include('Yes: two tags from Monday.')
      .and.include('Abel Stone, Director');
  });
});
