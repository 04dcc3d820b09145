import { expect } from 'chai';
import {
  addOption,
  bringEverybodyIn,
  day,
  declareNoInterest,
  EASE,
  enterCosts,
  FIRST,
  FIT,
  mark,
  markEverything,
  MARKS,
  RECOMMENDATION,
  say,
  SECOND,
  TITLE,
  TODAY_WAY,
} from '../support/e2e-award.ts';
import { changeRecordInside, paintOver, saveAndVerify } from '../support/e2e-files.ts';
import { PHONE_WITHOUT_SCRIPT } from '../support/e2e-person.ts';
import type { Person } from '../support/e2e-person.ts';
import { openStage, stopAtFirstFailure } from '../support/e2e-stage.ts';
import type { Stage } from '../support/e2e-stage.ts';

describe('one award, from need to PDF, clicked by eight people', function () {
  this.timeout(180_000);
  stopAtFirstFailure();
  let stage: Stage;
  let decision: string;
  let nurseCode: string;
  let receipt: string;
  let lead: Person;
  let nurse: Person;
  let buyer: Person;
  let approver: Person;
  let assessors: [Person, Person, Person];

  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    expect(await stage.close(), 'the server ends cleanly').to.equal(0);
  });

  it('makes whoever opens the printed link administrator and lead', async () => {
    lead = await stage.arrive('Ada');
    await lead.opens(stage.server.signInLink);
    expect(lead.page.url(), 'the secret leaves the address bar').not.to.include('#');
    await lead.fills({ 'Your name': 'Ada Osei', 'Your work email address': 'ada@example.org' });
    await lead.presses('Continue');
    await lead.presses('Start a decision');
    await lead.fills({ 'What is being decided?': TITLE, 'Your job': 'Night manager' });
    await lead.chooses('Which bid?');
    await lead.presses('Start');
    decision = lead.path;
    await lead.sees(TITLE, 'An award: which bid');
  });

  it('asks for the need before any amount can be typed', async () => {
    await lead.presses('State and lock the need');
    expect(await lead.hasField('Amount available')).to.be.false;
    await lead.fills({
      'What is the problem?': 'At night the team waits up to two hours for a borrowed scanner.',
      'Who is affected?': '18 nurses on nights, about 40 patients a week.',
      'How will you know that it worked?': 'From two hours to ten minutes by next summer.',
    });
    await lead.presses('Save the need');
    expect(await lead.hasField('Amount available'), 'stated is not locked').to.be.false;
    await lead.presses('Lock the need');
    await lead.fills({ 'Amount available': '12000' });
    await lead.presses('Save the amount');
    await lead.sees('£12,000');
  });

  it('opens listening with a personal link and a poster', async () => {
    await lead.opens(`${decision}/listening`);
    await lead.fills({
      'What would you like to hear about the work?': 'What slows you down at night?',
      'Cut-off': day(5),
      'Who looks after what comes later?': 'Ada Osei',
    });
    await lead.presses('Save');
    await lead.fills({ 'For whom is the link?': 'Night staff, ward 7' });
    await lead.presses('Make a personal link');
    expect(await lead.reads('Personal link')).to.match(/\/join#[\w-]{16,}$/);
    nurseCode = /type the code ([\w-]+)/.exec(await lead.text())?.[1] ?? '';
    await lead.presses('Back to people');
    await lead.fills({ 'Poster: until which day?': day(5) });
    await lead.presses('Make a poster');
    await lead.sees('What slows you down at night?', `${stage.server.address}/join`, 'and type');
    await lead.doesNotSee(FIRST);
  });

  it('hears a nurse on a phone without JavaScript or account, and gives a receipt', async () => {
    nurse = await stage.arrive('Nell', PHONE_WITHOUT_SCRIPT);
    await nurse.opens('/join');
    await nurse.fills({ 'If you were given a code, type it here': nurseCode });
    await nurse.presses('Continue');
    await nurse.chooses('No');
    await nurse.presses('Continue');
    await nurse.sees('What slows you down at night?', 'This is open.');
    receipt = await say(nurse, 'One of us has to be able to use it alone, in the dark, with gloves on.');
    expect(receipt).to.have.length(29);
    await nurse.presses('Finish and clear this device');
    await nurse.sees('Finished');
  });

  it('takes a rubric and moves a pair of weights, with a reason', async () => {
    await lead.opens(`${decision}/rubric`);
    await lead.chooses('Small purchase');
    await lead.fills({ 'Why this one?': 'Two scanners, one ward.' });
    await lead.presses('Use this rubric');
    await lead.fills({ 'Weight within its group': '25' }, await lead.within(FIT));
    await lead.fills({ 'Weight within its group': '30' }, await lead.within(EASE));
    await lead.fills({ 'Why does it change?': 'Nurses asked for a scanner that one person can use alone.' });
    await lead.presses('Save the rubric');
  });

  it('gives what the nurse said a fate and a reply, and locks the rubric', async () => {
    await lead.opens(`${decision}/listening`);
    await lead.sees('with gloves on', 'Nell Carter, Staff nurse, Ward 7 nights');
    await lead.chooses('Answer this: What the work needs');
    await lead.chooses('It changed the rubric');
    await lead.fills({
      'Your reply': 'You told us that one nurse must manage alone. Ease of use now weighs more.',
    });
    await lead.presses('Record fate and reply');
    await lead.sees('1 of 1 contributions answered');
    await lead.opens(`${decision}/rubric`);
    await lead.presses('Lock rubric and method');
    await lead.sees('Rubric locked', 'one person can use alone');
  });

  it('names the others and lets each declare interests, the lead first', async () => {
    await lead.opens(decision);
    await declareNoInterest(lead);
    await lead.opens(`${decision}/people`);
    [buyer, approver, ...assessors] = await bringEverybodyIn(stage, lead);
    for (const person of [buyer, approver, ...assessors]) await declareNoInterest(person);
    await lead.opens(`${decision}/interests`);
    await lead.doesNotSee('Still to declare');
  });

  it('takes two bids, the way of today and their costs, and keeps prices from those who mark', async () => {
    await lead.opens(`${decision}/options`);
    await addOption(lead, 'Bid', FIRST, 'Scan-U Ltd');
    await addOption(lead, 'Bid', SECOND, 'Vesi Medical');
    await addOption(lead, 'Business as usual', TODAY_WAY, '');
    await buyer.opens(`${decision}/costs`);
    await enterCosts(buyer, FIRST, [
      ['Two scanners', '0', '7200'],
      ['Support', '1', '450'],
    ]);
    await enterCosts(buyer, SECOND, [['One scanner and trolley', '0', '9800']]);
    await enterCosts(buyer, TODAY_WAY, [['Staff time', '1', '3100']]);
    await lead.presses('Open the bids');
    await lead.sees('were opened on');
    const [pia] = assessors;
    await pia.opens(`${decision}/costs`);
    await pia.sees('Recorded, and sealed until prices are opened.');
    await pia.doesNotSee('7,200', '7200');
  });

  it('seals no mark without a reason, and no mark is seen before everybody has sealed', async () => {
    const [pia, ...others] = assessors;
    await pia.opens(`${decision}/marks/need-fit`);
    await mark(pia, MARKS[FIT]?.[0] ?? [], false);
    await pia.isRefused('Seal these marks', `Give a reason for ${FIRST}.`);
    await markEverything(pia, decision, 0);
    await lead.opens(`${decision}/differences`);
    await lead.sees('No criterion has been sealed by everybody yet.');
    await lead.doesNotSee('Seen on the ward');
    for (const [index, person] of others.entries()) await markEverything(person, decision, index + 1);
  });

  it('shows where marks differ, records what the panel agrees, and seals quality', async () => {
    await lead.opens(`${decision}/differences`);
    await lead.sees('Marks differ by 2', 'Seen on the ward');
    const cell = await lead.at('#need-fit-bid-1');
    await lead.unfolds('Record what the panel agrees', cell);
    await lead.fills({ 'Agreed mark': '4' }, cell);
    await lead.fills(
      { 'Why this mark, where it departs from a sealed one': 'Paul had not seen the second trial.' },
      cell,
    );
    await lead.presses('Record', cell);
    await lead.sees('Agreed: 4', 'Paul had not seen the second trial.');
    await lead.presses('Seal quality');
    await lead.sees('Quality is sealed');
  });

  it('opens prices last and ranks', async () => {
    await lead.presses('Open prices');
    await lead.sees(`First: ${FIRST}`, `1. ${FIRST}`, `2. ${SECOND}`, TODAY_WAY);
    const [pia] = assessors;
    await pia.opens(`${decision}/costs`);
    await pia.sees('£7,200');
  });

  it('refuses the second-ranked bid with a sentence, and takes the first', async () => {
    await lead.opens(`${decision}/outcome`);
    await lead.chooses(SECOND);
    await lead.fills(RECOMMENDATION);
    await lead.isRefused('Record and send to the approver', 'The award goes to the first-ranked bid.');
    await lead.chooses(FIRST);
    await lead.presses('Record and send to the approver');
    await lead.sees('With the approver');
  });

  it('is approved, bidders are told, and the nurse reads what came of her words', async () => {
    await approver.opens(`${decision}/approval`);
    await approver.fills({ 'Your reason': 'The ranking is clear and the ward pays.' });
    await approver.presses('Approve');
    await approver.sees('Approved. The decision is final.');
    await lead.opens(`${decision}/outcome`);
    await lead.fills({ 'On which day were bidders told the outcome?': day(0) });
    await lead.presses('Record');
    await nurse.opens('/receipt');
    await nurse.fills({ 'Receipt code': receipt.toLowerCase() });
    await nurse.presses('Show');
    await nurse.sees('It changed the rubric', 'Ease of use now weighs more.', 'with gloves on');
  });

  it('comes as two PDFs that verify, and a changed byte shows', async () => {
    const internal = await lead.downloads(`${decision}/files/internal.pdf`);
    const shareable = await lead.downloads(`${decision}/files/shareable.pdf`);
    const whole = await saveAndVerify(stage.folder, 'internal.pdf', internal);
    expect(whole.code, whole.text).to.equal(0);
    // The digest of the nurse's receipt code leaves with nobody.
    expect(whole.text).to.match(/^intact: \d+ entries, 1 part is withheld/);
    const left = await saveAndVerify(stage.folder, 'shareable.pdf', shareable);
    expect(left.code, left.text).to.equal(0);
    expect(left.text).to.match(/^intact: \d+ entries, \d\d+ parts are withheld/);
    const forged = await changeRecordInside(internal, 'ward pays', 'ward pay5');
    const changed = await saveAndVerify(stage.folder, 'forged.pdf', forged);
    expect(changed.code, changed.text).to.equal(1);
    expect(changed.text).to.match(
      /^faulty: 1 fault found\nEntry \d+, section '[\w-]+', at \/entries\/\S+: The content is not what/,
    );
    expect(whole.text).to.include('the document is the same byte for byte');
    const painted = await saveAndVerify(stage.folder, 'painted.pdf', await paintOver(internal));
    expect(painted.code, painted.text).to.equal(1);
    expect(painted.text).to.match(/^faulty: the pages do not show what the record inside says\nPage 1 /);
    const visitor = await stage.arrive('A visitor');
    await visitor.opens('/verify');
    await visitor.fills({ 'Verify code': /verify code (\S+)/.exec(whole.text)?.[1] ?? '' });
    await visitor.presses('Check the code');
    await visitor.sees('This code is on record here');
  });

  it('gave no browser anything to complain about', () => {
    expect(stage.complaints()).to.deep.equal([]);
  });
});
