import { expect } from 'chai';
import { join } from 'node:path';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { startLooking } from '../support/e2e-look.ts';
import type { Onlooker } from '../support/e2e-look.ts';
import { PHONE_WITHOUT_SCRIPT } from '../support/e2e-person.ts';
import type { Person } from '../support/e2e-person.ts';
import { openStage, stopAtFirstFailure } from '../support/e2e-stage.ts';
import type { Stage } from '../support/e2e-stage.ts';

const sends = async (person: Person, file: string): Promise<void> => {
  await person.opens('/spreadsheet');
  const field = await person.page.$('input[type=file]');
  await (field as unknown as { uploadFile: (file: string) => Promise<void> }).uploadFile(
    join('test', 'fixtures', 'workbooks', file),
  );
  await person.presses('Read it');
};

describe('a scoring workbook, from the file to a first result and a decision', function () {
  this.timeout(180_000);
  stopAtFirstFailure();
  let stage: Stage;
  let ada: Person;
  let looking: Onlooker;

  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    expect(await stage.close(), 'the server ends cleanly').to.equal(0);
  });

  it('is read, with what was understood and a select for each column', async () => {
    ada = await stage.arriveByLink('Ada', stage.server.signInLink);
    looking = await startLooking(ada, new Set());
    await ada.opens('/spreadsheet');
    await ada.isRefused('Read it', 'Choose a file first');
    await looking.looksAround();
    await sends(ada, 'letters-long.xlsx');
    await ada.sees('We understood 3 bidders, 4 questions, 2 assessors and 24 marks.');
    expect(await ada.reads('E: Mark')).to.equal('mark');
    await looking.looksAround();
  });

  it('gives a ranked result, what the sheet does not show, a case file and a report', async () => {
    const page = ada.path;
    await ada.presses('See the result');
    await ada.sees(
      'First: Beech Example',
      'What the spreadsheet does not show',
      '3 of 24 marks have no reason',
    );
    await looking.looksAround();
    const given = JSON.parse(new TextDecoder().decode(await ada.downloads(`${page}/files/case.json`))) as {
      marks: unknown[];
    };
    expect(given.marks).to.have.length(24);
    const { pages } = await createPdfReader().loadPrint(await ada.downloads(`${page}/files/report.pdf`));
    expect(pages.flatMap(({ words }) => words).join(' ')).to.include('Beech Example');
  });

  it('starts a decision that takes over questions and bidders, and no marks', async () => {
    await ada.fills({ 'Your job': 'Ward manager' });
    await ada.presses('Start the decision');
    const decision = ada.path;
    await ada.opens(`${decision}/need`);
    await ada.fills({
      'What is the problem?': 'Letters reach patients late.',
      'Who is affected?': '600 patients a week.',
      'How will you know that it worked?': 'Nine of ten letters within two days.',
    });
    await ada.presses('Save the need');
    await ada.presses('Lock the need');
    await ada.opens(`${decision}/rubric`);
    await ada.sees('letters-long.xlsx has 4 questions', 'Marks are not carried over');
    await looking.looksAround();
    await ada.fills({ 'Why these questions?': 'They were published with the tender.' });
    await ada.presses('Use the 4 questions of your spreadsheet');
    await ada.sees('Weights, wording and method');
    await ada.opens(`${decision}/options`);
    await ada.sees('Alder Example, Beech Example, Cherry Example');
    await looking.looksAround();
    await ada.presses('Add the 3 bidders of your spreadsheet');
    await ada.sees('3 bidders added.', 'Named in the spreadsheet letters-long.xlsx.');
    await ada.doesNotSee('From your spreadsheet');
  });

  it('names bad cells on a phone without JavaScript, and is deleted there', async () => {
    const phone = await ada.beside(PHONE_WITHOUT_SCRIPT);
    await sends(phone, 'records-dates-for-marks.xlsx');
    await phone.sees('These cells cannot be used', 'Scores: row 4, column Score (F4)', '3 May 2026');
    await phone.doesNotSee('See the result');
    await looking.visits(phone.path, 200);
    await phone.picks('F: Score', 'none');
    await phone.presses('Read it again');
    await phone.sees('We understood');
    await phone.presses('Delete this spreadsheet');
    await phone.sees('Deleted. Nothing of this spreadsheet is kept.', 'letters-long.xlsx');
    await phone.doesNotSee('records-dates-for-marks');
  });

  it('left nothing to find fault with on any of these pages', () => {
    expect(looking.faults).to.deep.equal([]);
    expect(stage.complaints()).to.deep.equal([]);
  });
});
