import { decayingExponential } from './decaying-exponential.ts';

/**
 * Preference functions (PROMETHEE). The question: when one option is ahead of another by d on a criterion, how strongly
 * is it preferred, from 0 (not at all) to 1 (wholly)?
 *
 *   usual     any lead is a whole preference
 *   u-shape   a lead up to q is none, beyond q whole
 *   v-shape   grows in a straight line, whole at p
 *   level     none up to q, a half up to p, whole beyond
 *   linear    none up to q, then in a straight line, whole at p
 *   gaussian  1 - e^(-d^2 / 2 s^2)
 *
 * Source: Brans and Vincke 1985, Management Science 31:647-656. A lead of nought or less is never a preference.
 * Example: a lead of 15 with q 10 and p 30 is 1, 1, 0.5, 0.5, 0.25 in this order; with s 15 the gaussian is 0.393469.
 */
export type Preference =
  | { readonly function: 'usual' }
  | { readonly function: 'u-shape'; readonly q: number }
  | { readonly function: 'v-shape'; readonly p: number }
  | { readonly function: 'level'; readonly q: number; readonly p: number }
  | { readonly function: 'linear'; readonly q: number; readonly p: number }
  | { readonly function: 'gaussian'; readonly s: number };

/** What is wrong with the thresholds, in a sentence; null when nothing is. */
export const checkPreference = (preference: Preference): string | null => {
  switch (preference.function) {
    case 'usual':
      return null;
    case 'u-shape':
      return preference.q >= 0 ? null : "'q' must be 0 or more.";
    case 'v-shape':
      return preference.p > 0 ? null : "'p' must be above 0.";
    case 'level':
    case 'linear':
      return preference.q >= 0 && preference.p > preference.q
        ? null
        : "'q' must be 0 or more, and 'p' above 'q'.";
    case 'gaussian':
      return preference.s > 0 ? null : "'s' must be above 0.";
  }
};

export const preferenceOf = (preference: Preference, lead: number): number => {
  if (Number.isNaN(lead)) throw new RangeError('The lead of one option over another is not a number.');
  if (!(lead > 0)) return 0;
  const wrong = checkPreference(preference);
  if (wrong !== null) throw new RangeError(`A preference function cannot be used: ${wrong}`);
  switch (preference.function) {
    case 'usual':
      return 1;
    case 'u-shape':
      return lead > preference.q ? 1 : 0;
    case 'v-shape':
      return Math.min(1, lead / preference.p);
    case 'level':
      return lead > preference.p ? 1 : lead > preference.q ? 0.5 : 0;
    case 'linear':
      return Math.min(1, Math.max(0, (lead - preference.q) / (preference.p - preference.q)));
    case 'gaussian': {
      const spread = lead / preference.s;
      return 1 - decayingExponential((spread * spread) / 2);
    }
  }
};
