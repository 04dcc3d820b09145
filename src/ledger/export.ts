import { DomainError } from '../core/errors.ts';
import type { Json } from '../core/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { EXPORT_FORMAT } from './entry.ts';
import type { StoredEntry } from './entry.ts';
import { erasureKey, findErased } from './erasure.ts';
import { verifyExport } from './verify.ts';

export type LedgerExport = { readonly decision: string; readonly entries: readonly StoredEntry[] };

/**
 * One decision's ledger as a document: canonical JSON and one line feed. It says nothing that is not committed to,
 * hashed or checked; which edition it is shows from what it leaves out. What the ledger says is erased is left
 * out, even in the moment between recording an erasure and carrying it out.
 */
export const renderExport = (stream: readonly StoredEntry[]): string => {
  const [first] = stream;
  if (first === undefined)
    throw new DomainError('invalid-input', 'A ledger without entries cannot be exported.');
  const erased = findErased(stream);
  const entries: Json[] = stream.map(({ entry, hash, openings }) => {
    const held = Object.entries(openings).filter(([section]) => !erased.has(erasureKey(entry.seq, section)));
    const carried = held.map(([section, { value, salt }]) => [section, { value, salt }] as const);
    return { entry, hash, openings: Object.fromEntries(carried) };
  });
  return `${canonicalJson({ format: EXPORT_FORMAT, decision: first.entry.decision, entries })}\n`;
};

/** An export as something to work with, only if it is intact: otherwise refused with every fault. */
export const parseExport = (bytes: Uint8Array): LedgerExport => {
  const { intact, faults } = verifyExport(bytes);
  if (!intact) {
    const detail =
      'The file is not an intact ledger, so nothing was taken from it. Ask for the export again.';
    throw new DomainError('ledger-faulty', detail, {}, faults);
  }
  const { decision, entries } = JSON.parse(new TextDecoder().decode(bytes)) as LedgerExport;
  return { decision, entries };
};
