import { DomainError } from '../core/errors.ts';
import type { IdeaAnswer } from '../core/decision/model/idea-state.ts';
import type { Contribution } from '../core/decision/model/contribution.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { isAnswered, isReplyReleased } from '../core/decision/voice/owed.ts';
import { dayWords } from '../report/numbers.ts';
import type { DecisionLog } from './decision-log.ts';
import { loadIdeaTarget } from './idea-target.ts';
import type { Clock, Store } from './ports.ts';
import { codeDigest } from './secrets.ts';

export type Receipt = {
  readonly title: string;
  readonly kind: Contribution['kind'];
  readonly text: string | null;
  readonly textErased: boolean;
  readonly receivedAt: string;
  readonly late: boolean;
  readonly laterOwner: string | null;
  /** Present once it may be read; otherwise `whenReleased` says from when. */
  readonly answer: {
    readonly fate: NonNullable<Contribution['fate']>;
    readonly reply: string;
    readonly at: string;
  } | null;
  readonly whenReleased: string;
  /** About an idea: what came of it, and where it went. */
  readonly idea: { readonly answer: IdeaAnswer | null; readonly target: string | null } | null;
};

const NOT_VALID =
  'There is no receipt with this code. Check it letter by letter; without the code nobody can find what you said for you.';

/** What I said, and what came of it. A wrong code and an unknown code give the same answer. */
export const readReceipt = async (
  ports: { readonly store: Store; readonly log: DecisionLog; readonly clock: Clock },
  code: string,
): Promise<Receipt> => {
  const digest = codeDigest(code);
  const record = await ports.store.records.get('receipt', digest, ports.clock.nowIso());
  const decision = (record?.value as { decision?: string } | undefined)?.decision;
  const loaded = decision ? await ports.log.load(decision) : undefined;
  const entry = loaded?.entries.find((one) => one.openings['receipt']?.value === digest);
  const contribution = Object.values(loaded?.state.contributions ?? {}).find(
    (one) => one.seq === entry?.entry.seq,
  );
  if (!loaded || !contribution) throw new DomainError('link-not-valid', NOT_VALID);
  const target = await loadIdeaTarget(ports, null, loaded.state);
  return buildReceipt(loaded.state, contribution, target?.words ?? null);
};

const buildReceipt = (state: DecisionState, one: Contribution, target: string | null): Receipt => {
  const released = isReplyReleased(state, one);
  return {
    title: state.title ?? 'A decision',
    kind: one.kind,
    text: one.text,
    textErased: one.textErased,
    receivedAt: one.receivedAt,
    late: one.late,
    laterOwner: state.listening?.laterOwner ?? null,
    answer:
      released && one.fate ? { fate: one.fate, reply: one.reply ?? '', at: one.answeredAt ?? '' } : null,
    whenReleased: whenReleased(state, one),
    idea: state.door === 'idea' ? { answer: state.idea?.answer ?? null, target } : null,
  };
};

/** In words, from when a reply can be read. Says nothing about whether an unreleased reply exists. */
export const whenReleased = (state: DecisionState, one: Contribution): string => {
  if (state.idea && !isAnswered(one))
    return `An answer to this idea is asked for by ${dayWords(state.idea.answerBy)}. Your receipt code will show it here.`;
  if (one.stage === 'before-lock') {
    return isAnswered(one)
      ? 'The reply is below.'
      : `A reply is owed to you before the decision is made, because you spoke by the cut-off of ${state.listening?.cutOff ?? ''}.`;
  }
  const decideBy = state.outcome?.decideBy;
  const when = decideBy ? `; a decision is asked for by ${decideBy}` : '';
  return state.purpose === 'award'
    ? `You spoke after bids were invited, so the reply is shown when bidders are told the outcome${when}.`
    : `You spoke after the rubric was locked, so the reply is shown when the decision is final${when}.`;
};
