import { parseVerifyCode } from '../ledger/verify-code.ts';
import type { Store } from './ports.ts';

/**
 * The public check of a code printed on a decision: is there an entry with this number and hash here? It answers
 * yes or no and nothing else: no title, no supplier, no date.
 */
export const confirmVerifyCode = async (
  ports: { readonly store: Store },
  typed: string,
): Promise<boolean> => {
  const { seq, hashStart } = parseVerifyCode(typed);
  return ports.store.ledgers.hasHash(seq, hashStart);
};
