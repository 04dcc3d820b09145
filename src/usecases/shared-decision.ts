import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
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
export const renderSharedDecision = (shared: SharedDecision): string =>
  `${canonicalJson(shared)}\n`;

/**
 * Built twice safe: from the shareable edition, in which bids, marks, prices, interests and contributors are not there
 * to be taken, and of that only the fields named here.
 */
export const buildSharedDecision = (view: Recorded, contact: string): SharedDecision => {
  const { state, entries } = viewOfEdition(view, 'shareable');
  const { outcome, need } = state;
  const last = entries.at(-1);
  if (!outcome || !need || !last || state.door === 'idea' || !isDecided(state)) {
    throw new DomainError(
      'too-early',
      'Only a decision that is made can be shared. This one has no final outcome yet.',
    );
  }
  return {
    format: SHARED_FORMAT,
    title: state.title ?? 'A decision',
    purpose: state.purpose,
    door: state.door,
    example: state.example,
    need: { problem: need.problem ?? '', affected: need.affected ?? '', measure: need.measure ?? '' },
    rubric: state.rubric?.rubric ? encodeDecimals(state.rubric.rubric) : null,
    criteria: (state.quick?.criteria ?? []).flatMap(({ title }) => (title === null ? [] : [title])),
    outcome: {
      status: outcome.status === 'approved' ? 'approved' : 'declined',
      kind: outcome.kind,
      chosen: chosenKind(state),
      why: outcome.shareableWhy,
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

const chosenKind = ({ outcome, options, quick }: DecisionState): OptionKind | null => {
  const id = outcome?.option ?? '';
  return options[id]?.kind ?? quick?.options.find((one) => one.id === id)?.kind ?? null;
};

/** share-1a2b3c4d.json */
export const sharedFileName = (decision: string): string => `share-${decision.slice(0, 8)}.json`;
