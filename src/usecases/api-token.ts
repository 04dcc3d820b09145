import { digestText } from '../ledger/digest.ts';
import type { Account, AccountPorts, AccountRole } from './account.ts';
import { ensureAccount, loadAccount } from './account.ts';
import { newApiToken } from './secrets.ts';

/** Makes a token for the account with this email (made if there is none). Shown once; only its digest is kept. */
export const createApiToken = async (
  ports: AccountPorts,
  wanted: { readonly email: string; readonly role: AccountRole },
): Promise<{ readonly token: string; readonly account: Account }> => {
  const account = await ensureAccount(ports, { email: wanted.email, name: wanted.email, role: wanted.role });
  const token = newApiToken(ports.random);
  await ports.store.records.overwrite({
    kind: 'token',
    id: digestText(token),
    owner: account.id,
    expiresAt: null,
    value: { account: account.id, createdAt: ports.clock.nowIso() },
  });
  return { token, account };
};

/** Who holds this token; undefined for an unknown token or an account that is switched off. */
export const loadAccountByToken = async (
  ports: AccountPorts,
  token: string,
): Promise<Account | undefined> => {
  const record = await ports.store.records.get('token', digestText(token), ports.clock.nowIso());
  const account = (record?.value as { account?: string } | undefined)?.account;
  const found = account ? await loadAccount(ports, account) : undefined;
  return found?.disabled ? undefined : found;
};
