import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { callAs } from '../support/e2e-api.ts';
import type { ApiCaller } from '../support/e2e-api.ts';
import { addOption, RECOMMENDATION } from '../support/e2e-award.ts';
import { saveAndVerify } from '../support/e2e-files.ts';
import type { Person } from '../support/e2e-person.ts';
import { runCommand } from '../support/e2e-server.ts';
import { openStage, stopAtFirstFailure } from '../support/e2e-stage.ts';
import type { Stage } from '../support/e2e-stage.ts';

const BORROW = 'Borrow the scanner of ward 4';
const AS_TODAY = 'Go on as today';
const BUY = 'Buy a new scanner';
const WAIVED = 'A trial of one night would show nothing about nights.';
const WHY_NOT_FIRST = 'Ward 4 closes in spring, and its scanner goes with it.';

describe('one appraisal by a small team, half by program, half by hand', function () {
  this.timeout(180_000);
  stopAtFirstFailure();
  let stage: Stage;
  let decision: string;
  let lead: Person;
  let byLead: ApiCaller;
  let byAssessor: ApiCaller;
  let byApprover: ApiCaller;

  const act = (who: ApiCaller, command: string, input: object = {}): Promise<Record<string, unknown>> =>
    who.post(`${decision}/acts/${command}`, input);
  const tokenFor = async (email: string, role: string): Promise<ApiCaller> => {
    const { code, text } = await runCommand(
      ['token', 'create', '--email', email, '--role', role],
      stage.folder,
    );
    expect(code, text).to.equal(0);
    return callAs(stage.server.address, text.split('\n')[0] ?? '');
  };

  before(async () => {
    stage = await openStage();
  });
  after(async () => {
    expect(await stage.close(), 'the server ends cleanly').to.equal(0);
  });

  it('is set up by a program with a token made beside the running server', async () => {
    byLead = await tokenFor('lena@example.org', 'lead');
    const about = { title: 'A scanner for ward 7', purpose: 'appraisal', leadJob: 'Ward manager' };
    const started = await byLead.post('/decisions', { ...about, leadName: 'Lena Ortiz' });
    decision = `/decisions/${String(started['decision'])}`;
    await act(byLead, 'state-need', {
      problem: 'The ward waits for a borrowed scanner.',
      affected: '18 nurses on nights',
      measure: 'From two hours to ten minutes by next summer.',
    });
    await act(byLead, 'lock-need');
    const rubric = JSON.parse(await readFile('rubrics/small-buy.v1.json', 'utf8')) as object;
    await act(byLead, 'choose-rubric', { rubric, reason: 'A small purchase.' });
    await act(byLead, 'lock-rubric');
    const person = started['participant'];
    await act(byLead, 'name-person', {
      ...{ person, roles: ['lead', 'commercial'] },
      ...{ name: 'Lena Ortiz', job: 'Ward manager' },
    });
    const pia = { name: 'Pia Novak', job: 'Matron', email: 'pia@example.org', roles: ['panel'] };
    const abel = { name: 'Abel Stone', job: 'Director', email: 'abel@example.org', roles: ['approver'] };
    for (const one of [pia, abel]) await byLead.post(`${decision}/people`, one);
    [byAssessor, byApprover] = [await tokenFor(pia.email, 'panel'), await tokenFor(abel.email, 'approver')];
    for (const one of [byLead, byAssessor, byApprover])
      await act(one, 'declare-interest', { hasInterest: false });
  });

  it('closes the list only when each baseline is on it or waived with a reason', async () => {
    const { text } = await runCommand(['sign-in', '--email', 'lena@example.org'], stage.folder);
    const link = new URL(text.split('\n')[0] ?? '');
    lead = await stage.arriveByLink('Lena', link.pathname + link.hash);
    await lead.opens(`${decision}/options`);
    await addOption(lead, 'Business as usual', AS_TODAY, '');
    await addOption(lead, 'Reuse of what another team has', BORROW, 'Ward 4');
    await addOption(lead, 'Bid', BUY, 'Scan-U Ltd');
    await lead.isRefused('Close the list and open marking', 'Add a do-minimum or a pilot as an option');
    await lead.unfolds('Leave business as usual or a small step out');
    await lead.chooses('A small step: do-minimum or pilot');
    await lead.fills({ 'Why?': WAIVED });
    await lead.presses('Record');
    await lead.presses('Close the list and open marking');
    await lead.sees('were opened on', `No do-minimum or pilot: ${WAIVED}`);
  });

  it('ranks every kind of option once quality is sealed and prices are open', async () => {
    const options = ['business-as-usual-1', 'reuse-1', 'bid-1'];
    for (const [index, pence] of [310_000, 120_000, 720_000].entries())
      await act(byLead, 'record-costs', {
        option: options[index],
        lines: [{ line: 'All of it', year: 0, pence, capital: false, tendered: true }],
      });
    for (const criterion of ['need-fit', 'ease-of-use', 'support-and-exit', 'safety-and-information']) {
      const marks = options.map((one, index) => [one, { score: ['3', '4', '4'][index], reason: 'Seen.' }]);
      await act(byAssessor, 'seal-marks', { criterion, marks: Object.fromEntries(marks) as object });
    }
    await lead.opens(`${decision}/differences`);
    await lead.presses('Seal quality');
    await lead.presses('Open prices');
    await lead.sees(`1. ${BORROW}`, `2. ${BUY}`, `3. ${AS_TODAY}`);
  });

  it('lets another than the first be chosen with a written why, and not without', async () => {
    await lead.opens(`${decision}/outcome`);
    await lead.chooses(BUY);
    await lead.fills(RECOMMENDATION);
    await lead.isRefused('Record and send to the approver', 'This is not the first-ranked option.');
    await lead.fills({ 'If it is not the first-ranked option: why not?': WHY_NOT_FIRST });
    await lead.presses('Record and send to the approver');
    await act(byApprover, 'approve-decision', { reason: 'The why holds.' });
  });

  it('offers nothing that can no longer be done', async () => {
    await lead.opens(`${decision}/people`);
    await lead.doesNotSee('Name a person', 'Make a new link');
    await lead.opens(`${decision}/interests`);
    await lead.doesNotSee('Has it changed?');
    await lead.opens(`${decision}/need`);
    await lead.doesNotSee('Amount available');
  });

  it('prints the waiver and the why on the decision, whose record verifies', async () => {
    await lead.opens(`${decision}/report?edition=internal`);
    await lead.sees(BUY, WAIVED, WHY_NOT_FIRST);
    const record = await lead.downloads(`${decision}/files/internal.json`);
    const { code, text } = await saveAndVerify(stage.folder, 'record.json', record);
    expect(code, text).to.equal(0);
    expect(text).to.match(/^intact: \d+ entries, 0 parts are withheld/);
    expect(stage.complaints()).to.deep.equal([]);
  });
});
