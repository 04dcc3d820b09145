import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import { namedIn } from '../core/decision/named-in.ts';
import { encodeDecimals } from '../core/decision/model/decimals.ts';
import { isDecided, liveOptions } from '../core/decision/model/guards.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import type { OptionKind, Purpose } from '../core/scoring/case.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { formatVerifyCode } from '../ledger/verify-code.ts';
import type { Recorded } from './read-decision.ts';
import { viewOfEdition } from './read-decision.ts';

export const SHARED_FORMAT = 'counterweight-shared-decision/1';
/** A file beyond this is none of ours: the largest rubric is a tenth of it. */
export const SHARED_MOST_BYTES = 200_000;

/**
 * A decision as another organisation may read it: the need, the method with its weights, what kind of thing was chosen,
 * why, and when. No bid, mark, price or name of the record is in it.
 */
export type SharedDecision = {
  readonly format: typeof SHARED_FORMAT;
  readonly title: string;
  readonly purpose: Purpose;
  readonly door: 'full' | 'quick';
  readonly example: boolean;
  readonly need: { readonly problem: string; readonly affected: string; readonly measure: string };
  /** A rubric as a ledger holds it: fractions as {"decimal": "2.5"}. Null for a quick record, which has titles alone. */
  readonly rubric: Json;
  readonly criteria: readonly string[];
  readonly outcome: {
    readonly status: 'approved' | 'declined';
    readonly kind: 'award' | 'no-award' | 'choose';
    /** What kind of thing was chosen: never its title, which may be a supplier's. */
    readonly chosen: OptionKind | null;
    readonly why: string | null;
    readonly decidedOn: string;
  };
  readonly counts: { readonly options: number; readonly contributions: number };
  readonly verifyCode: string;
  /** Typed when the file was made: a team's mailbox or telephone. */
  readonly contact: string | null;
};

/** The bytes of the file: canonical JSON and one line feed, so that one decision and contact give one file. */
export const renderSharedDecision = (shared: SharedDecision): string => `${canonicalJson(shared)}\n`;

/** What a person types for the file when it is made. */
export type SharedWords = {
  /** A team's mailbox or telephone; '' for none. */
  readonly contact: string;
  /** In place of the shareable words on record, which may name the bid that won; '' for those. */
  readonly why: string;
};

/**
 * Built thrice safe: from the shareable edition, in which bids, marks, prices, interests and contributors are not there
 * to be taken; of that only the fields named here; and a text that names a bid or a person of the record is left out.
 */
export const buildSharedDecision = (view: Recorded, { contact, why }: SharedWords): SharedDecision => {
  const { state, entries } = viewOfEdition(view, 'shareable');
  const { outcome, need } = state;
  const last = entries.at(-1);
  if (!outcome || !need || !last || state.door === 'idea' || !isDecided(state)) {
    throw new DomainError(
      'too-early',
      'Only a decision that is made can be shared. This one has no final outcome yet.',
    );
  }
  assertNamesNobody(view.state, 'why', why);
  assertNamesNobody(view.state, 'contact', contact);
  const clean = (text: string | null | undefined): string =>
    text && namedIn(view.state, text).length === 0 ? text : '';
  return {
    format: SHARED_FORMAT,
    title: clean(state.title) || 'A decision',
    purpose: state.purpose,
    door: state.door,
    example: state.example,
    need: { problem: clean(need.problem), affected: clean(need.affected), measure: clean(need.measure) },
    rubric: state.rubric?.rubric ? encodeDecimals(state.rubric.rubric) : null,
    criteria: (state.quick?.criteria ?? []).map(({ title }) => clean(title)).filter((title) => title !== ''),
    outcome: {
      status: outcome.status === 'approved' ? 'approved' : 'declined',
      kind: outcome.kind,
      chosen: chosenKind(state),
      why: why.trim() || clean(outcome.shareableWhy) || null,
      decidedOn: (outcome.answeredAt ?? outcome.recordedAt).slice(0, 10),
    },
    counts: {
      options: state.door === 'quick' ? (state.quick?.options.length ?? 0) : liveOptions(state).length,
      contributions: Object.keys(state.contributions).length,
    },
    verifyCode: formatVerifyCode(last.entry.seq, last.hash),
    contact: contact.trim() === '' ? null : contact.trim(),
  };
};

/** What a person types here is refused rather than left out, so that they can put it right. */
const assertNamesNobody = (state: DecisionState, field: string, words: string): void => {
  const [name] = namedIn(state, words);
  if (name === undefined) return;
  const message = `These words name “${name}”, a bid or a person of the record. Say it without the name.`;
  throw new DomainError('invalid-input', message, {}, [{ path: `/${field}`, message }]);
};

const chosenKind = ({ outcome, options, quick }: DecisionState): OptionKind | null => {
  const id = outcome?.option ?? '';
  return options[id]?.kind ?? quick?.options.find((one) => one.id === id)?.kind ?? null;
};

/** share-1a2b3c4d.json */
export const sharedFileName = (decision: string): string => `share-${decision.slice(0, 8)}.json`;
