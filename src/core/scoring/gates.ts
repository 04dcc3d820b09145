import type { GateCriterion } from '../rubric/rubric.ts';
import type { GateAnswer } from './case.ts';

/**
 * Gates are passed or not, never points. The question: may this option be looked at any further?
 *
 * Only the answer `false` puts an option out. `later` passes as a condition of award; `notApplicable` passes with a
 * reason. A gate with `appliesWhen` is asked only when the gate it names was answered in one of the listed ways; else
 * it is skipped, an answer to it counts for nothing, and it reads as not applicable to gates further down.
 */
export type GateVerdict = {
  readonly failed: readonly GateCriterion[];
  readonly missing: readonly GateCriterion[];
  /** Conditions of award. */
  readonly later: readonly { readonly gate: GateCriterion; readonly by: string; readonly owner: string }[];
};

type Standing = 'met' | 'notMet' | 'notApplicable' | 'later';

const standingOf = (answer: GateAnswer): Standing =>
  answer.met === true ? 'met' : answer.met === false ? 'notMet' : answer.met;

export const judgeGates = (
  gates: readonly GateCriterion[],
  answers: Readonly<Record<string, GateAnswer>>,
): GateVerdict => {
  const known = new Map<string, Standing>();
  const failed: GateCriterion[] = [];
  const missing: GateCriterion[] = [];
  const later: { gate: GateCriterion; by: string; owner: string }[] = [];
  for (const gate of gates) {
    const when = gate.appliesWhen;
    const named = when ? known.get(when.gate) : undefined;
    if (when && !(named && when.answer.includes(named))) {
      if (named) known.set(gate.id, 'notApplicable');
      continue;
    }
    const answer = Object.hasOwn(answers, gate.id) ? answers[gate.id] : undefined;
    if (!answer) {
      missing.push(gate);
      continue;
    }
    const standing = standingOf(answer);
    known.set(gate.id, standing);
    if (standing === 'notMet') failed.push(gate);
    if (standing === 'later') later.push({ gate, by: answer.by ?? '', owner: answer.owner ?? '' });
  }
  return { failed, missing, later };
};
