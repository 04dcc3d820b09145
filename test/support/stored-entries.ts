import type { Json } from '../../src/core/errors.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import type { StoredRecord } from '../../src/usecases/ports.ts';

const textHash = (text: string): string => Buffer.from(text).toString('hex').padEnd(64, '0').slice(-64);

/**
 * An entry as a store sees it. A store does not verify hashes, so they are only recognisable here; whatever verifies
 * a chain has its own tests.
 */
export const buildStored = (
  decision: string,
  seq: number,
  values: Readonly<Record<string, Json>> = { title: `entry ${seq}` },
): StoredEntry => {
  const names = Object.keys(values);
  const salt = Buffer.alloc(32, seq).toString('base64');
  return {
    entry: {
      v: 1,
      decision,
      seq,
      at: '2026-11-22T09:30:00.000Z',
      actor: 'account/1',
      act: 'need-stated',
      sections: names.map((name) => ({ name, type: 'text', commit: textHash(`${decision}/${seq}/${name}`) })),
      prev: seq === 1 ? '0'.repeat(64) : textHash(`${decision}/${seq - 1}`),
    },
    hash: textHash(`${decision}/${seq}`),
    openings: Object.fromEntries(names.map((name) => [name, { value: values[name] as Json, salt }])),
  };
};

export const buildStream = (decision: string, length: number): StoredEntry[] =>
  Array.from({ length }, (_, index) => buildStored(decision, index + 1));

export const buildRecord = (
  id: string,
  rest: Partial<Omit<StoredRecord, 'id' | 'version'>> = {},
): Omit<StoredRecord, 'version'> => ({
  kind: 'invitation',
  id,
  owner: 'd1',
  expiresAt: null,
  value: { note: id },
  ...rest,
});
