import { RECORD_KINDS } from '../../src/usecases/ports.ts';
import type { RecordKind, Store } from '../../src/usecases/ports.ts';

/** Everything a store holds, in order, as text: the same text means that nothing was written. */
export const storeContent = async (
  { ledgers, records }: Store,
  nowIso: string,
  without: readonly RecordKind[] = ['session'],
): Promise<string> => {
  const lines: string[] = [];
  for (const { decision } of await ledgers.loadHeads())
    for (const stored of await ledgers.load(decision, 0)) lines.push(JSON.stringify(stored));
  for (const kind of RECORD_KINDS.filter((one) => !without.includes(one)))
    for (const record of await records.list(kind, nowIso)) lines.push(JSON.stringify(record));
  return lines.join('\n');
};
