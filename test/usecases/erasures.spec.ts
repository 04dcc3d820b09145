import { expect } from 'chai';
import { verifyExport, verifyStream } from '../../src/ledger/verify.ts';
import { exportDecision } from '../../src/usecases/export-decision.ts';
import { finishErasures } from '../../src/usecases/finish-erasures.ts';
import { withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { OPENED } from '../support/decision-states.ts';
import { before } from '../support/given-when-then.ts';
import { contributionId, DECISION } from '../support/record-acts.ts';

/** Acts 16 and 17 are the contributions: entries 17 and 18. */
const HEARD = before(OPENED, 'choose-rubric');
const TEXT = 'It must work when the network is down.';
const passOn = (world: ActWorld): Promise<unknown> =>
  world.act('lead', 'answer-contributions', {
    contributions: [contributionId(16)],
    fate: 'passed-on',
    reply: 'Passed on.',
  });
const eraseName = (world: ActWorld): Promise<unknown> =>
  world.act('lead', 'erase-section', { seq: 17, section: 'name', ground: 'request' });
const verdict = async (world: ActWorld) => verifyStream(await world.store.ledgers.load(DECISION, 0));

describe('words passed to another channel', () => {
  it('leave the store, its file included, and the chain verifies with one part erased', () =>
    withWorld(HEARD, async (world) => {
      expect(await world.place.dump()).to.include(TEXT);
      await passOn(world);
      await finishErasures(world, DECISION);
      expect(await world.place.dump()).not.to.include(TEXT);
      expect(await verdict(world)).to.deep.include({ intact: true, erased: 1, withheld: 0 });
      const { state } = await world.viewOf('lead');
      expect(state.contributions[contributionId(16)]).to.include({
        text: null,
        textErased: true,
        fate: 'passed-on',
      });
      expect(state.contributions[contributionId(17)]?.text).to.equal('Let us dictate.');
    }));

  it('are erased once, however often the sweep runs and from whichever process', () =>
    withWorld(HEARD, async (world) => {
      await passOn(world);
      const other = await world.beside();
      await Promise.all([finishErasures(world), finishErasures(other), finishErasures(world, DECISION)]);
      await finishErasures(world);
      const entries = await world.store.ledgers.load(DECISION, 0);
      expect(entries.filter(({ entry }) => entry.act === 'section-erased')).to.have.lengthOf(1);
      expect(await verdict(world)).to.deep.include({ intact: true, erased: 1 });
      await other.close();
    }));

  it('are erased at the next start when a crash came before the record of it', () =>
    withWorld(HEARD, async (world) => {
      await passOn(world);
      const restarted = await world.beside();
      await finishErasures(restarted);
      expect(await world.place.dump()).not.to.include(TEXT);
      expect(await verdict(world)).to.deep.include({ intact: true, erased: 1 });
      await restarted.close();
    }));
});

describe('an erasure that a crash cut between record and deletion', () => {
  it('is finished by the sweep at start', () =>
    withWorld(HEARD, async (world) => {
      await eraseName(world);
      expect(await verdict(world), 'still held, and said so').to.deep.include({ intact: false });
      const restarted = await world.beside();
      await finishErasures(restarted);
      expect(await world.place.dump()).not.to.include('planted-contributor-one');
      expect(await verdict(world)).to.deep.include({ intact: true, erased: 1 });
      await restarted.close();
    }));

  it('shows nobody the words meanwhile, nor lets an export carry them', () =>
    withWorld(HEARD, async (world) => {
      const other = await world.beside();
      await other.log.load(DECISION);
      await eraseName(world);
      for (const ports of [world, other]) {
        const loaded = await ports.log.load(DECISION);
        expect(JSON.stringify(loaded)).not.to.include('planted-contributor-one');
        const text = await exportDecision(ports, DECISION);
        expect(verifyExport(new TextEncoder().encode(text))).to.deep.include({ intact: true, erased: 1 });
      }
      await other.close();
    }));

  it('would be noticed if words that are erased were read again', () =>
    withWorld(HEARD, async (world) => {
      await eraseName(world);
      const raw = await world.store.ledgers.load(DECISION, 0);
      expect(JSON.stringify(raw)).to.include('planted-contributor-one');
      const found = verifyStream(raw);
      expect(!found.intact && found.faults.map(({ code }) => code)).to.deep.equal(['erased-section-present']);
    }));
});
