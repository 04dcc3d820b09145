import type { Store } from '../../src/usecases/ports.ts';

/** A place where one store keeps its data; it can be opened any number of times, by several callers at once. */
export type Place = {
  readonly open: () => Promise<Store>;
  /** Marks the data as written by a later version. */
  readonly pretendFormat: (format: number) => Promise<void>;
  /** Everything the place holds on disk or in memory, as text, for looking for words that must be gone. */
  readonly dump: () => Promise<string>;
  readonly remove: () => Promise<void>;
};

export type Engine = { readonly name: string; readonly newPlace: () => Promise<Place> };

/** A fresh place and one open store on it, for one test. */
export const withStore = async (
  engine: Engine,
  work: (store: Store, place: Place) => Promise<void>,
): Promise<void> => {
  const place = await engine.newPlace();
  const store = await place.open();
  try {
    await work(store, place);
  } finally {
    await store.close();
    await place.remove();
  }
};
