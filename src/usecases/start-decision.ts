import { DomainError } from '../core/errors.ts';
import type { Door } from '../core/decision/model/door.ts';
import type { Purpose } from '../core/scoring/case.ts';
import type { Account } from './account.ts';
import { linkParticipant } from './participant.ts';
import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';
import { digestText } from '../ledger/digest.ts';

export type StartRequest = {
  readonly title: string;
  readonly purpose: Purpose;
  readonly leadJob: string;
  readonly leadName?: string;
  readonly example?: boolean;
  readonly door?: Door;
  /** The idea it came from, by its id. */
  readonly fromIdea?: string;
  readonly requestKey: string;
};

/**
 * Starts a decision led by this account. The id follows from the request key, so a repeated request finds the
 * decision it started and makes no second one.
 */
export const startDecision = async (
  ports: ActPorts,
  account: Account,
  request: StartRequest,
): Promise<{ readonly decision: string; readonly participant: string }> => {
  if (!account.roles.includes('lead')) {
    throw new DomainError(
      'not-allowed',
      'Only somebody with the lead role can start a decision. An administrator can give it.',
    );
  }
  const decision = digestText(`counterweight/decision/1\n${account.id}\n${request.requestKey}`).slice(0, 32);
  // As repeatable as the decision: the same request comes from the same actor.
  const participant = digestText(`counterweight/lead/1\n${decision}`).slice(0, 32);
  const { facts } = await performAct(ports, {
    decision,
    command: 'start-decision',
    actor: { kind: 'participant', participant },
    requestKey: request.requestKey,
    input: {
      title: request.title,
      purpose: request.purpose,
      leadName: request.leadName ?? account.name,
      leadJob: request.leadJob,
      example: request.example ?? false,
      ...(request.door ? { door: request.door } : {}),
      ...(request.fromIdea ? { fromIdea: request.fromIdea } : {}),
    },
  });
  const lead = String(facts['lead']);
  await linkParticipant(ports, { account: account.id, decision, participant: lead });
  return { decision, participant: lead };
};
