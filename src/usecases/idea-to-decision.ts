import { DomainError } from '../core/errors.ts';
import type { Door } from '../core/decision/model/door.ts';
import type { OptionKind } from '../core/scoring/case.ts';
import { digestText } from '../ledger/digest.ts';
import type { Account } from './account.ts';
import { performAct } from './perform-act.ts';
import type { ActPorts } from './perform-act.ts';
import { readDecision } from './read-decision.ts';
import { mayAnswerIdea, readIdea } from './read-idea.ts';
import type { IdeaView } from './read-idea.ts';
import { startDecision } from './start-decision.ts';

/**
 * An idea becomes a decision, or an option of one. Two ledgers take an act each: first the decision, then the answer of
 * the idea that names it. The keys follow from the idea, so that asking again after a crash between the two finds the
 * decision that was started and only adds the answer.
 */
const keyOf = (idea: string, what: string): string =>
  digestText(`counterweight/from-idea/1\n${what}\n${idea}`).slice(0, 32);

export const ideaToDecision = async (
  ports: ActPorts,
  account: Account,
  idea: string,
  wanted: { readonly door: Exclude<Door, 'idea'>; readonly leadJob: string; readonly reply: string },
): Promise<{ readonly decision: string }> => {
  const view = await readIdea(ports, account, idea);
  const who = assertMayAnswer(view);
  const requestKey = keyOf(idea, `decision ${view.state.idea?.reopened.length ?? 0}`);
  const { decision } = await startDecision(ports, account, {
    ...{ title: view.state.title ?? 'From an idea', purpose: 'appraisal', requestKey },
    ...{ door: wanted.door, fromIdea: idea, leadName: account.name, leadJob: wanted.leadJob },
    example: view.state.example,
  });
  await answer(ports, idea, who, requestKey, 'became-decision', wanted.reply, decision);
  return { decision };
};

export const ideaToOption = async (
  ports: ActPorts,
  account: Account,
  idea: string,
  wanted: { readonly decision: string; readonly kind: OptionKind; readonly reply: string },
): Promise<{ readonly decision: string }> => {
  const view = await readIdea(ports, account, idea);
  const who = assertMayAnswer(view);
  const into = await readDecision(ports, account, wanted.decision);
  const { idea: stated, title } = view.state;
  const requestKey = keyOf(idea, `option ${view.state.idea?.reopened.length ?? 0}`);
  await performAct(ports, {
    ...{ decision: wanted.decision, command: 'add-option', requestKey },
    actor: { kind: 'participant', participant: into.viewer.id },
    input: {
      ...{ kind: wanted.kind, title: title ?? 'From an idea' },
      summary: [stated?.couldBeDone, stated?.smallestStep].filter(Boolean).join('\n') || 'From an idea.',
    },
  });
  await answer(ports, idea, who, requestKey, 'became-option', wanted.reply, wanted.decision);
  return { decision: wanted.decision };
};

const answer = async (
  ports: ActPorts,
  idea: string,
  participant: string,
  requestKey: string,
  fate: 'became-decision' | 'became-option',
  reply: string,
  target: string,
): Promise<void> => {
  await performAct(ports, {
    ...{ decision: idea, command: 'answer-idea', requestKey, input: { fate, reply, target } },
    actor: { kind: 'participant', participant },
  });
};

/** Before anything is recorded. An idea that this very request answered before may pass: its acts are repeats. */
const assertMayAnswer = (view: IdeaView): string => {
  const { viewer, state } = view;
  if (!viewer || !mayAnswerIdea(view))
    throw new DomainError(
      'not-allowed',
      'Only its author or the person asked can say what comes of an idea.',
    );
  if (!state.idea) throw new DomainError('too-early', 'The idea is not stated yet. State it first.');
  const fate = state.idea.answer?.fate;
  if (fate !== undefined && fate !== 'became-decision' && fate !== 'became-option')
    throw new DomainError('too-late', 'This idea has its answer. Take it up again first, with a reason.');
  return viewer.id;
};
