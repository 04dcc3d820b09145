import { DomainError } from '../core/errors.ts';
import type { Account } from './account.ts';
import type { Clock, Store } from './ports.ts';

/** What one deployment knows of the organisation that it serves. An administrator sets it; nothing has a default. */
export type Organisation = {
  /** '' until somebody has typed it. */
  readonly name: string;
  /** The most that may be bought on a quick record over its whole term, in pence; null: no limit is set. */
  readonly quickLimitPence: number | null;
};

type OrganisationPorts = { readonly store: Store; readonly clock: Clock };

const ID = 'organisation';

export const loadOrganisation = async (ports: OrganisationPorts): Promise<Organisation> => {
  const record = await ports.store.records.get('setting', ID, ports.clock.nowIso());
  return (record?.value as unknown as Organisation | undefined) ?? { name: '', quickLimitPence: null };
};

export const saveOrganisation = async (
  ports: OrganisationPorts,
  account: Account,
  organisation: Organisation,
): Promise<void> => {
  if (!account.roles.includes('administrator'))
    throw new DomainError(
      'not-allowed',
      'Only an administrator can change what is set for the organisation.',
    );
  const { name, quickLimitPence } = organisation;
  if (quickLimitPence !== null && !(Number.isSafeInteger(quickLimitPence) && quickLimitPence > 0)) {
    const message = 'Type an amount in pounds above 0, such as 10000, or leave it empty for no limit.';
    throw new DomainError('invalid-input', message, {}, [{ path: '/quickLimit', message }]);
  }
  await ports.store.records.overwrite({
    kind: 'setting',
    id: ID,
    owner: '',
    expiresAt: null,
    value: { name: name.slice(0, 200), quickLimitPence },
  });
};
