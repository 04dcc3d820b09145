import { DomainError } from '../core/errors.ts';
import type { Role } from '../core/decision/model/roles.ts';
import { ROLES } from '../core/decision/model/roles.ts';
import type { Clock, RandomSource, Store } from './ports.ts';
import { newId } from './secrets.ts';

/**
 * An account of the service. `administrator` runs the service and sees no decision by right; `lead` may start
 * decisions. Everything else a person may do follows from being named on a decision.
 */
export const ACCOUNT_ROLES = ['administrator', ...ROLES] as const;
export type AccountRole = 'administrator' | Role;

export type Account = {
  readonly id: string;
  /** Normalised: trimmed, lower case. Empty for the first administrator until it is set. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly disabled: boolean;
};

export type AccountPorts = { readonly store: Store; readonly clock: Clock; readonly random: RandomSource };

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

export const assertEmail = (email: string): string => {
  const clean = normaliseEmail(email);
  if (!/^[^\s@<>"']{1,64}@[^\s@<>"']{1,190}$/.test(clean)) {
    throw new DomainError('invalid-input', 'Give a full email address, such as name@example.org.', {}, [
      { path: '/email', message: 'Give a full email address, such as name@example.org.' },
    ]);
  }
  return clean;
};

export const loadAccount = async (ports: AccountPorts, id: string): Promise<Account | undefined> => {
  const record = await ports.store.records.get('account', id, ports.clock.nowIso());
  return record ? (record.value as unknown as Account) : undefined;
};

export const loadAccounts = async (ports: AccountPorts): Promise<readonly Account[]> =>
  (await ports.store.records.list('account', ports.clock.nowIso())).map(
    (one) => one.value as unknown as Account,
  );

export const findAccountByEmail = async (
  ports: AccountPorts,
  email: string,
): Promise<Account | undefined> => {
  const found = await ports.store.records.listByOwner('account', normaliseEmail(email), ports.clock.nowIso());
  return found[0]?.value as unknown as Account | undefined;
};

export const hasAdministrator = async (ports: AccountPorts): Promise<boolean> =>
  (await loadAccounts(ports)).some((account) => account.roles.includes('administrator') && !account.disabled);

/** Creates or changes an account. The email is unique: it is the owner key that sign-in looks up. */
export const saveAccount = async (ports: AccountPorts, account: Account): Promise<void> => {
  if (account.email !== '') {
    const other = await findAccountByEmail(ports, account.email);
    if (other && other.id !== account.id) {
      throw new DomainError('already-done', 'Another account already uses this email address.');
    }
  }
  await ports.store.records.overwrite({
    kind: 'account',
    id: account.id,
    owner: account.email,
    expiresAt: null,
    value: account,
  });
};

/** The account with this email, made if there is none, holding at least this role. */
export const ensureAccount = async (
  ports: AccountPorts,
  wanted: { readonly email: string; readonly name: string; readonly role?: AccountRole },
): Promise<Account> => {
  const email = assertEmail(wanted.email);
  const found = await findAccountByEmail(ports, email);
  const roles = new Set<AccountRole>(found?.roles ?? []);
  if (wanted.role) roles.add(wanted.role);
  if (found && found.roles.length === roles.size) return found;
  const account: Account = {
    id: found?.id ?? newId(ports.random),
    email,
    name: found?.name ?? wanted.name,
    roles: [...roles],
    disabled: found?.disabled ?? false,
  };
  await saveAccount(ports, account);
  return account;
};
