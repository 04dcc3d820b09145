import type { Clock, Store } from './ports.ts';

/**
 * Which account is which participant of which decision. The ledger knows participants by a random id and a name;
 * only the people vault joins them to an account and its email.
 */
export type ParticipantLink = {
  readonly account: string;
  readonly decision: string;
  readonly participant: string;
};

type VaultPorts = { readonly store: Store; readonly clock: Clock };

export const linkParticipant = async (ports: VaultPorts, link: ParticipantLink): Promise<void> => {
  const { account, decision, participant } = link;
  const value = { account, decision, participant };
  const records = ports.store.records;
  await records.overwrite({
    kind: 'participant',
    id: `${account}/${decision}`,
    owner: account,
    expiresAt: null,
    value,
  });
  await records.overwrite({
    kind: 'participant',
    id: `of/${participant}`,
    owner: decision,
    expiresAt: null,
    value,
  });
};

export const loadAccountIdOf = async (
  ports: VaultPorts,
  participant: string,
): Promise<string | undefined> => {
  const record = await ports.store.records.get('participant', `of/${participant}`, ports.clock.nowIso());
  return (record?.value as ParticipantLink | undefined)?.account;
};

/** The decisions an account is on, in no particular order. */
export const loadDecisionsOf = async (
  ports: VaultPorts,
  account: string,
): Promise<readonly ParticipantLink[]> =>
  (await ports.store.records.listByOwner('participant', account, ports.clock.nowIso())).map(
    (record) => record.value as unknown as ParticipantLink,
  );
