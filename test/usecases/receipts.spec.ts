import { expect } from 'chai';
import { createInvitation } from '../../src/usecases/invitation.ts';
import { contribute } from '../../src/usecases/contribute.ts';
import { finishErasures } from '../../src/usecases/finish-erasures.ts';
import { readReceipt } from '../../src/usecases/read-receipt.ts';
import { withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { APPROVED, OPENED, WAITING } from '../support/decision-states.ts';
import { upTo } from '../support/given-when-then.ts';
import { DECISION, hex } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const LISTENING = upTo(OPENED, 'open-listening');
const door = { via: 'personal', link: 'i1', decision: DECISION } as const;
const say = async (world: ActWorld, kind: 'worry' | 'question'): Promise<string> => {
  const about = { text: `A ${kind}`, name: 'Nia', role: 'Nurse', team: 'Ward 7' };
  const rest = { hasSupplierLink: false, wantsCredit: false, formKey: hex(kind).slice(0, 32) };
  return (await contribute(world, door, { kind, ...about, ...rest })).receipt;
};
const answer = async (world: ActWorld, fate: string): Promise<void> => {
  const all = Object.values((await world.viewOf('lead')).state.contributions);
  const contributions = [all.at(-1)?.id];
  await world.act('lead', 'answer-contributions', { contributions, fate, reply: 'planted-reply' });
};

describe('a receipt', () => {
  it('shows what was said, and fate and reply at once when said before the lock', () =>
    withWorld(LISTENING, async (world) => {
      const code = await say(world, 'worry');
      const before = await readReceipt(world, code);
      expect(before).to.deep.include({ text: 'A worry', answer: null, late: true, laterOwner: 'Lena Ortiz' });
      await answer(world, 'considered-not-used');
      const after = await readReceipt(world, code.toLowerCase().replaceAll('-', ' '));
      expect(after.answer).to.deep.include({ fate: 'considered-not-used', reply: 'planted-reply' });
    }));

  it('says by which cut-off a reply is owed', () =>
    withWorld(LISTENING, async (world) => {
      world.clock.set('2026-06-20T09:00:00.000Z');
      const receipt = await readReceipt(world, await say(world, 'worry'));
      expect(receipt.late).to.equal(false);
      expect(receipt.whenReleased).to.match(/owed to you before the decision.*2026-06-30/);
    }));

  it('holds the reply back until bidders are told, when said after the lock of an award', () =>
    withWorld(WAITING, async (world) => {
      world.clock.set('2026-06-20T09:00:00.000Z');
      const code = await say(world, 'question');
      await answer(world, 'out-of-scope');
      const held = await readReceipt(world, code);
      expect(JSON.stringify(held)).not.to.include('planted-reply');
      expect(held.whenReleased).to.match(
        /when bidders are told the outcome; a decision is asked for by 2026-08-06/,
      );
      await world.act('abel', 'approve-decision', { reason: 'Plain.' });
      expect((await readReceipt(world, code)).answer).to.equal(null);
      await world.act('lead', 'notify-award', { notifiedOn: '2026-08-01' });
      expect((await readReceipt(world, code)).answer?.reply).to.equal('planted-reply');
    }));

  it('says the same whether or not an unreleased reply exists', () =>
    withWorld(WAITING, async (world) => {
      const code = await say(world, 'question');
      const before = await readReceipt(world, code);
      await answer(world, 'out-of-scope');
      expect(await readReceipt(world, code)).to.deep.equal(before);
    }));

  it('is opened by its own code only, and a wrong one is refused in the words for an unknown one', () =>
    withWorld(LISTENING, async (world) => {
      const code = await say(world, 'worry');
      const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
      const refusals = await Promise.all(
        [wrong, '', 'ABCD', 'x'.repeat(300)].map((one) =>
          expectRefusal(readReceipt(world, one), 'link-not-valid'),
        ),
      );
      expect(new Set(refusals.map(({ detail }) => detail)).size).to.equal(1);
      const { token } = await createInvitation(world, {
        decision: DECISION,
        kind: 'voice',
        participant: null,
        account: null,
        label: '',
      });
      await expectRefusal(readReceipt(world, token), 'link-not-valid');
    }));

  it('says that words passed to another channel were not kept', () =>
    withWorld(LISTENING, async (world) => {
      const code = await say(world, 'worry');
      await answer(world, 'passed-on');
      await finishErasures(world, DECISION);
      expect(await readReceipt(world, code)).to.deep.include({ text: null, textErased: true });
    }));

  it('is not found by a decision’s own receipts of other days', () =>
    withWorld(APPROVED, async (world) => {
      await expectRefusal(readReceipt(world, 'planted'), 'link-not-valid');
    }));
});
