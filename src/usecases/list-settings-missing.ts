import type { Account } from './account.ts';
import { loadOrganisation } from './organisation.ts';
import type { Clock, Mailer, Store } from './ports.ts';

/** What an administrator has not set yet, and what does not work until then. None of it has a default. */
export type SettingMissing = 'own-email' | 'organisation-name' | 'quick-limit' | 'mail-server' | 'address';

type SettingsPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly mailer: Pick<Mailer, 'canSend'>;
  readonly reachable: boolean;
};

export const listSettingsMissing = async (
  ports: SettingsPorts,
  account: Account,
): Promise<readonly SettingMissing[]> => {
  if (!account.roles.includes('administrator')) return [];
  const { name, quickLimitPence } = await loadOrganisation(ports);
  return [
    ...(account.email === '' ? (['own-email'] as const) : []),
    ...(name === '' ? (['organisation-name'] as const) : []),
    ...(quickLimitPence === null ? (['quick-limit'] as const) : []),
    ...(ports.mailer.canSend ? [] : (['mail-server'] as const)),
    ...(ports.reachable ? [] : (['address'] as const)),
  ];
};
