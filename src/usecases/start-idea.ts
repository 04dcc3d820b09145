import { DomainError } from '../core/errors.ts';
import { findCommand } from '../core/decision/registry.ts';
import { digestText } from '../ledger/digest.ts';
import type { Account } from './account.ts';
import { createCampaign, latestPosterDay, loadCampaigns } from './campaign.ts';
import type { Campaign } from './campaign.ts';
import { linkParticipant } from './participant.ts';
import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';

export type IdeaInput = {
  readonly problem: string;
  readonly whoHasIt: string;
  readonly smallestStep: string;
  readonly askedOf: string;
  readonly askedFor: string;
  readonly answerBy: string;
  readonly staffSaid?: string;
  readonly alreadyOwned?: string;
  readonly couldBeDone?: string;
  readonly open?: boolean;
};

export type StartIdeaRequest = {
  readonly title: string;
  readonly authorName: string;
  readonly authorJob: string;
  readonly stated: IdeaInput;
  readonly example?: boolean;
  readonly requestKey: string;
};

/**
 * Starts an idea: anybody with an account may. Three acts (begun, stated, listening to colleagues) with one request key,
 * so that sending again after a crash goes on where it stopped and never makes a second idea.
 */
export const startIdea = async (
  ports: ActPorts,
  account: Account,
  request: StartIdeaRequest,
): Promise<{ readonly idea: string; readonly participant: string }> => {
  assertIdea(ports, request);
  const { requestKey, stated } = request;
  const idea = digestText(`counterweight/idea/1\n${account.id}\n${requestKey}`).slice(0, 32);
  const participant = digestText(`counterweight/lead/1\n${idea}`).slice(0, 32);
  const act = (command: string, input: object) =>
    performAct(ports, {
      ...{ decision: idea, command, input, requestKey },
      actor: { kind: 'participant', participant },
    });
  await act('start-decision', {
    ...{ title: request.title, purpose: 'appraisal', door: 'idea', example: request.example ?? false },
    ...{ leadName: request.authorName, leadJob: request.authorJob },
  });
  await linkParticipant(ports, { account: account.id, decision: idea, participant });
  await act('state-idea', stated);
  await act('open-listening', { cutOff: stated.answerBy, laterOwner: request.authorName });
  await shareIdea(ports, idea, stated.answerBy);
  return { idea, participant };
};

/** The public code by which colleagues without an account add to it; a poster that hangs is left as it is. */
export const shareIdea = async (ports: ActPorts, idea: string, answerBy: string): Promise<Campaign> => {
  const now = ports.clock.nowIso();
  const standing = (await loadCampaigns(ports, idea)).find(
    (one) => !one.cancelled && one.until >= now.slice(0, 10),
  );
  const latest = latestPosterDay(now);
  return standing ?? createCampaign(ports, idea, answerBy < latest ? answerBy : latest);
};

/** Everything is checked before anything is recorded: a refused form leaves no empty idea behind. */
export const assertIdea = (
  ports: Pick<ActPorts, 'schemas' | 'clock'>,
  { title, authorName, authorJob, stated }: Omit<StartIdeaRequest, 'requestKey'>,
): void => {
  const begun = { title, purpose: 'appraisal', door: 'idea', leadName: authorName, leadJob: authorJob };
  const faults = [
    ...ports.schemas.checkAgainst(findCommand('start-decision')?.input ?? {}, begun),
    ...ports.schemas.checkAgainst(findCommand('state-idea')?.input ?? {}, stated),
  ];
  if (faults.length === 0 && stated.answerBy < ports.clock.nowIso().slice(0, 10)) {
    const message = 'The day for the answer has passed. Choose today or a later day.';
    throw new DomainError('invalid-input', message, {}, [{ path: '/answerBy', message }]);
  }
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of what was sent cannot be used as it stands.', {}, faults);
};
