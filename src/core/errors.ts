/**
 * The one way to refuse. A DomainError stops an act and says why in words a person can act on.
 *
 * `code` is from a closed list, so a front door can map each code to a status and a help sentence and the
 * compiler notices a missing one. `detail` is one plain sentence: what, where, and how to put it right.
 * `evidence` holds the facts behind the refusal (never secrets, never somebody else's marks or prices).
 */
export const ERROR_CODES = [
  'invalid-input',
  'invalid-rubric',
  'invalid-case',
  'not-found',
  'not-allowed',
  'sign-in-needed',
  'too-early',
  'too-late',
  'already-done',
  'reason-needed',
  'interests-needed',
  'need-not-locked',
  'rubric-not-locked',
  'rubric-frozen',
  'not-first-ranked',
  'incomplete',
  'unanswered-contributions',
  'link-not-valid',
  'conflict',
  'too-many-requests',
  'too-large',
  'store-unavailable',
  'store-in-use',
  'store-not-empty',
  'store-too-new',
  'renderer-unavailable',
  'renderer-busy',
  'settings-invalid',
  'ledger-faulty',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** JSON as it may appear in a ledger: no fractions, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One fault at one place: `path` is a JSON pointer ('' for the whole), `message` says what and how to mend it. */
export type Fault = { readonly path: string; readonly message: string };

/** Some loaders load a module twice, by import and by require; what one copy throws, the other must know. */
const MARK = Symbol.for('counterweight/domain-error');

export class DomainError extends Error {
  readonly [MARK] = true;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Every single fault, where there are several (schema errors, missing marks). Empty otherwise. */
  readonly faults: readonly Fault[];

  constructor(
    code: ErrorCode,
    detail: string,
    evidence: Readonly<Record<string, unknown>> = {},
    faults: readonly Fault[] = [],
  ) {
    super(detail);
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
    this.evidence = evidence;
    this.faults = faults;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
