import { DomainError } from '../core/errors.ts';
import { findCommand } from '../core/decision/registry.ts';
import type { Account } from './account.ts';
import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';
import { startDecision } from './start-decision.ts';

export type QuickStart = {
  readonly title: string;
  readonly leadName: string;
  readonly leadJob: string;
  readonly need: { readonly problem: string; readonly affected: string; readonly measure: string };
  /** Null when no money has to be spent by a day. */
  readonly spendBy: string | null;
  readonly example?: boolean;
  readonly fromIdea?: string;
  readonly requestKey: string;
};

/**
 * Starts a quick record with its need, and the day by which money must be spent where there is one. All of it is checked
 * before anything is written, so a fault leaves no half of a record behind.
 */
export const startQuickRecord = async (
  ports: ActPorts,
  account: Account,
  request: QuickStart,
): Promise<{ readonly decision: string }> => {
  const { title, leadName, leadJob, need, spendBy, requestKey } = request;
  const money = spendBy === null ? null : { offered: true, spendBy };
  const started = { title, purpose: 'appraisal' as const, leadName, leadJob };
  const faults = [
    ...checkInput(ports, 'start-decision', started),
    ...checkInput(ports, 'state-need', need),
    ...(money ? checkInput(ports, 'offer-money', money) : []),
  ];
  if (faults.length > 0) {
    throw new DomainError('invalid-input', 'Some of what was sent cannot be used as it stands.', {}, faults);
  }
  const { decision, participant } = await startDecision(ports, account, {
    ...{ ...started, door: 'quick', requestKey },
    ...(request.example ? { example: true } : {}),
    ...(request.fromIdea ? { fromIdea: request.fromIdea } : {}),
  });
  const actor = { kind: 'participant', participant } as const;
  if (money) await performAct(ports, { decision, command: 'offer-money', input: money, actor, requestKey });
  await performAct(ports, { decision, command: 'state-need', input: need, actor, requestKey });
  return { decision };
};

const checkInput = ({ schemas }: ActPorts, command: string, input: unknown) =>
  schemas.checkAgainst(findCommand(command)?.input ?? {}, input);
