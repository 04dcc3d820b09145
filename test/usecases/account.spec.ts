import { expect } from 'chai';
import { ensureAccount, findAccountByEmail, loadAccounts, saveAccount } from '../../src/usecases/account.ts';
import { createApiToken, loadAccountByToken } from '../../src/usecases/api-token.ts';
import { loadSessionSecret } from '../../src/usecases/session-secret.ts';
import { startDecision } from '../../src/usecases/start-decision.ts';
import { listDecisions } from '../../src/usecases/list-decisions.ts';
import { readDecision } from '../../src/usecases/read-decision.ts';
import { accountOf, withWorld } from '../support/act-world.ts';
import { APPROVED, OPENED } from '../support/decision-states.ts';
import { upTo } from '../support/given-when-then.ts';
import { DECISION } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

describe('accounts', () => {
  it('are one for an address, however it is written, and gather roles', () =>
    withWorld([], async (world) => {
      const first = await ensureAccount(world, { email: 'Pia@Example.org ', name: 'Pia' });
      const again = await ensureAccount(world, { email: 'pia@example.org', name: 'Somebody', role: 'lead' });
      expect(again).to.deep.include({ id: first.id, name: 'Pia', roles: ['lead'] });
      expect(await loadAccounts(world)).to.have.lengthOf(1);
      for (const email of ['pia', 'a b@example.org', '<x>@example.org', 'x@', `x@${'y'.repeat(200)}`])
        await expectRefusal(ensureAccount(world, { email, name: 'x' }), 'invalid-input');
    }));

  it('move to a new address and refuse one that is taken', () =>
    withWorld([], async (world) => {
      const pia = await accountOf(world, 'pia');
      await accountOf(world, 'paul');
      await saveAccount(world, { ...pia, email: 'novak@example.org' });
      expect(await findAccountByEmail(world, 'pia@example.org')).to.equal(undefined);
      expect((await findAccountByEmail(world, 'NOVAK@example.org'))?.id).to.equal(pia.id);
      await expectRefusal(saveAccount(world, { ...pia, email: 'paul@example.org' }), 'already-done');
    }));
});

describe('an API token', () => {
  it('stands for its account until that is switched off, and is held only as a digest', () =>
    withWorld([], async (world) => {
      const { token, account } = await createApiToken(world, { email: 'bot@example.org', role: 'lead' });
      expect(token).to.match(/^cw_[0-9a-f]{64}$/);
      expect((await loadAccountByToken(world, token))?.id).to.equal(account.id);
      expect(await loadAccountByToken(world, `${token.slice(0, -1)}x`)).to.equal(undefined);
      expect(await world.place.dump()).not.to.include(token);
      await saveAccount(world, { ...account, disabled: true });
      expect(await loadAccountByToken(world, token)).to.equal(undefined);
    }));
});

describe('the secret that signs sessions', () => {
  it('is made once for all processes on a store', () =>
    withWorld([], async (world) => {
      const other = await world.beside();
      const made = await Promise.all([world, other, world, other].map((ports) => loadSessionSecret(ports)));
      expect(new Set(made).size).to.equal(1);
      expect(made[0]).to.have.length.greaterThan(40);
      await other.close();
    }));
});

describe('starting a decision', () => {
  const request = {
    title: 'Notes',
    purpose: 'award',
    leadJob: 'Manager',
    requestKey: 'a-key-of-mine',
  } as const;

  it('finds for a repeated request the decision it started', () =>
    withWorld([], async (world) => {
      const lead = await accountOf(world, 'lead');
      const first = await startDecision(world, lead, request);
      expect(await startDecision(world, lead, request)).to.deep.equal(first);
      expect(await startDecision(world, lead, { ...request, requestKey: 'another-key' })).not.to.deep.equal(
        first,
      );
      expect(await listDecisions(world, lead)).to.have.lengthOf(2);
      expect((await readDecision(world, lead, first.decision)).viewer.roles).to.deep.equal(['lead']);
    }));

  it('starts one when the same request comes several times at once, here and beside', () =>
    withWorld([], async (world) => {
      const lead = await accountOf(world, 'lead');
      const other = await world.beside();
      const started = await Promise.all(
        [world, other, world].map((ports) => startDecision(ports, lead, request)),
      );
      expect(new Set(started.map(({ decision, participant }) => decision + participant)).size).to.equal(1);
      expect(await world.store.ledgers.loadHeads()).to.have.lengthOf(1);
      await other.close();
    }));

  it('gives two leads with the same key a decision each', () =>
    withWorld([], async (world) => {
      const one = await startDecision(world, await accountOf(world, 'lead'), request);
      const ben = await ensureAccount(world, { email: 'ben@example.org', name: 'Ben', role: 'lead' });
      expect((await startDecision(world, ben, request)).decision).not.to.equal(one.decision);
    }));

  it('takes the lead role', () =>
    withWorld([], async (world) => {
      await expectRefusal(startDecision(world, await accountOf(world, 'pia'), request), 'not-allowed');
      expect(await world.store.ledgers.loadHeads()).to.deep.equal([]);
    }));
});

describe('the decisions of an account', () => {
  it('are those it is on, with what waits for it', () =>
    withWorld(OPENED, async (world) => {
      const [found] = await listDecisions(world, await accountOf(world, 'pia'));
      expect(found).to.deep.include({ decision: DECISION, status: 'Marking', roles: ['panel'] });
      expect(found?.waiting.map(({ slug }) => slug)).to.deep.equal(['gates', 'marks']);
      expect(await listDecisions(world, await accountOf(world, 'stranger'))).to.deep.equal([]);
    }));

  it('say in words where each stands', async () => {
    const commands = [
      ['start-decision', 'Started'],
      ['lock-need', 'Need locked'],
      ['lock-rubric', 'Rubric locked'],
      ['seal-quality', 'Quality sealed'],
      ['record-decision', 'With the approver'],
      ['approve-decision', 'Decided'],
    ] as const;
    for (const [command, status] of commands) {
      await withWorld(upTo(APPROVED, command), async (world) => {
        expect((await listDecisions(world, await accountOf(world, 'lead')))[0]?.status).to.equal(status);
      });
    }
  });

  it('are closed to somebody who left, in the words for a decision that is not there', () =>
    withWorld(OPENED, async (world) => {
      const pia = await accountOf(world, 'pia');
      await readDecision(world, pia, DECISION);
      await world.act('lead', 'remove-person', { person: 'pia', reason: 'Moved.' });
      const left = await expectRefusal(readDecision(world, pia, DECISION), 'not-found');
      const unknown = await expectRefusal(readDecision(world, pia, 'f'.repeat(32)), 'not-found');
      const stranger = await expectRefusal(
        readDecision(world, await accountOf(world, 'stranger'), DECISION),
        'not-found',
      );
      expect(new Set([left, unknown, stranger].map(({ detail }) => detail)).size).to.equal(1);
      expect(await listDecisions(world, pia)).to.deep.equal([]);
    }));
});
