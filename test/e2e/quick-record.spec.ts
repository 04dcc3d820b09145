import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import { saveAndVerify } from '../support/e2e-files.ts';
import { PHONE_WITHOUT_SCRIPT } from '../support/e2e-person.ts';
import type { Person } from '../support/e2e-person.ts';
import { openStage, stopAtFirstFailure } from '../support/e2e-stage.ts';
import type { Stage } from '../support/e2e-stage.ts';

/** What people read in a minute, slowly: 200 words is usual for plain text on a screen. */
const WORDS_A_MINUTE = 150;

const PROBLEM = 'Clinic letters wait two days because three secretaries type them by hand.';
const MEASURE = 'Letters go out on the same day by June, from two days now.';
const SAID = 'I type the same sentence forty times a day.';
const WHY = 'It typed our own letters with the fewest corrections.';

describe('a quick record, on a phone without JavaScript', function () {
  this.timeout(180_000);
  stopAtFirstFailure();
  let stage: Stage;
  let lena: Person;
  let base: string;
  const screens: string[] = [];

  /** Keeps what stands on the screen, to count screens and words at the end. */
  const readsScreen = async (): Promise<void> => {
    screens.push(await lena.text());
  };
  const pagesOf = async (file: string): Promise<number> =>
    (await PDFDocument.load(await lena.downloads(file), { updateMetadata: false })).getPageCount();

  before(async () => {
    stage = await openStage();
    const desk = await stage.arrive('Lena');
    await desk.opens(stage.server.signInLink);
    await desk.fills({ 'Your name': 'Lena Ortiz', 'Your work email address': 'lena@example.org' });
    await desk.presses('Continue');
    lena = await desk.beside(PHONE_WITHOUT_SCRIPT);
    await lena.opens('/admin');
    await lena.fills({ 'Limit for quick records': '10,000' });
    await lena.presses('Save');
  });
  after(async () => {
    expect(stage.complaints()).to.deep.equal([]);
    expect(await stage.close(), 'the server ends cleanly').to.equal(0);
  });

  it('starts with the need, and with money that must be spent by 31 March', async () => {
    await lena.opens('/quick/new');
    await readsScreen();
    await lena.fills({
      'What is it about?': 'Dictation for the clinic office',
      'Who has what problem?': PROBLEM,
      'How many people, roughly?': '3 secretaries',
      'How will you know that it worked?': MEASURE,
      'By which day must the money be spent?': '2027-03-31',
      'Your name': 'Lena Ortiz',
      'Your job': 'Office manager',
    });
    await lena.chooses('With money that must be spent by a day');
    await lena.presses('Continue');
    base = lena.path.replace(/\/heard$/, '');
    expect(lena.path).to.match(/^\/decisions\/[0-9a-f]{32}\/heard$/);
  });

  it('asks about May and about carrying the money over before any quote', async () => {
    await lena.opens(`${base}/quotes`);
    await lena.fills({ 'What is it?': 'Dictation A' }, await lena.within('Quote 1'));
    await lena.isRefused('Continue', 'would you buy this later');
    await lena.opens(`${base}/heard`);
    await lena.sees('Would you buy this in May, at this price?', 'carrying the money over');
    await readsScreen();
    await lena.chooses('Yes', await lena.within('Would you buy this in May, at this price?'));
    await lena.fills({ 'Why?': 'The letters wait whatever the month is.', 'About how much?': '6,000' });
    await lena.chooses('Yes, and there is no answer yet');
    await lena.fills({
      'Of whom, and what did they say?': 'Finance, on 1 June.',
      'What do we already own that could do it?': 'The office suite has dictation, switched off.',
    });
    const said = { 'What did they say?': SAID, 'Their role': 'A clinic secretary' };
    await lena.fills(said, await lena.within('One of them'));
    await lena.chooses(
      'No',
      await lena.within('Do you, or somebody close to you, have a link with a supplier?'),
    );
    await lena.presses('Continue');
  });

  it('sets the quotes beside doing nothing', async () => {
    await readsScreen();
    await lena.fills(
      {
        ...{ 'What is it?': 'Dictation A', 'From whom?': 'Alder Speech', 'Term, in months': '24' },
        ...{ 'Whole-term price': '6,400', 'Leaving costs': '500' },
      },
      await lena.within('Quote 1'),
    );
    await lena.fills(
      { 'What is it?': 'Dictation B', 'From whom?': 'Birch Voice', 'Whole-term price': 'six' },
      await lena.within('Quote 2 (if there is one)'),
    );
    await lena.isRefused('Continue', 'Give an amount in pounds');
    await lena.fills({ 'Whole-term price': '3,800' }, await lena.within('Quote 2 (if there is one)'));
    await lena.presses('Continue');
  });

  it('talks criteria through, each with a reason', async () => {
    await readsScreen();
    const marks = { 1: ['4', '2', '1'], 2: ['4', '3', '3'] } as const;
    for (const [number, [a, b, nothing]] of Object.entries(marks)) {
      const box = await lena.within(`Criterion ${number}`);
      for (const [label, mark] of [
        ['Dictation A', a],
        ['Dictation B', b],
        ['Doing nothing', nothing],
      ] as const)
        await lena.picks(label, mark, box);
      await lena.fills({ 'Why these marks?': `We tried both for a morning (${number}).` }, box);
    }
    await lena.presses('Continue');
  });

  it('asks without blocking, and records the choice', async () => {
    await readsScreen();
    await lena.sees('Dictation A is first', 'say nothing of what leaving costs');
    await lena.chooses('Dictation B');
    await lena.fills({ 'Why this?': WHY });
    await lena.isRefused('Record the choice', 'The marks put another option first');
    await lena.chooses('Dictation A');
    await lena.fills({ 'When does it renew or end?': '2028-06-30' });
    await lena.presses('Record the choice');
    await lena.sees(
      'Chosen: Dictation A from Alder Speech, £6,400 over 24 months.',
      WHY,
      SAID,
      'No answer was given.',
    );
    await readsScreen();
  });

  it('took six screens and less than fifteen minutes to read', () => {
    const words = screens.join(' ').split(/\s+/).length;
    expect(screens).to.have.lengthOf(6);
    expect(words / WORDS_A_MINUTE, `${words} words`).to.be.below(15);
  });

  it('prints on one side, verifies, and prints its carry-over request', async () => {
    const id = base.split('/').at(-1)?.slice(0, 8) ?? '';
    for (const file of [`quick-${id}-internal`, `quick-${id}-shareable`, `carry-over-${id}-internal`]) {
      expect(await pagesOf(`${base}/files/${file}.pdf`), file).to.equal(1);
    }
    const file = `carry-over-${id}-shareable.pdf`;
    const { code, text } = await saveAndVerify(
      stage.folder,
      file,
      await lena.downloads(`${base}/files/${file}`),
    );
    expect(code, text).to.equal(0);
    expect(text)
      .to.match(/^intact/)
      .and.to.include('the same byte for byte');
  });

  it('rises to a full decision, and nothing is typed again', async () => {
    await lena.opens(`${base}/quick`);
    await lena.fills({ 'Why does it need more than one page?': 'Four more clinics want it.' });
    await lena.presses('Raise it');
    expect(lena.path).to.equal(base);
    await lena.opens(`${base}/need`);
    expect(await lena.reads('What is the problem?')).to.equal(PROBLEM);
    expect(await lena.reads('How will you know that it worked?')).to.equal(MEASURE);
    await lena.presses('Lock the need');
    await lena.opens(`${base}/options`);
    await lena.sees('Dictation A', 'Alder Speech', 'Dictation B', 'Doing nothing');
    await lena.opens(`${base}/rubric`);
    await lena.sees('Does it do the job?', 'Can people use it?', 'Cost over its life');
    await lena.opens(`${base}/record`);
    await lena.sees('Quotes listed', 'Choice recorded', 'Record raised');
  });
});
