import { expect } from 'chai';
import { verifyStream } from '../../src/ledger/verify.ts';
import { performAct } from '../../src/usecases/perform-act.ts';
import type { ActPorts } from '../../src/usecases/perform-act.ts';
import { withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { BEGUN, OPENED } from '../support/decision-states.ts';
import { before, upTo } from '../support/given-when-then.ts';
import { DECISION } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const NEED = { problem: 'Twice.', affected: '42', measure: 'Less.' };
const STATED = upTo(OPENED, 'state-need');
const assertIntact = async ({ store }: ActPorts, entries: number): Promise<void> => {
  const stream = await store.ledgers.load(DECISION, 0);
  expect(stream).to.have.lengthOf(entries);
  expect(verifyStream(stream)).to.deep.include({ intact: true });
};
const restate = (ports: ActPorts, text: string): Promise<unknown> =>
  performAct(ports, {
    ...{ decision: DECISION, command: 'state-need', input: { ...NEED, problem: text }, requestKey: text },
    actor: { kind: 'participant', participant: 'lead' },
  });

describe('performing an act', () => {
  it('appends one entry to a chain that verifies', () =>
    withWorld(BEGUN, async (world) => {
      const done = await world.act('lead', 'state-need', NEED);
      expect(done).to.deep.equal({ seq: 2, facts: { revision: 1 }, repeated: false });
      await assertIntact(world, 2);
    }));

  it('takes everybody’s when thirty act at once', () =>
    withWorld(BEGUN, async (world) => {
      const names = Array.from({ length: 30 }, (_unused, index) => `text ${index}`);
      await Promise.all(names.map((text) => restate(world, text)));
      await assertIntact(world, 31);
      expect((await world.viewOf('lead')).state.need?.revision).to.equal(30);
    }));

  it('decides anew after losing a race against another process', () =>
    withWorld(BEGUN, async (world) => {
      const other = await world.beside();
      const names = Array.from({ length: 6 }, (_unused, index) => `text ${index}`);
      await Promise.all(
        names.flatMap((text) => [restate(world, `here ${text}`), restate(other, `there ${text}`)]),
      );
      await assertIntact(world, 13);
      await other.close();
    }));

  it('lets one of two locks stand and refuses the other, not both', () =>
    withWorld(STATED, async (world) => {
      const other = await world.beside();
      const lock = (ports: ActPorts, requestKey: string): Promise<string> =>
        performAct(ports, {
          ...{ decision: DECISION, command: 'lock-need', input: {}, requestKey },
          actor: { kind: 'participant', participant: 'lead' },
        }).then(
          () => 'locked',
          (error: { code: string }) => error.code,
        );
      const outcomes = await Promise.all([lock(world, 'a'), lock(other, 'b'), lock(world, 'c')]);
      expect(outcomes.sort()).to.deep.equal(['already-done', 'already-done', 'locked']);
      await assertIntact(world, STATED.length + 1);
      await other.close();
    }));

  it('acts once for one request key, also when the act could not be done twice', () =>
    withWorld(STATED, async (world) => {
      const first = await world.act('lead', 'lock-need', {}, 'the-same-key');
      const again = await world.act('lead', 'lock-need', {}, 'the-same-key');
      expect(again).to.deep.equal({ ...first, repeated: true });
      await expectRefusal(world.act('lead', 'lock-need', {}, 'another-key'), 'already-done');
      await assertIntact(world, STATED.length + 1);
    }));

  it('acts once when the same request comes ten times at once, here and beside', () =>
    withWorld(STATED, async (world) => {
      const other = await world.beside();
      const request = {
        ...{ decision: DECISION, command: 'lock-need', input: {}, requestKey: 'pressed-often' },
        actor: { kind: 'participant', participant: 'lead' } as const,
      };
      const done = await Promise.all(
        Array.from({ length: 10 }, (_unused, index) => performAct(index % 2 ? other : world, request)),
      );
      expect(done.filter(({ repeated }) => !repeated)).to.have.lengthOf(1);
      await assertIntact(world, STATED.length + 1);
      await other.close();
    }));

  it('never takes the key of one act or person for another’s', () =>
    withWorld(STATED, async (world) => {
      await world.act('lead', 'offer-money', { offered: true }, 'a-common-key');
      const other = await world.act('lead', 'lock-need', {}, 'a-common-key');
      expect(other.repeated).to.equal(false);
      await world.act('lead', 'name-person', { person: 'pia', roles: ['panel'], name: 'Pia', job: 'Matron' });
      await world.act('lead', 'declare-interest', { hasInterest: false }, 'a-common-key');
      expect(
        (await world.act('pia', 'declare-interest', { hasInterest: false }, 'a-common-key')).repeated,
      ).to.equal(false);
    }));

  it('writes nothing when it refuses', () =>
    withWorld(STATED, async (world) => {
      const refused = [
        expectRefusal(world.act('lead', 'record-amount', { amountPence: 1 }), 'need-not-locked'),
        expectRefusal(world.act('nobody', 'lock-need'), 'not-allowed'),
        expectRefusal(world.act('lead', 'no-such-act'), 'not-found'),
        expectRefusal(world.act('lead', 'state-need', { ...NEED, extra: true }), 'invalid-input'),
      ];
      const faults = (await refused[3])?.faults ?? [];
      await Promise.all(refused);
      expect(faults).to.have.lengthOf(1);
      await assertIntact(world, STATED.length);
    }));

  it('gives up after a bounded number of tries, saying that nothing was recorded', () =>
    withWorld(BEGUN, async (world) => {
      let tries = 0;
      const ledgers: ActWorld['store']['ledgers'] = {
        ...world.store.ledgers,
        append: async () => {
          tries += 1;
          return { outcome: 'conflict' };
        },
      };
      const error = await expectRefusal(
        restate({ ...world, store: { ...world.store, ledgers } }, 'x'),
        'conflict',
      );
      expect(error.detail).to.match(/Nothing was recorded/);
      expect(tries).to.equal(8);
      await assertIntact(world, 1);
    }));

  it('refuses in one go what breaks after it, and goes on with the next', () =>
    withWorld(before(OPENED, 'lock-need'), async (world) => {
      const outcomes = await Promise.allSettled([
        world.act('lead', 'record-amount', { amountPence: 1 }),
        world.act('lead', 'lock-need'),
        world.act('lead', 'record-amount', { amountPence: 2 }),
      ]);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled', 'fulfilled']);
    }));
});
