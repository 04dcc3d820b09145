import { expect } from 'chai';
import { ensureAccount } from '../../src/usecases/account.ts';
import { saveOrganisation } from '../../src/usecases/organisation.ts';
import { OPENED, WAITING } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import { IDEA_ANSWERED, IDEA_SHARED } from '../support/idea-states.ts';
import { DECISION } from '../support/record-acts.ts';

describe('the home page', () => {
  it('tells the panel of marks to seal, the lead of replies owed, the approver of a decision to answer', () =>
    withHttp(OPENED, async (world) => {
      const pia = (await (await world.signedIn('pia')).get('/')).text;
      expect(pia).to.include('Seal your marks').and.include('0 of 2 criteria sealed.');
      const lead = (await (await world.signedIn('lead')).get('/')).text;
      expect(lead).to.include('Answer 1 contribution<').and.include(`/decisions/${DECISION}/listening`);
      expect(lead).not.to.include('Seal your marks');
    }));

  it('tells the approver of a decision to answer', () =>
    withHttp(WAITING, async (world) => {
      const abel = (await (await world.signedIn('abel')).get('/')).text;
      expect(abel).to.include('Approve, return or decline').and.include('Asked for by');
    }));

  it('tells who is asked of an idea, and its author when the day has passed and when it is answered', async () => {
    await withHttp(IDEA_SHARED, async (world) => {
      const abel = (await (await world.signedIn('abel')).get('/')).text;
      expect(abel).to.include('Answer an idea').and.include('Asked of you by 30 June 2026; no answer yet.');
      const lead = (await (await world.signedIn('lead')).get('/')).text;
      expect(lead).to.include('Your idea has no answer in time');
      expect(lead, 'an idea is no decision').not.to.include('Your decisions');
      const stranger = (await (await world.signedIn('stranger')).get('/')).text;
      expect(stranger).to.include('Nothing waits for you.').and.include('1 idea waits for an answer');
    });
    await withHttp(IDEA_ANSWERED, async (world) => {
      world.clock.set('2026-06-10T09:00:00.000Z');
      const lead = async () => (await (await world.signedIn('lead')).get('/')).text;
      expect(await lead())
        .to.include('Answered lately')
        .and.include('The smallest next step is agreed');
      world.clock.set('2026-07-01T09:00:00.000Z');
      expect(await lead()).not.to.include('Answered lately');
    });
  });

  it('tells an administrator what is still to set, until it is set, and nobody else', () =>
    withHttp([], async (world) => {
      const account = await ensureAccount(world, {
        ...{ email: 'ada@example.org', name: 'ada', role: 'administrator' },
      });
      const home = async (): Promise<string> => (await (await world.signedIn(account)).get('/')).text;
      expect(await home())
        .to.include('Type the name of the organisation')
        .and.include('limit for quick records');
      await saveOrganisation(world, account, { name: 'Northfield', quickLimitPence: 500_000 });
      expect(await home()).not.to.include('Type the name of the organisation');
      expect((await (await world.signedIn('nia')).get('/')).text).not.to.include('Still to set');
    }));

  it('offers the doors that are open to each', () =>
    withHttp([], async (world) => {
      const lead = (await (await world.signedIn('lead')).get('/')).text;
      for (const door of ['/ideas/new', '/quick/new', '/decisions/new', '/spreadsheet'])
        expect(lead).to.include(`href="${door}"`);
      const nurse = (await (await world.signedIn('nia')).get('/')).text;
      expect(nurse).to.include('href="/ideas/new"').and.not.include('href="/decisions/new"');
      expect(nurse).to.include('you need the lead role');
    }));
});
