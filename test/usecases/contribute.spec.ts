import { expect } from 'chai';
import { cancelCampaign, createCampaign, loadCampaigns, POSTER_CAP } from '../../src/usecases/campaign.ts';
import {
  assertDoorOpen,
  contribute,
  contributeOnPaper,
  openListeningDoor,
} from '../../src/usecases/contribute.ts';
import { cancelInvitation, createInvitation } from '../../src/usecases/invitation.ts';
import { groupCode } from '../../src/usecases/secrets.ts';
import { withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { OPENED } from '../support/decision-states.ts';
import { before, upTo } from '../support/given-when-then.ts';
import { DECISION, hex } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const LISTENING = upTo(OPENED, 'open-listening');
const VOICE = { decision: DECISION, kind: 'voice', participant: null, account: null, label: '' } as const;
const formKey = (text: string): string => hex(text).slice(0, 32);
const said = (text: string) => ({
  ...({ kind: 'worry', text, name: 'Nia', role: 'Nurse', team: 'Ward 7' } as const),
  ...{ hasSupplierLink: false, wantsCredit: false, formKey: formKey(text) },
});
const sayThrough = async (world: ActWorld, secret: string, text: string): Promise<string> => {
  const door = await openListeningDoor(world, secret);
  return (await contribute(world, { ...door, decision: door.state.id }, said(text))).receipt;
};
const contributions = async (world: ActWorld) =>
  Object.values((await world.viewOf('lead')).state.contributions);

describe('a poster', () => {
  it('opens the listening pages of its decision until its day, and no longer', () =>
    withWorld(LISTENING, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-03');
      expect((await openListeningDoor(world, groupCode(code).toLowerCase())).via).to.equal('poster');
      world.clock.set('2026-07-03T23:59:59.000Z');
      await sayThrough(world, code, 'on the last evening');
      world.clock.set('2026-07-04T00:00:00.000Z');
      await expectRefusal(openListeningDoor(world, code), 'link-not-valid');
      expect((await contributions(world)).map(({ via }) => via)).to.deep.equal(['poster']);
    }));

  it('hangs from today for at most thirty days', () =>
    withWorld(LISTENING, async (world) => {
      for (const until of ['2026-06-30', '2026-08-01', '2027-07-01'])
        await expectRefusal(createCampaign(world, DECISION, until), 'invalid-input');
      for (const until of ['2026-07-01', '2026-07-31']) await createCampaign(world, DECISION, until);
      expect(await loadCampaigns(world, DECISION)).to.have.lengthOf(2);
    }));

  it('is taken down by its own decision only', () =>
    withWorld(LISTENING, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-03');
      await expectRefusal(cancelCampaign(world, 'f'.repeat(32), code), 'not-found');
      await sayThrough(world, code, 'while it hangs');
      await cancelCampaign(world, DECISION, code);
      await expectRefusal(openListeningDoor(world, code), 'link-not-valid');
      await expectRefusal(cancelCampaign(world, DECISION, 'NOSUCH00'), 'not-found');
    }));

  it('takes in as many as its cap and then sends people to the team', () =>
    withWorld(LISTENING, async (world) => {
      const made = await createCampaign(world, DECISION, '2026-07-03');
      expect(made.cap).to.equal(POSTER_CAP);
      const { code } = made;
      const record = { kind: 'campaign', id: code, owner: DECISION, expiresAt: null } as const;
      await world.store.records.overwrite({ ...record, value: { ...made, cap: 2 } });
      const door = { via: 'poster', link: code, decision: DECISION } as const;
      await sayThrough(world, code, 'the first');
      await sayThrough(world, code, 'the last');
      const full = await expectRefusal(openListeningDoor(world, code), 'too-many-requests');
      expect(full.detail).to.match(/personal link/);
      // Somebody who opened the door before it was full finds it shut, and may still repeat what was sent.
      await expectRefusal(assertDoorOpen(world, door, formKey('one too many')), 'too-many-requests');
      await assertDoorOpen(world, door, formKey('the last'));
    }));
});

describe('a personal link to be heard', () => {
  it('opens the door by link and by code, as often as its owner likes', () =>
    withWorld(LISTENING, async (world) => {
      const { token, code } = await createInvitation(world, VOICE);
      for (const secret of [token, code, token])
        expect((await openListeningDoor(world, secret)).via).to.equal('personal');
      await sayThrough(world, token, 'one');
      await sayThrough(world, code, 'two');
      expect(await contributions(world)).to.have.lengthOf(2);
    }));

  it('shuts the door it opened when it is cancelled', () =>
    withWorld(LISTENING, async (world) => {
      const { token, invitation } = await createInvitation(world, VOICE);
      const door = { via: 'personal', link: invitation.id, decision: DECISION } as const;
      await assertDoorOpen(world, door, formKey('new'));
      await sayThrough(world, token, 'before');
      await cancelInvitation(world, DECISION, invitation.id);
      await expectRefusal(openListeningDoor(world, token), 'link-not-valid');
      await expectRefusal(assertDoorOpen(world, door, formKey('new')), 'link-not-valid');
      await assertDoorOpen(world, door, formKey('before'));
    }));

  it('is not the link of somebody with a role, and leads nowhere before the decision listens', () =>
    withWorld(before(OPENED, 'open-listening'), async (world) => {
      const person = await createInvitation(world, { ...VOICE, kind: 'person', participant: 'pia' });
      await expectRefusal(openListeningDoor(world, person.token), 'link-not-valid');
      const voice = await createInvitation(world, VOICE);
      await expectRefusal(openListeningDoor(world, voice.token), 'too-early');
      await expectRefusal(openListeningDoor(world, 'no such secret'), 'link-not-valid');
    }));
});

describe('contributing', () => {
  it('gives the same receipt for the same form, sent again or at once, and records it once', () =>
    withWorld(LISTENING, async (world) => {
      const { token, invitation } = await createInvitation(world, VOICE);
      const first = await sayThrough(world, token, 'the network fails at night');
      const door = { via: 'personal', link: invitation.id, decision: DECISION } as const;
      const other = await world.beside();
      const again = await Promise.all(
        [world, other, world].map((ports) => contribute(ports, door, said('the network fails at night'))),
      );
      expect(again.map(({ receipt }) => receipt)).to.deep.equal([first, first, first]);
      expect(await contributions(world)).to.have.lengthOf(1);
      expect(await sayThrough(world, token, 'another thing')).not.to.equal(first);
      await other.close();
    }));

  it('still gives the receipt when the form is sent again after the rubric was locked', () =>
    withWorld(before(OPENED, 'lock-rubric'), async (world) => {
      const { token } = await createInvitation(world, VOICE);
      const first = await sayThrough(world, token, 'in time');
      await world.act('lead', 'lock-rubric');
      expect(await sayThrough(world, token, 'in time')).to.equal(first);
      await expectRefusal(sayThrough(world, token, 'a new worry'), 'too-late');
    }));

  it('takes a whole ward at once', () =>
    withWorld(LISTENING, async (world) => {
      const { code } = await createCampaign(world, DECISION, '2026-07-03');
      const texts = Array.from({ length: 40 }, (_unused, index) => `voice ${index}`);
      const receipts = await Promise.all(texts.map((text) => sayThrough(world, code, text)));
      expect(new Set(receipts).size).to.equal(40);
      expect(await contributions(world)).to.have.lengthOf(40);
    }));

  it('needs the key of its form', () =>
    withWorld(LISTENING, async (world) => {
      const door = { via: 'poster', link: 'p1', decision: DECISION } as const;
      for (const key of ['', 'x', 'F'.repeat(32), `${'0'.repeat(32)}\n`])
        await expectRefusal(contribute(world, door, { ...said('x'), formKey: key }), 'invalid-input');
      expect(await contributions(world)).to.deep.equal([]);
    }));

  it('on paper says who typed it in', () =>
    withWorld(LISTENING, async (world) => {
      const { receipt } = await contributeOnPaper(
        world,
        { decision: DECISION, helper: 'pia' },
        said('on a slip'),
      );
      expect(receipt).to.match(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
      expect((await contributions(world))[0]).to.include({ via: 'paper', helper: 'pia' });
      await expectRefusal(
        contributeOnPaper(world, { decision: DECISION, helper: 'cora' }, said('y')),
        'not-allowed',
      );
    }));

  it('leaves neither the link nor the receipt code in the store', () =>
    withWorld(LISTENING, async (world) => {
      const { token } = await createInvitation(world, VOICE);
      const receipt = await sayThrough(world, token, 'something');
      const held = await world.place.dump();
      for (const secret of [token, receipt, receipt.replaceAll('-', ''), formKey('something')])
        expect(held).not.to.include(secret);
    }));
});
