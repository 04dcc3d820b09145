import { expect } from 'chai';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { startLooking } from '../support/e2e-look.ts';
import type { Onlooker } from '../support/e2e-look.ts';
import { PHONE_WITHOUT_SCRIPT } from '../support/e2e-person.ts';
import type { Person } from '../support/e2e-person.ts';
import { openStage, stopAtFirstFailure } from '../support/e2e-stage.ts';
import type { Stage } from '../support/e2e-stage.ts';

const PROBLEM = 'Nurses walk to the store room three times a shift to look for a bladder scanner.';
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const TYPED = {
  'In a few words': 'Find the bladder scanner',
  'What is the problem, or the idea?': PROBLEM,
  'Who has it?': 'About 40 nurses on three wards',
  'What is the smallest next step?': 'Tag two scanners for two weeks and count the walks.',
  'Who is asked?': 'Sana Iqbal, head of equipment',
  'For what?': 'Leave to stick two tags on scanners',
  'By when is an answer asked for?': dayFromNow(20),
  'Your name': 'Ada Lark',
  'Your job': 'Ward manager',
};

describe('an idea, from a problem to one side of paper', function () {
  this.timeout(180_000);
  stopAtFirstFailure();
  let stage: Stage;
  let ada: Person;
  let looking: Onlooker;
  let idea = '';
  let link = '';
  let receipt = '';

  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    expect(await stage.close(), 'the server ends cleanly').to.equal(0);
  });

  it('takes three screens: the form, what is alike, the idea with its sheet', async () => {
    ada = await stage.arriveByLink('Ada', stage.server.signInLink);
    looking = await startLooking(ada, new Set());
    await ada.presses('Share an idea');
    let screens = 1;
    await looking.looksAround();
    await ada.fills(TYPED);
    await ada.presses('Continue');
    screens += 1;
    await ada.sees('Before you send: none alike');
    await looking.looksAround();
    await ada.presses('Send');
    screens += 1;
    await ada.sees('Find the bladder scanner', 'Waits for an answer', 'Download it on one side');
    idea = ada.path;
    expect(screens).to.be.at.most(3);
    const pdf = await ada.downloads(`${idea}/sheet.pdf`);
    const { pages } = await createPdfReader().loadPrint(pdf);
    expect(pages).to.have.lengthOf(1);
    const words = pages[0]?.words.join(' ') ?? '';
    for (const said of [PROBLEM, 'Tag two scanners', 'Sana Iqbal', 'Your answer, in words', 'no answer yet'])
      expect(words).to.include(said);
    // Once more without the line that says what was done, which takes the focus.
    await ada.opens(idea);
    await looking.looksAround();
    link = await ada.reads('Link to share');
  });

  it('is added to by a colleague without an account and without JavaScript, on a phone', async () => {
    const nurse = await stage.arrive('Nell', PHONE_WITHOUT_SCRIPT);
    await nurse.opens('/join');
    await nurse.fills({ 'If you were given a code, type it here': link.split('#')[1] ?? '' });
    await nurse.presses('Continue');
    await nurse.chooses('No');
    await nurse.presses('Continue');
    await nurse.sees('Do you have this, too?', PROBLEM);
    await nurse.chooses('We have this, too');
    await nurse.fills({ 'Your name': 'Nell Carter', 'Your role': 'Nurse', 'Your team or ward': 'Ward 9' });
    await nurse.presses('Send');
    receipt = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(await nurse.text())?.[0] ?? '';
    expect(receipt).to.have.lengthOf(29);
  });

  it('follows its link with JavaScript, the code taken from the address', async () => {
    const porter = await stage.arriveByLink('Pat', link);
    expect(porter.path).to.equal('/join/first');
  });

  it('is shown to whoever writes the same again, who can say so in place of sending', async () => {
    await ada.opens('/ideas/new');
    await ada.fills({
      ...TYPED,
      'In a few words': 'Scanner lost',
      'What is the problem, or the idea?': 'Nobody on the ward can find the bladder scanner at night.',
    });
    await ada.presses('Continue');
    await ada.sees('Before you send: 1 alike', '1 team already said that they have it, too.');
    await looking.looksAround();
    await ada.presses('Change what I wrote');
    expect(await ada.reads('In a few words')).to.equal('Scanner lost');
  });

  it('is found by the search in the header', async () => {
    await ada.opens('/');
    await ada.fills({ 'Search what you may read': 'scanners' });
    await ada.presses('Search');
    await ada.sees('1 result for “scanners”', 'Find the bladder scanner');
    await looking.looksAround();
    await ada.opens('/ideas?q=bladder');
    await looking.looksAround();
  });

  it('becomes a decision with its words in the need, and its colleague reads that', async () => {
    await ada.opens(idea);
    await ada.unfolds('Make a decision of it');
    await ada.presses('Start the decision');
    await ada.sees('This came from an idea');
    expect(await ada.reads('What is the problem?')).to.equal(PROBLEM);
    expect(await ada.reads('Who is affected?')).to.include('1 team says that it has it, too.');
    await ada.opens(ada.path);
    await looking.looksAround();
    await ada.opens(idea);
    await ada.sees('It became a decision', 'still under way');
    await looking.looksAround();
    const nurse = await stage.arrive('Nell', PHONE_WITHOUT_SCRIPT);
    await nurse.opens('/receipt');
    await nurse.fills({ 'Receipt code': receipt });
    await nurse.presses('Show');
    await nurse.sees('It became a decision', 'The decision it became part of is still under way.');
    expect(looking.faults).to.deep.equal([]);
    expect(stage.complaints()).to.deep.equal([]);
  });
});
