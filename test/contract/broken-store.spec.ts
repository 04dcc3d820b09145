import { setImmediate } from 'node:timers/promises';
import { AssertionError, expect } from 'chai';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import type { LedgerStore, RecordStore, StoredRecord } from '../../src/usecases/ports.ts';
import {
  assertOneChangeWins,
  assertOneRemovalWins,
  assertOneWriterWins,
  assertRequestActsOnce,
} from './races.ts';

/** Looks, waits a moment, then writes: right for one caller at a time, and wrong as soon as there are two. */
const unguardedLedgers = (): LedgerStore => {
  const stream: { stored: StoredEntry; requestKey: string }[] = [];
  return {
    append: async (stored, requestKey) => {
      const first = stream.find((each) => each.requestKey === requestKey)?.stored;
      const isNext = stored.entry.seq === stream.length + 1;
      await setImmediate();
      if (first) return { outcome: 'repeated', first };
      if (!isNext) return { outcome: 'conflict' };
      stream.push({ stored, requestKey });
      return { outcome: 'appended' };
    },
    load: async () => stream.map(({ stored }) => stored),
  } as Partial<LedgerStore> as LedgerStore;
};

const unguardedRecords = (): RecordStore => {
  let kept: StoredRecord | undefined;
  return {
    put: async (record, expectedVersion) => {
      const isExpected = (kept?.version ?? 0) === expectedVersion;
      await setImmediate();
      if (isExpected) kept = { ...record, version: expectedVersion + 1 };
      return isExpected;
    },
    remove: async () => {
      const isThere = kept !== undefined;
      await setImmediate();
      kept = undefined;
      return isThere;
    },
    get: async () => kept,
  } as Partial<RecordStore> as RecordStore;
};

const expectCaught = async (race: Promise<void>, complaint: RegExp): Promise<void> => {
  const outcome: unknown = await race.catch((error: unknown) => error);
  expect(outcome, 'the race let a broken store through').to.be.instanceOf(AssertionError);
  expect((outcome as Error).message).to.match(complaint);
};

describe('the races of the store contract', () => {
  it('catch a store that appends without a unique guard', () =>
    expectCaught(assertOneWriterWins([unguardedLedgers()]), /writers that won: expected 20 to equal 1/));

  it('catch a store that does not hold a request key unique', () =>
    expectCaught(assertRequestActsOnce([unguardedLedgers()]), /times the request acted/));

  it('catch a store that lets a one-time link be spent twice', () =>
    expectCaught(assertOneRemovalWins([unguardedRecords()]), /callers that spent the link/));

  it('catch a store that loses an update', () =>
    expectCaught(assertOneChangeWins([unguardedRecords()]), /callers whose change was taken/));
});
