import type { Role } from '../core/decision/model/roles.ts';
import type { DecisionView } from './read-decision.ts';
import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';
import { assertEmail, ensureAccount, findAccountByEmail } from './account.ts';
import type { NewInvitation } from './invitation.ts';
import { createInvitation, loadInvitation } from './invitation.ts';
import type { Invitation } from './invitation.ts';
import { linkParticipant } from './participant.ts';
import { loadParticipantId } from './read-decision.ts';
import { newId } from './secrets.ts';
import { DomainError } from '../core/errors.ts';
import { hasRole } from '../core/decision/model/guards.ts';

export type InviteRequest = {
  readonly name: string;
  readonly job: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly requestKey: string;
};

/** Names a person on the decision and makes the personal link that signs them in. */
export const invitePerson = async (
  ports: ActPorts,
  view: DecisionView,
  request: InviteRequest,
): Promise<NewInvitation & { readonly participant: string }> => {
  const decision = view.state.id;
  const before = await findAccountByEmail(ports, assertEmail(request.email));
  const known = before ? await loadParticipantId(ports, before.id, decision) : undefined;
  const participant = known ?? newId(ports.random);
  const { facts } = await performAct(ports, {
    decision,
    command: 'name-person',
    actor: { kind: 'participant', participant: view.viewer.id },
    requestKey: request.requestKey,
    input: { person: participant, roles: request.roles, name: request.name, job: request.job },
  });
  const named = String(facts['person']);
  // Only now: a refused invitation leaves no account behind.
  const account = await ensureAccount(ports, { email: request.email, name: request.name });
  await linkParticipant(ports, { account: account.id, decision, participant: named });
  const made = await createInvitation(ports, {
    decision,
    kind: 'person',
    participant: named,
    account: account.id,
    label: request.name,
  });
  return { ...made, participant: named };
};

/** A fresh link for somebody already named: the old ones are cancelled by the lead if need be. */
export const inviteAgain = async (
  ports: ActPorts,
  view: DecisionView,
  participant: string,
): Promise<NewInvitation> => {
  const person = view.state.people[participant];
  const record = await ports.store.records.get('participant', `of/${participant}`, ports.clock.nowIso());
  const account = (record?.value as { account?: string } | undefined)?.account;
  if (!hasRole(view.viewer, 'lead')) throw new DomainError('not-allowed', 'Only the lead can invite people.');
  if (!person || person.left || !account)
    throw new DomainError('not-found', 'There is no such person on this decision.');
  return createInvitation(ports, {
    decision: view.state.id,
    kind: 'person',
    participant,
    account,
    label: person.name ?? '',
  });
};

/**
 * The account that a personal invitation signs in, as long as it stands: a panel member's until marking closes,
 * anybody else's until the decision is answered.
 */
export const acceptInvitation = async (
  ports: ActPorts,
  secret: string,
): Promise<Invitation & { readonly account: string }> => {
  const invitation = await loadInvitation(ports, secret);
  const state = (await ports.log.load(invitation.decision))?.state;
  const person = invitation.participant ? state?.people[invitation.participant] : undefined;
  const status = state?.outcome?.status;
  const marks = person?.roles.every((role) => role === 'panel' || role === 'frontline') ?? false;
  const over =
    !state ||
    !person ||
    person.left ||
    status === 'approved' ||
    status === 'declined' ||
    (marks && (state.markingClosed !== undefined || state.qualitySealedAt !== undefined));
  if (invitation.kind !== 'person' || !invitation.account || over) {
    throw new DomainError(
      'link-not-valid',
      'This invitation has ended. Sign in with your email address, or ask the lead for a new link.',
    );
  }
  return { ...invitation, account: invitation.account };
};
