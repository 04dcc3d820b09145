import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import type { Clock, RandomSource, Store } from './ports.ts';
import { codeDigest, newId, newLinkToken, newTypedCode } from './secrets.ts';

/**
 * Invitations by personal link: to take part with a named role, or to be heard without an account. A link can be
 * opened any number of times and spends nothing; what it allows is decided when a button is pressed. The lead can
 * cancel it. Only digests of the link and of its short code are stored.
 */
export type Invitation = {
  readonly id: string;
  readonly decision: string;
  readonly kind: 'person' | 'voice';
  /** For a person: who they are on the decision and which account they sign in as. */
  readonly participant: string | null;
  readonly account: string | null;
  /** For the lead's list: a name or a team. Never shown to the person who opens the link. */
  readonly label: string;
  readonly createdAt: string;
  readonly digests: readonly [string, string];
};

export type InvitationPorts = { readonly store: Store; readonly clock: Clock; readonly random: RandomSource };

export type NewInvitation = {
  readonly invitation: Invitation;
  readonly token: string;
  readonly code: string;
};

export const createInvitation = async (
  ports: InvitationPorts,
  wanted: Pick<Invitation, 'decision' | 'kind' | 'participant' | 'account' | 'label'>,
): Promise<NewInvitation> => {
  const token = newLinkToken(ports.random);
  const code = newTypedCode(ports.random);
  const digests = [codeDigest(token), codeDigest(code)] as const;
  const invitation: Invitation = {
    ...wanted,
    id: newId(ports.random),
    createdAt: ports.clock.nowIso(),
    digests,
  };
  const value = invitation as unknown as Json;
  for (const id of digests) {
    await ports.store.records.overwrite({
      kind: 'invitation',
      id,
      owner: wanted.decision,
      expiresAt: null,
      value,
    });
  }
  return { invitation, token, code };
};

const NOT_VALID =
  'This link or code is not valid. It may have been cancelled or mistyped; ask the person who gave it to you.';

export const loadInvitation = async (
  ports: Pick<InvitationPorts, 'store' | 'clock'>,
  secret: string,
): Promise<Invitation> => {
  const record = await ports.store.records.get('invitation', codeDigest(secret), ports.clock.nowIso());
  if (!record) throw new DomainError('link-not-valid', NOT_VALID);
  return record.value as unknown as Invitation;
};

/** All standing invitations of a decision, oldest first, each once. */
export const loadInvitations = async (
  ports: Pick<InvitationPorts, 'store' | 'clock'>,
  decision: string,
): Promise<readonly Invitation[]> => {
  const records = await ports.store.records.listByOwner('invitation', decision, ports.clock.nowIso());
  const byId = new Map(records.map((one) => one.value as unknown as Invitation).map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0,
  );
};

export const cancelInvitation = async (
  ports: Pick<InvitationPorts, 'store' | 'clock'>,
  decision: string,
  id: string,
): Promise<void> => {
  const found = (await loadInvitations(ports, decision)).find((one) => one.id === id);
  if (!found) throw new DomainError('not-found', 'There is no such invitation.');
  for (const digest of found.digests) await ports.store.records.remove('invitation', digest);
};
