import { expect } from 'chai';
import type { Role } from '../../src/core/decision/model/roles.ts';
import { loadAccounts } from '../../src/usecases/account.ts';
import {
  cancelInvitation,
  createInvitation,
  loadInvitation,
  loadInvitations,
} from '../../src/usecases/invitation.ts';
import { acceptInvitation, inviteAgain, invitePerson } from '../../src/usecases/invite-person.ts';
import { readDecision } from '../../src/usecases/read-decision.ts';
import { withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { APPROVED, MARKED, OPENED, WAITING } from '../support/decision-states.ts';
import { before } from '../support/given-when-then.ts';
import { DECISION } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const VOICE = {
  decision: DECISION,
  kind: 'voice',
  participant: null,
  account: null,
  label: 'Ward 7',
} as const;
const request = (name: string, ...roles: readonly Role[]) => ({
  ...{ name, job: 'Nurse', email: `${name}@example.org`, roles, requestKey: `invite-${name}` },
});
const invite = async (world: ActWorld, name: string, ...roles: readonly Role[]) =>
  invitePerson(world, await world.viewOf('lead'), request(name, ...roles));

describe('an invitation', () => {
  it('names a person, links an account and can be opened any number of times', () =>
    withWorld(OPENED, async (world) => {
      const { token, code, participant } = await invite(world, 'nina', 'panel');
      for (const secret of [token, code, token]) {
        const { account } = await acceptInvitation(world, secret);
        const found = (await loadAccounts(world)).find(({ id }) => id === account);
        expect(found?.email).to.equal('nina@example.org');
        expect(found && (await readDecision(world, found, DECISION)).viewer.id).to.equal(participant);
      }
    }));

  it('sent twice names one person', () =>
    withWorld(OPENED, async (world) => {
      const first = await invite(world, 'nina', 'panel');
      const again = await invite(world, 'nina', 'panel');
      expect(again.participant).to.equal(first.participant);
      expect((await world.viewOf('lead')).state.timeline).to.have.lengthOf(OPENED.length + 1);
    }));

  it('gives somebody already on the decision a second role, not a second self', () =>
    withWorld(OPENED, async (world) => {
      const { participant } = await invite(world, 'abel', 'approver', 'auditor');
      expect(participant).to.equal('abel');
    }));

  it('leaves nothing behind when it is refused', () =>
    withWorld(OPENED, async (world) => {
      const accounts = (await loadAccounts(world)).length;
      const as = async (who: string) =>
        invitePerson(world, await world.viewOf(who), request('nina', 'panel'));
      await expectRefusal(as('pia'), 'not-allowed');
      await expectRefusal(invite(world, 'nina', 'panel', 'commercial'), 'not-allowed');
      const view = await world.viewOf('lead');
      await expectRefusal(
        invitePerson(world, view, { ...request('nina', 'panel'), email: 'nina' }),
        'invalid-input',
      );
      expect(await loadAccounts(world)).to.have.lengthOf(accounts);
      expect(await loadInvitations(world, DECISION)).to.deep.equal([]);
    }));

  it('is worth nothing once it is cancelled, link and code', () =>
    withWorld(OPENED, async (world) => {
      const { token, code, invitation } = await invite(world, 'nina', 'panel');
      await cancelInvitation(world, DECISION, invitation.id);
      for (const secret of [token, code])
        await expectRefusal(acceptInvitation(world, secret), 'link-not-valid');
      await expectRefusal(cancelInvitation(world, DECISION, invitation.id), 'not-found');
      expect(await loadInvitations(world, DECISION)).to.deep.equal([]);
    }));

  it('is cancelled only on its own decision', () =>
    withWorld(OPENED, async (world) => {
      const { token, invitation } = await invite(world, 'nina', 'panel');
      await expectRefusal(cancelInvitation(world, 'f'.repeat(32), invitation.id), 'not-found');
      await acceptInvitation(world, token);
    }));

  it('ends when marking closes for those who only mark', () =>
    withWorld(before(MARKED, 'seal-marks'), async (world) => {
      const panel = await invite(world, 'nina', 'panel');
      const auditor = await invite(world, 'ada', 'auditor');
      await world.act('lead', 'close-marking', { reason: 'Holiday.' });
      expect((await expectRefusal(acceptInvitation(world, panel.token), 'link-not-valid')).detail).to.match(
        /has ended/,
      );
      await acceptInvitation(world, auditor.token);
    }));

  it('ends for everybody when the decision is answered', () =>
    withWorld(WAITING, async (world) => {
      const { token } = await invite(world, 'ada', 'auditor');
      await world.act('abel', 'return-decision', { reason: 'More.' });
      await acceptInvitation(world, token);
      await world.act('lead', 'record-decision', WAITING.at(-1)?.[2]);
      await world.act('abel', 'approve-decision', { reason: 'Plain.' });
      await expectRefusal(acceptInvitation(world, token), 'link-not-valid');
    }));

  it('ends when its person leaves', () =>
    withWorld(OPENED, async (world) => {
      const { token, participant } = await invite(world, 'nina', 'panel');
      await world.act('lead', 'remove-person', { person: participant, reason: 'Moved.' });
      await expectRefusal(acceptInvitation(world, token), 'link-not-valid');
    }));

  it('is made anew by the lead, for somebody on the decision', () =>
    withWorld(OPENED, async (world) => {
      const { token } = await inviteAgain(world, await world.viewOf('lead'), 'pia');
      expect((await acceptInvitation(world, token)).participant).to.equal('pia');
      await expectRefusal(inviteAgain(world, await world.viewOf('pia'), 'paul'), 'not-allowed');
      for (const id of ['nobody', 'constructor'])
        await expectRefusal(inviteAgain(world, await world.viewOf('lead'), id), 'not-found');
    }));

  it('to be heard signs nobody in', () =>
    withWorld(OPENED, async (world) => {
      const { token } = await createInvitation(world, VOICE);
      await expectRefusal(acceptInvitation(world, token), 'link-not-valid');
    }));

  it('is held by the store only as digests, and read however it is typed', () =>
    withWorld(APPROVED, async (world) => {
      const { token, code } = await createInvitation(world, VOICE);
      const held = await world.place.dump();
      for (const secret of [token, code]) expect(held).not.to.include(secret);
      const typed = (code.match(/.{1,5}/g) ?? []).join(' - ').toLowerCase();
      expect((await loadInvitation(world, typed)).label).to.equal('Ward 7');
      for (const secret of ['', code.slice(1), 'x'.repeat(1000)])
        await expectRefusal(loadInvitation(world, secret), 'link-not-valid');
    }));
});
