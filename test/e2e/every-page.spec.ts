import { expect } from 'chai';
import { openExamples } from '../support/e2e-examples.ts';
import type { Example, Examples } from '../support/e2e-examples.ts';
import { startLooking } from '../support/e2e-look.ts';
import type { Onlooker } from '../support/e2e-look.ts';
import { closedPaths, decisionPaths, plainPaths } from '../support/e2e-pages.ts';
import type { Person } from '../support/e2e-person.ts';
import { openStage } from '../support/e2e-stage.ts';
import type { Stage } from '../support/e2e-stage.ts';

/** What somebody is refused, and how; every other page answers with 200. The last part of the address names the page. */
type Refusals = Readonly<Record<string, number>>;

const NOT_THROUGH_A_DOOR: Refusals = { '/join/first': 404, '/join/say': 404 };
const NOT_LEAD: Refusals = { posters: 404 };
const NOT_PANEL: Refusals = { marks: 404 };
const NO_PAPER: Refusals = { paper: 403 };
const PAPER_TOO_LATE: Refusals = { paper: 409 };

const PEOPLE: readonly (readonly [example: string, person: string, refused: Refusals])[] = [
  ['observations', 'lead', { ...NOT_PANEL, ...PAPER_TOO_LATE }],
  ['observations', 'sister', { ...NOT_LEAD, ...PAPER_TOO_LATE }],
  ['observations', 'board', { ...NOT_LEAD, ...NOT_PANEL, ...NO_PAPER }],
  ['observations', 'commercial', { ...NOT_LEAD, ...NOT_PANEL, ...NO_PAPER }],
  ['letters', 'lead', NOT_PANEL],
  ['letters', 'you', NOT_LEAD],
  ['dictation', 'lead', { paper: 409, posters: 200 }],
  ['scanner', 'lead', {}],
];

const statusFor = (path: string, refused: Refusals): number => {
  const [, , , page = '', detail] = path.split('/');
  const isDetailOnly = page === 'marks' && detail === undefined;
  return refused[path] ?? (isDetailOnly ? undefined : refused[page]) ?? 200;
};

describe('every page, in a real browser', function () {
  this.timeout(300_000);
  let stage: Stage;
  let examples: Examples;
  const seen = new Set<string>();

  before(async () => {
    stage = await openStage(async (folder) => {
      examples = await openExamples(folder);
    });
  });
  after(async () => {
    await examples.close();
    expect(await stage.close(), 'the server ends cleanly').to.equal(0);
  });

  const exampleOf = (key: string): Example => examples.all.find((one) => one.key === key) as Example;
  const arriveAs = async (key: string, person: string): Promise<[Person, Onlooker]> => {
    const arrived = await stage.arriveByLink(person, await exampleOf(key).signIn(person));
    return [arrived, await startLooking(arrived, seen)];
  };

  it('is sound for a visitor: public ones open, the others ask to sign in', async () => {
    const visitor = await stage.arrive('A visitor');
    const looking = await startLooking(visitor, seen);
    const closed = [...closedPaths(), ...decisionPaths(exampleOf('letters'))];
    for (const path of plainPaths().filter((one) => !closed.includes(one)))
      await looking.visits(path, statusFor(path, NOT_THROUGH_A_DOOR));
    for (const path of closed) {
      await looking.visits(path, 200);
      expect(visitor.path, path).to.equal('/sign-in');
    }
    await looking.visits('/nowhere', 404);
    expect(looking.faults).to.deep.equal([]);
  });

  it('would hear of each fault (positive control)', async () => {
    const visitor = await stage.arrive('A visitor');
    const looking = await startLooking(visitor, new Set());
    await visitor.opens('/verify');
    await visitor.page.evaluate(`{
      document.querySelector('label').remove();
      document.querySelector('.nhsuk-skip-link').remove();
      const second = document.createElement('h1');
      second.textContent = 'undefined';
      second.style.width = '900px';
      document.querySelector('main').append(second);
      document.title = 'Verify';
    }`);
    await looking.looksAround();
    for (const heard of ['titled', 'headings', 'reads', 'axe label', 'wider than', 'start at'])
      expect(looking.faults.join(), heard).to.include(heard);
  });

  it('is sound for the administrator', async () => {
    const administrator = await stage.arriveByLink('Ada', stage.server.signInLink);
    const looking = await startLooking(administrator, seen);
    for (const path of plainPaths()) await looking.visits(path, statusFor(path, NOT_THROUGH_A_DOOR));
    await looking.visits(`/decisions/${exampleOf('letters').decision}`, 404);
    expect(looking.faults).to.deep.equal([]);
  });

  for (const [key, person, refused] of PEOPLE) {
    it(`is sound for ${person} of the example ${key}`, async () => {
      const [, looking] = await arriveAs(key, person);
      for (const path of ['/', ...decisionPaths(exampleOf(key))])
        await looking.visits(path, statusFor(path, refused));
      expect(looking.faults).to.deep.equal([]);
    });
  }

  it('is sound for somebody heard by poster, to the receipt', async () => {
    const nurse = await stage.arrive('Nell');
    const looking = await startLooking(nurse, seen);
    await nurse.opens('/join');
    await nurse.fills({ 'If you were given a code, type it here': exampleOf('letters').poster });
    await nurse.presses('Continue');
    await looking.visits('/join/first', 200);
    await nurse.chooses('Yes');
    await nurse.presses('Continue');
    await looking.visits('/join/say', 200);
    await nurse.isRefused('Send', 'There is a problem');
    await looking.looksAround();
    await nurse.chooses('A question');
    await nurse.fills({ 'Your words': 'Can it read my writing?', 'Your name': 'Nell Carter' });
    await nurse.fills({ 'Your role': 'Nurse', 'Your team or ward': 'Clinic 2' });
    await nurse.presses('Send');
    await looking.looksAround();
    expect(looking.faults).to.deep.equal([]);
  });

  it('is sound where a form is answered: a link to pass on, marks not given, a receipt on paper', async () => {
    const { decision, criterion } = exampleOf('letters');
    const [lead, leadLooks] = await arriveAs('letters', 'lead');
    await lead.opens(`/decisions/${decision}/listening`);
    await lead.presses('Make a personal link');
    await leadLooks.looksAround();
    const [panel, panelLooks] = await arriveAs('letters', 'you');
    await panel.opens(`/decisions/${decision}/marks/${criterion}`);
    await panel.isRefused('Seal these marks', 'There is a problem');
    await panelLooks.looksAround();
    expect([...leadLooks.faults, ...panelLooks.faults]).to.deep.equal([]);
    expect(stage.complaints()).to.deep.equal([]);
  });
});
