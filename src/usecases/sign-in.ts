import { DomainError } from '../core/errors.ts';
import { digestText } from '../ledger/digest.ts';
import type { Account, AccountPorts } from './account.ts';
import { findAccountByEmail, hasAdministrator, loadAccount, saveAccount } from './account.ts';
import { codeDigest, newId, newLinkToken, newTypedCode } from './secrets.ts';

/**
 * One-time sign-in secrets. A link works once, for ten minutes, in the browser that asked; its short code works
 * once for the same ten minutes in any browser. Only digests are stored. Opening a link spends nothing: the
 * button on the page does, so a mail scanner cannot burn it.
 */
export const SIGN_IN_MINUTES = 10;

export type SignInSecrets = { readonly token: string; readonly code: string };

type Held = {
  readonly account: string | null;
  readonly browserDigest: string | null;
  readonly primary: string;
  readonly other: string;
};

/** Minutes added to an ISO instant. */
export const addMinutes = (iso: string, minutes: number): string =>
  new Date(Date.parse(iso) + minutes * 60_000).toISOString();

const FIRST = 'first-administrator';

const issue = async (
  ports: AccountPorts,
  account: string | null,
  browserSecret: string | null,
  minutes: number,
): Promise<SignInSecrets> => {
  const secrets = { token: newLinkToken(ports.random), code: newTypedCode(ports.random) };
  const primary = codeDigest(secrets.token);
  const other = codeDigest(secrets.code);
  const expiresAt = addMinutes(ports.clock.nowIso(), minutes);
  const owner = account ?? FIRST;
  const browserDigest = browserSecret === null ? null : digestText(browserSecret);
  const held: Held = { account, browserDigest, primary, other };
  const open: Held = { ...held, browserDigest: null };
  await ports.store.records.overwrite({
    kind: 'sign-in',
    id: primary,
    owner,
    expiresAt,
    value: held,
  });
  await ports.store.records.overwrite({
    kind: 'sign-in',
    id: other,
    owner,
    expiresAt,
    value: open,
  });
  return secrets;
};

/** `browserSecret` binds the link to the browser that asked; null for a link handed over by an administrator or the CLI. */
export const issueSignIn = (
  ports: AccountPorts,
  account: Account,
  browserSecret: string | null,
): Promise<SignInSecrets> => {
  if (account.disabled) throw new DomainError('not-allowed', 'This account is switched off.');
  return issue(ports, account.id, browserSecret, SIGN_IN_MINUTES);
};

/** While nobody administers the service: a fresh link each start, the ones before it void. */
export const issueFirstAdministratorLink = async (ports: AccountPorts): Promise<SignInSecrets> => {
  await ports.store.records.removeByOwner('sign-in', FIRST);
  return issue(ports, null, null, 60 * 24 * 365);
};

const NOT_VALID =
  'This link or code is not valid any more. It works once and for ten minutes; ask for a new one.';

/**
 * Spends a link or code and returns who is signed in. Exactly one of several concurrent callers succeeds.
 * Unknown, expired, spent and foreign secrets all give the same answer.
 */
export const spendSignIn = async (
  ports: AccountPorts,
  secret: string,
  browserSecret: string | null,
  firstAdministrator: { readonly name: string; readonly email: string } = { name: '', email: '' },
): Promise<Account> => {
  const now = ports.clock.nowIso();
  const found = await ports.store.records.get('sign-in', codeDigest(secret), now);
  if (!found) throw new DomainError('link-not-valid', NOT_VALID);
  const held = found.value as unknown as Held;
  if (
    held.browserDigest !== null &&
    (browserSecret === null || digestText(browserSecret) !== held.browserDigest)
  ) {
    throw new DomainError(
      'link-not-valid',
      'Open this link in the browser you asked from, or type the short code here instead.',
    );
  }
  if (held.account === null) await assertFirst(ports, firstAdministrator.email);
  const account =
    held.account === null
      ? newAdministrator(ports, firstAdministrator)
      : await loadAccount(ports, held.account);
  if (!account || account.disabled) throw new DomainError('link-not-valid', NOT_VALID);
  if (!(await ports.store.records.remove('sign-in', held.primary)))
    throw new DomainError('link-not-valid', NOT_VALID);
  await ports.store.records.remove('sign-in', held.other);
  if (held.account === null) await saveAccount(ports, account);
  return account;
};

/** The link in the log of the first start is worth nothing once somebody administers the service. */
const assertFirst = async (ports: AccountPorts, email: string): Promise<void> => {
  if (await hasAdministrator(ports)) throw new DomainError('link-not-valid', NOT_VALID);
  if (email !== '' && (await findAccountByEmail(ports, email))) {
    throw new DomainError('already-done', 'Another account already uses this email address.');
  }
};

const newAdministrator = (
  ports: AccountPorts,
  given: { readonly name: string; readonly email: string },
): Account => ({
  id: newId(ports.random),
  email: given.email.trim().toLowerCase(),
  name: given.name.trim() || 'Administrator',
  roles: ['administrator', 'lead'],
  disabled: false,
});
