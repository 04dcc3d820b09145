import { DomainError } from '../core/errors.ts';
import { fold } from '../core/decision/decide.ts';
import type { StoredEntry } from '../ledger/entry.ts';
import { parseExport } from '../ledger/export.ts';
import { verifyExport } from '../ledger/verify.ts';
import { toEvent } from './decision-log.ts';
import type { Clock, Store } from './ports.ts';

/** Takes a decision in from its export: verified first, all or nothing, never over one that is already here. */
export const importDecision = async (
  ports: { readonly store: Store; readonly clock: Clock },
  bytes: Uint8Array,
): Promise<{ readonly decision: string; readonly entries: number }> => {
  const found = verifyExport(bytes);
  if (!found.intact) {
    throw new DomainError(
      'ledger-faulty',
      'This export does not verify, so it was not imported.',
      {},
      found.faults.map((fault) => ({ path: fault.path, message: fault.message })),
    );
  }
  const { decision, entries } = parseExport(bytes);
  assertFolds(decision, entries);
  if (await ports.store.ledgers.loadHead(decision)) {
    throw new DomainError(
      'already-done',
      `Decision ${decision} is already in this store; nothing was changed.`,
    );
  }
  await ports.store.ledgers.importStream(entries);
  for (const { entry, openings } of entries) {
    const receipt = openings['receipt']?.value;
    if (entry.act !== 'contribution-received' || typeof receipt !== 'string') continue;
    const record = {
      kind: 'receipt',
      id: receipt,
      owner: decision,
      expiresAt: null,
      value: { decision },
    } as const;
    await ports.store.records.overwrite(record);
  }
  return { decision, entries: entries.length };
};

/** A chain can verify and still not be a decision: hand-made, or with the facts of an act left out. */
const assertFolds = (decision: string, entries: readonly StoredEntry[]): void => {
  try {
    fold(decision, entries.map(toEvent));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'ledger-faulty',
      'This export verifies, but its entries do not make a decision. It was not imported.',
    );
  }
};
