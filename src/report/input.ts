import type { Edition } from '../core/decision/editions.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import type { Result } from '../core/scoring/result.ts';

/** All that a report is made from. Whoever calls has already left out what this reader or edition may not hold. */
export type ReportInput = {
  readonly state: DecisionState;
  readonly edition: Edition;
  /** Only where the state holds every mark and price that counts. */
  readonly result: Result | null;
  /** Why there is no result, in a sentence; '' when there is one. */
  readonly noResult: string;
  /** Null for a case file: it has no ledger. */
  readonly ledger: LedgerFacts | null;
  /** The day a case file says it stands at; null prints none. */
  readonly asOf: string | null;
};

export type LedgerFacts = {
  readonly seq: number;
  readonly hash: string;
  readonly verifyCode: string;
  /** Where a phone can check the code; null when this installation cannot be reached from elsewhere. */
  readonly verifyUrl: string | null;
  readonly qrDrawing: string;
  /** The file inside the PDF that holds the entries. */
  readonly attachment: string;
  /** Erased parts as 'seq/section'. */
  readonly erased: ReadonlySet<string>;
  /** Parts whose content is not in this edition, erased ones not counted. */
  readonly withheldParts: number;
  /** Digests of receipt codes, which no edition carries; not counted as withheld. */
  readonly receiptParts: number;
};
