import { shownOrNull } from '../exact/decimal.ts';
import { rhoOf } from '../values/exponential-curve.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import type { Prepared } from './prepare-case.ts';

/**
 * The constant of each exponential value function, so that anybody can draw the same curve. By criterion; null, with the
 * reason, where the score worth 50 is exactly half-way and the curve is a straight line.
 */
export const valueCurvesOf = (
  prepared: Prepared,
): { readonly rho: Readonly<Record<string, number | null>>; readonly notes: readonly Note[] } => {
  const rho = prepared.tree.leaves.flatMap(({ id, scored }): [string, number | null][] =>
    scored?.valueFunction?.kind === 'exponential' ? [[id, shownOrNull(rhoOf(scored.valueFunction))]] : [],
  );
  const notes = rho.flatMap(([id, found]) =>
    found === null
      ? [
          {
            path: `/rho/${id}`,
            reason: 'The score worth 50 is exactly half-way: the value is the straight line.',
          },
        ]
      : [],
  );
  return { rho: Object.fromEntries(rho), notes };
};
