import { DomainError } from '../errors.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import { analyse } from './analyse.ts';
import type { Case } from './case.ts';
import { createScorer, firstOf } from './create-scorer.ts';
import { listNotes } from './list-notes.ts';
import { assertSound, prepareCase } from './prepare-case.ts';
import type { Result } from './result.ts';
import { showOptions } from './show-options.ts';

/**
 * The analysis of a case: who is first, by how much, on what, and how sure that is. A function of the case alone.
 *
 * A piece that is missing (a score, a gate answer, a price of an option still in the running) stops the evaluation with
 * one fault for each; with `partial` what can be worked out is, and the pieces are listed under `incomplete`.
 */
export const evaluateCase = (given: Case, options: { readonly partial: boolean }): Result => {
  const prepared = prepareCase(given);
  const scorer = createScorer(prepared);
  const standing = scorer.stand();
  assertSound(standing.faults);
  if (!options.partial && standing.missing.length > 0) {
    const pieces = standing.missing.length === 1 ? 'one piece' : `${standing.missing.length} pieces`;
    throw new DomainError(
      'invalid-case',
      `This case cannot be evaluated yet: ${pieces} of it ${standing.missing.length === 1 ? 'is' : 'are'} missing.`,
      {},
      standing.missing.map(({ path, what }) => ({ path, message: what })),
    );
  }
  const { notes, ...analysis } = analyse(prepared, standing, scorer);
  const first = firstOf(standing);
  return {
    format: 'counterweight-result/1',
    purpose: prepared.purpose,
    winner: first.length === 1 ? (first[0] ?? null) : null,
    tied: first.length > 1 ? first : [],
    options: showOptions(prepared, standing.options, scorer.grid),
    ...analysis,
    notes: [...listNotes(prepared, standing), ...notes, ...NOT_COMPUTED],
    incomplete: standing.missing,
  };
};

/** Parts of the analysis that this version leaves out, by name, so that nobody takes their absence for a result. */
const NOT_COMPUTED: readonly Note[] = [
  '/robustness/draws',
  '/robustness/seed',
  '/robustness/halfWidth95',
  '/robustness/rankAcceptability',
  '/robustness/centralWeights',
  '/robustness/confidence',
  '/robustness/pairwise',
  '/agreement',
  '/checks',
].map((path) => ({ path, reason: 'Not computed by this version.' }));
