import { expect } from 'chai';
import type { AppendOutcome, LedgerStore, RecordStore } from '../../src/usecases/ports.ts';
import { buildRecord, buildStored, buildStream } from '../support/stored-entries.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const CALLERS = Array.from({ length: 20 }, (_, index) => index);

const outcomesOf = (outcomes: readonly AppendOutcome[], wanted: AppendOutcome['outcome']): number =>
  outcomes.filter(({ outcome }) => outcome === wanted).length;

/**
 * Races as plain functions, so that a deliberately broken store can be put through them too. `stores` are several
 * openings of one place, used in turn: the guard must hold between processes, not only within one.
 */
export const assertOneWriterWins = async (stores: readonly LedgerStore[]): Promise<void> => {
  for (const stored of buildStream('race', 2))
    await pick(stores, 0).append(stored, `key-${stored.entry.seq}`);
  const outcomes = await Promise.all(
    CALLERS.map((caller) =>
      pick(stores, caller).append(buildStored('race', 3, { from: `writer ${caller}` }), `race-${caller}`),
    ),
  );
  expect(outcomesOf(outcomes, 'appended'), 'writers that won').to.equal(1);
  expect(outcomesOf(outcomes, 'conflict'), 'writers told to try again').to.equal(CALLERS.length - 1);
  const stream = await pick(stores, 1).load('race', 0);
  expect(stream.map(({ entry }) => entry.seq)).to.deep.equal([1, 2, 3]);
  const winner = outcomes.findIndex(({ outcome }) => outcome === 'appended');
  expect(stream[2]?.openings['from']?.value).to.equal(`writer ${winner}`);
};

export const assertRequestActsOnce = async (stores: readonly LedgerStore[]): Promise<void> => {
  const outcomes = await Promise.all(
    CALLERS.map((caller) => pick(stores, caller).append(buildStored('once', 1), 'same-request')),
  );
  expect(outcomesOf(outcomes, 'appended'), 'times the request acted').to.equal(1);
  expect(outcomesOf(outcomes, 'repeated'), 'times it was told the first answer').to.equal(CALLERS.length - 1);
  expect(await pick(stores, 1).load('once', 0)).to.deep.equal([buildStored('once', 1)]);
};

export const assertOneRemovalWins = async (stores: readonly RecordStore[]): Promise<void> => {
  await pick(stores, 0).put(buildRecord('spend-me'), 0, NOW);
  const removals = await Promise.all(
    CALLERS.map((caller) => pick(stores, caller).remove('invitation', 'spend-me')),
  );
  expect(removals.filter(Boolean), 'callers that spent the link').to.have.length(1);
};

export const assertOneChangeWins = async (stores: readonly RecordStore[]): Promise<void> => {
  await pick(stores, 0).put(buildRecord('edit-me'), 0, NOW);
  const changes = await Promise.all(
    CALLERS.map((caller) => pick(stores, caller).put(buildRecord('edit-me', { value: caller }), 1, NOW)),
  );
  expect(changes.filter(Boolean), 'callers whose change was taken').to.have.length(1);
  const kept = await pick(stores, 1).get('invitation', 'edit-me', NOW);
  expect(kept).to.include({ version: 2, value: changes.indexOf(true) });
};

const pick = <T>(stores: readonly T[], index: number): T => {
  const store = stores[index % stores.length];
  if (store === undefined) throw new Error('A race needs at least one store.');
  return store;
};
