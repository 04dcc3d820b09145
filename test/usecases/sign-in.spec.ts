import { expect } from 'chai';
import { ensureAccount, hasAdministrator, loadAccounts, saveAccount } from '../../src/usecases/account.ts';
import { issueFirstAdministratorLink, issueSignIn, spendSignIn } from '../../src/usecases/sign-in.ts';
import { accountOf, withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { expectRefusal } from '../support/refusal.ts';

const NOT_VALID = /works once and for ten minutes/;
const refusedAs = async (
  world: ActWorld,
  secret: string,
  browser: string | null,
  says: RegExp,
): Promise<void> => {
  expect((await expectRefusal(spendSignIn(world, secret, browser), 'link-not-valid')).detail).to.match(says);
};

describe('a sign-in link', () => {
  it('signs in once, and its code with it', () =>
    withWorld([], async (world) => {
      const account = await accountOf(world, 'pia');
      const { token, code } = await issueSignIn(world, account, null);
      expect((await spendSignIn(world, token, null)).id).to.equal(account.id);
      await refusedAs(world, token, null, NOT_VALID);
      await refusedAs(world, code, null, NOT_VALID);
    }));

  it('lets exactly one of several openers in, whichever of link and code they hold', () =>
    withWorld([], async (world) => {
      const { token, code } = await issueSignIn(world, await accountOf(world, 'pia'), null);
      const other = await world.beside();
      const tries = [token, code, token, code].map((secret, index) =>
        spendSignIn(index % 2 ? other : world, secret, null),
      );
      const outcomes = await Promise.allSettled(tries);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.lengthOf(1);
      await other.close();
    }));

  it('is over after ten minutes', () =>
    withWorld([], async (world) => {
      const account = await accountOf(world, 'pia');
      const kept = await issueSignIn(world, account, null);
      const lost = await issueSignIn(world, account, null);
      world.clock.advanceMinutes(9);
      await spendSignIn(world, kept.token, null);
      world.clock.advanceMinutes(2);
      await refusedAs(world, lost.token, null, NOT_VALID);
      await refusedAs(world, lost.code, null, NOT_VALID);
    }));

  it('works only in the browser that asked, where its code works in any', () =>
    withWorld([], async (world) => {
      const account = await accountOf(world, 'pia');
      const { token, code } = await issueSignIn(world, account, 'browser-secret');
      for (const browser of [null, 'another'])
        await refusedAs(world, token, browser, /browser you asked from/);
      expect((await spendSignIn(world, token, 'browser-secret')).id).to.equal(account.id);
      const second = await issueSignIn(world, account, 'browser-secret');
      expect((await spendSignIn(world, second.code, null)).id).to.equal(account.id);
      await refusedAs(world, code, null, NOT_VALID);
    }));

  it('is read however it is typed, and an unknown one is refused in the same words', () =>
    withWorld([], async (world) => {
      const account = await accountOf(world, 'pia');
      const { code } = await issueSignIn(world, account, null);
      const typed = `${code.slice(0, 5)} - ${code.slice(5)}`
        .toLowerCase()
        .replace(/0/g, 'o')
        .replace(/1/g, 'l');
      expect((await spendSignIn(world, typed, null)).id).to.equal(account.id);
      for (const secret of ['', 'ABCDE', 'x'.repeat(500)]) await refusedAs(world, secret, null, NOT_VALID);
    }));

  it('is worth nothing once the account is switched off', () =>
    withWorld([], async (world) => {
      const account = await accountOf(world, 'pia');
      const { token } = await issueSignIn(world, account, null);
      await saveAccount(world, { ...account, disabled: true });
      await refusedAs(world, token, null, NOT_VALID);
      expect(() => issueSignIn(world, { ...account, disabled: true }, null)).to.throw(/switched off/);
    }));

  it('is held by the store only as a digest', () =>
    withWorld([], async (world) => {
      const { token, code } = await issueSignIn(world, await accountOf(world, 'pia'), 'browser-secret');
      const held = await world.place.dump();
      expect(held).to.include('pia@example.org');
      for (const secret of [token, code, 'browser-secret']) expect(held).not.to.include(secret);
    }));
});

describe('the link of the first administrator', () => {
  const details = { name: ' Ada Byron ', email: ' Ada@Example.ORG ' };

  it('makes its opener administrator, once', () =>
    withWorld([], async (world) => {
      expect(await hasAdministrator(world)).to.equal(false);
      const { token, code } = await issueFirstAdministratorLink(world);
      const account = await spendSignIn(world, token, null, details);
      expect(account).to.deep.include({
        name: 'Ada Byron',
        email: 'ada@example.org',
        roles: ['administrator', 'lead'],
      });
      expect(await hasAdministrator(world)).to.equal(true);
      await refusedAs(world, token, null, NOT_VALID);
      await refusedAs(world, code, null, NOT_VALID);
      expect(await loadAccounts(world)).to.have.lengthOf(1);
    }));

  it('makes one administrator of two who open it at once', () =>
    withWorld([], async (world) => {
      const { token, code } = await issueFirstAdministratorLink(world);
      const outcomes = await Promise.allSettled([token, code].map((one) => spendSignIn(world, one, null)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.lengthOf(1);
      expect(await loadAccounts(world)).to.have.lengthOf(1);
    }));

  it('is void when a later start has printed another', () =>
    withWorld([], async (world) => {
      const first = await issueFirstAdministratorLink(world);
      const second = await issueFirstAdministratorLink(world);
      for (const secret of [first.token, first.code]) await refusedAs(world, secret, null, NOT_VALID);
      await spendSignIn(world, second.code, null);
    }));

  it('is void once somebody administers the service by another way', () =>
    withWorld([], async (world) => {
      const { token } = await issueFirstAdministratorLink(world);
      await ensureAccount(world, { email: 'ops@example.org', name: 'Ops', role: 'administrator' });
      await refusedAs(world, token, null, NOT_VALID);
    }));

  it('is not spent on an address that another account uses', () =>
    withWorld([], async (world) => {
      await ensureAccount(world, { email: 'ada@example.org', name: 'Ada', role: 'lead' });
      const { token } = await issueFirstAdministratorLink(world);
      await expectRefusal(spendSignIn(world, token, null, details), 'already-done');
      expect((await spendSignIn(world, token, null, { name: 'Ada', email: '' })).roles).to.include(
        'administrator',
      );
    }));
});
