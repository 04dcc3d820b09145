import { checkAbsent, checkSalts, seqOf } from './check-absent.ts';
import type { Absent } from './check-absent.ts';
import { checkOpenings, checkStatedHash, checkTexts, workOutHash } from './check-content.ts';
import { checkOrder } from './check-order.ts';
import type { Link } from './check-order.ts';
import { asFields, below, checkExportShape, checkStoredShape, fieldOf } from './check-shape.ts';
import type { Place, Report } from './check-shape.ts';
import { DECISION_ID } from './entry.ts';
import type { StoredEntry } from './entry.ts';
import type { LedgerFault } from './ledger-fault.ts';
import { readCanonicalJson } from './read-canonical-json.ts';
import { formatVerifyCode, matchesVerifyCode } from './verify-code.ts';
import type { VerifyCode } from './verify-code.ts';

/**
 * What is known about a ledger after looking at all of it. `withheld` and `erased` count the sections that are not
 * here: erased ones by the ledger's own word, the others left out of this copy. The last four are null unless intact:
 * nobody should quote the name or the head of a ledger that does not hold.
 */
export type Verification = {
  readonly intact: boolean;
  readonly faults: readonly LedgerFault[];
  readonly entries: number;
  readonly withheld: number;
  readonly erased: number;
  readonly decision: string | null;
  readonly headSeq: number | null;
  readonly headHash: string | null;
  readonly verifyCode: string | null;
};

/**
 * Examines an export: bytes that may come from anybody. Reports every fault and never throws. A ledger cut off at its
 * end is a shorter ledger in good order; only somebody who holds the verify code of a later moment can tell, which
 * is why it is printed in every decision and can be passed in as `known`.
 */
export const verifyExport = (bytes: Uint8Array, known?: VerifyCode): Verification => {
  const { value, faults } = readCanonicalJson(bytes, '\n');
  if (value === undefined) return { ...BROKEN, faults, entries: 0, withheld: 0, erased: 0 };
  const found = [...faults];
  checkExportShape(value, reporter(found));
  const entries = fieldOf(value, 'entries');
  const stream: readonly unknown[] = Array.isArray(entries) ? entries : [];
  return verifyEntries(stream, fieldOf(value, 'decision'), found, known);
};

/** The same for a ledger as a store holds it. */
export const verifyStream = (stream: readonly StoredEntry[], known?: VerifyCode): Verification =>
  verifyEntries(stream, fieldOf(fieldOf(stream[0], 'entry'), 'decision'), [], known);

const verifyEntries = (
  stream: readonly unknown[],
  decision: unknown,
  faults: LedgerFault[],
  known: VerifyCode | undefined,
): Verification => {
  const report = reporter(faults);
  if (stream.length === 0)
    report({ code: 'no-entries', path: '/entries', message: 'The ledger has no entries.' });
  const links = stream.flatMap((stored, index) => examine(stored, index, decision, report));
  checkOrder(links, report);
  checkSalts(stream, report);
  const absent = checkAbsent(stream, report);
  if (known && !links.some(({ seq, hash }) => hash !== undefined && matchesVerifyCode(known, seq, hash))) {
    const message = `The ledger does not contain entry ${known.seq} as the code given for it says.`;
    report({ code: 'known-head-absent', path: '/entries', seq: known.seq, message });
  }
  return conclude(faults, stream.length, absent, decision, links.at(-1));
};

/** One stored entry by itself; what it says about its place in the chain, if it says anything readable. */
const examine = (stored: unknown, index: number, decision: unknown, report: Report): Link[] => {
  const place: Place = { path: `/entries/${index}`, ...seqOf(stored) };
  checkStoredShape(stored, place, report);
  checkTexts(stored, place, report);
  const entry = fieldOf(stored, 'entry');
  if (asFields(entry) === undefined) return [];
  const claimed = fieldOf(entry, 'decision');
  if (claimed !== decision && isDecisionId(claimed) && isDecisionId(decision)) {
    report({
      code: 'wrong-decision',
      ...below(place, 'entry', 'decision'),
      message: 'The entry is of another decision.',
    });
  }
  const hash = workOutHash(entry);
  const statedHash = fieldOf(stored, 'hash');
  checkStatedHash(statedHash, hash, below(place, 'hash'), report);
  const sections = fieldOf(entry, 'sections');
  const openings = asFields(fieldOf(stored, 'openings')) ?? {};
  checkOpenings(Array.isArray(sections) ? sections : [], openings, place, report);
  const { seq } = seqOf(stored);
  return seq === undefined ? [] : [{ path: place.path, seq, prev: fieldOf(entry, 'prev'), statedHash, hash }];
};

/** Of the wrong form is a fault by itself, reported as that. */
const isDecisionId = (value: unknown): boolean => typeof value === 'string' && DECISION_ID.test(value);

/** What the form of the file has shown already (half a character in a text) is not reported a second time. */
const reporter = (faults: LedgerFault[]): Report => {
  const shown = new Set(faults.map(({ code, path }) => `${code} ${path}`));
  return (fault) => {
    if (!shown.has(`${fault.code} ${fault.path}`)) faults.push(fault);
  };
};

const conclude = (
  faults: readonly LedgerFault[],
  entries: number,
  absent: Absent,
  decision: unknown,
  head: Link | undefined,
): Verification => {
  if (faults.length > 0 || head?.hash === undefined || typeof decision !== 'string') {
    return { ...BROKEN, faults, entries, ...absent };
  }
  const { seq, hash } = head;
  const verifyCode = formatVerifyCode(seq, hash);
  return { intact: true, faults, entries, ...absent, decision, headSeq: seq, headHash: hash, verifyCode };
};

const BROKEN = { intact: false, decision: null, headSeq: null, headHash: null, verifyCode: null };
