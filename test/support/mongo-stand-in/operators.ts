import { Query } from 'mingo';
import { assertOnly, notSpoken } from './refusal.ts';
import type { Document } from './wire.ts';

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const hasOperators = (value: unknown): value is Document =>
  isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'));

const assertFilter = (filter: Document): void => {
  for (const [field, wanted] of Object.entries(filter)) {
    if (field.startsWith('$')) throw notSpoken(`'${field}' in a filter`);
    if (hasOperators(wanted)) {
      assertOnly(wanted, ['$lt', '$gt', '$gte', '$not'], 'a filter');
      if (wanted['$not'] !== undefined) assertOnly(wanted['$not'] as Document, ['$lt'], '$not');
    } else if (typeof wanted === 'object' && wanted !== null) {
      throw notSpoken('a comparison with a whole object');
    }
  }
};

export const buildMatcher = (filter: Document): ((document: Document) => boolean) => {
  assertFilter(filter);
  const query = new Query(filter);
  return (document) => query.test(document);
};

/** Ascending or descending by bytes for text, as MongoDB does; JavaScript would compare UTF-16 units. */
export const buildSorter = (sort: Document): ((a: Document, b: Document) => number) => {
  const fields = Object.entries(sort);
  return (a, b) => {
    for (const [field, direction] of fields) {
      const [left, right] = [a[field], b[field]];
      const order =
        typeof left === 'string' && typeof right === 'string'
          ? Buffer.compare(Buffer.from(left), Buffer.from(right))
          : Number(left) - Number(right);
      if (order !== 0) return order * Number(direction);
    }
    return 0;
  };
};

export const project = (document: Document, projection: Document | undefined): Document => {
  if (!projection || Object.keys(projection).length === 0) return document;
  const { _id: withId = 1, ...fields } = projection;
  if ([withId, ...Object.values(fields)].some((wanted) => wanted !== 1 && wanted !== 0))
    throw notSpoken('this projection');
  if (Object.values(fields).includes(0)) throw notSpoken('a projection that leaves fields out');
  const kept = Object.keys(fields).filter((field) => field in document);
  const shown = withId === 1 ? ['_id', ...kept] : kept;
  return Object.fromEntries(shown.map((field) => [field, document[field]]));
};

/** What an upsert inserts begins with the equalities of its filter. */
const equalities = (filter: Document): Document =>
  Object.fromEntries(Object.entries(filter).filter(([, wanted]) => !hasOperators(wanted)));

const pull = (held: unknown, wanted: Document): unknown[] => {
  if (!Array.isArray(held)) throw notSpoken('$pull from something that is no array');
  const matches = buildMatcher(wanted);
  return held.filter((element: Document) => !matches(element));
};

export const applyUpdate = (document: Document, update: Document, isInsert: boolean): Document => {
  assertOnly(update, ['$set', '$setOnInsert', '$inc', '$pull'], 'an update');
  const part = (name: string): [string, unknown][] =>
    Object.entries((update[name] as Document | undefined) ?? {});
  const fields = [
    ...part('$set'),
    ...(isInsert ? part('$setOnInsert') : []),
    ...part('$inc'),
    ...part('$pull'),
  ];
  if (fields.some(([field]) => field.includes('.'))) throw notSpoken('a path in an update');
  const changed: Document = { ...document };
  for (const [field, value] of [...part('$set'), ...(isInsert ? part('$setOnInsert') : [])])
    changed[field] = value;
  for (const [field, by] of part('$inc')) {
    const before = changed[field] ?? 0;
    if (typeof before !== 'number') throw notSpoken('$inc of something that is no number');
    changed[field] = before + Number(by);
  }
  for (const [field, wanted] of part('$pull')) changed[field] = pull(changed[field], wanted as Document);
  return changed;
};

export const buildUpserted = (filter: Document, update: Document): Document =>
  applyUpdate(equalities(filter), update, true);
