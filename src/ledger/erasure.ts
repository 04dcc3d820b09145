import { ERASURE_ACT } from './entry.ts';

/**
 * Which sections the ledger itself says are erased: section and entry, with the entry that says so. Takes anything,
 * since a ledger under examination may hold anything; what is not a readable erasure erases nothing.
 */
export const findErased = (stream: readonly unknown[]): ReadonlyMap<string, number> => {
  const erased = new Map<string, number>();
  for (const item of stream) {
    const entry = field(item, 'entry');
    const saidAt = field(entry, 'seq');
    if (field(entry, 'act') !== ERASURE_ACT || typeof saidAt !== 'number') continue;
    const facts = field(field(field(item, 'openings'), 'facts'), 'value');
    const [seq, section] = [field(facts, 'seq'), field(facts, 'section')];
    if (typeof seq !== 'number' || typeof section !== 'string' || seq >= saidAt) continue;
    if (!erased.has(erasureKey(seq, section))) erased.set(erasureKey(seq, section), saidAt);
  }
  return erased;
};

export const erasureKey = (seq: unknown, section: unknown): string => `${String(seq)}/${String(section)}`;

/** Own fields only: a section may be called 'constructor'. */
const field = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
