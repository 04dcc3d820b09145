import { aggregate } from 'mingo';
import { mongo } from 'mongoose';
import { Collection } from './collection.ts';
import { applyUpdate, buildMatcher, buildSorter, buildUpserted, project } from './operators.ts';
import { assertOnly, CommandRefusal, notSpoken } from './refusal.ts';
import type { Document } from './wire.ts';

const { Long } = mongo.BSON;

/** What the driver adds to a command by itself. */
const FROM_DRIVER = ['$db', 'lsid', 'maxTimeMS'];
const READ = ['readConcern', ...FROM_DRIVER];
const WRITE = ['writeConcern', 'txnNumber', 'ordered', ...FROM_DRIVER];

export const MAX_DOCUMENT = 16_777_216;

type Cursor = { readonly namespace: string; readonly documents: Document[] };

/** The data of one stand-in and what its commands do with it. Each command runs to its end before the next begins. */
export const createCommands = () => {
  const collections = new Map<string, Collection>();
  const cursors = new Map<string, Cursor>();
  let lastCursor = 0;

  const namespaceOf = (command: Document, name: string): string =>
    `${String(command['$db'])}.${String(command[name])}`;

  const collectionOf = (command: Document, name: string): Collection => {
    const namespace = namespaceOf(command, name);
    const known = collections.get(namespace) ?? new Collection(namespace);
    collections.set(namespace, known);
    return known;
  };

  const page = (id: string, cursor: Cursor, size: number, batchName: string): Document => {
    const batch = cursor.documents.splice(0, size);
    if (cursor.documents.length === 0) cursors.delete(id);
    else cursors.set(id, cursor);
    const open = cursors.has(id) ? Long.fromString(id) : Long.ZERO;
    return { ok: 1, cursor: { id: open, ns: cursor.namespace, [batchName]: batch } };
  };

  const openCursor = (namespace: string, documents: Document[], size: number): Document => {
    lastCursor += 1;
    return page(String(lastCursor), { namespace, documents }, size, 'firstBatch');
  };

  const find = (command: Document): Document => {
    assertOnly(
      command,
      ['find', 'filter', 'sort', 'projection', 'limit', 'singleBatch', 'batchSize', ...READ],
      'find',
    );
    const { documents, namespace } = collectionOf(command, 'find');
    const matches = buildMatcher((command['filter'] as Document | undefined) ?? {});
    const found = [...documents].filter(matches);
    if (command['sort']) found.sort(buildSorter(command['sort'] as Document));
    const limited = command['limit'] ? found.slice(0, Number(command['limit'])) : found;
    const shown = limited.map((document) => project(document, command['projection'] as Document | undefined));
    return openCursor(namespace, shown, Number(command['batchSize'] ?? 101));
  };

  const getMore = (command: Document): Document => {
    assertOnly(command, ['getMore', 'collection', 'batchSize', ...FROM_DRIVER], 'getMore');
    const id = String(command['getMore']);
    const cursor = cursors.get(id);
    if (!cursor) throw new CommandRefusal(43, 'CursorNotFound', `cursor id ${id} not found`);
    return page(id, cursor, Number(command['batchSize'] ?? 1_000), 'nextBatch');
  };

  const killCursors = (command: Document): Document => {
    const ids = (command['cursors'] as unknown[]).map(String);
    for (const id of ids) cursors.delete(id);
    return { ok: 1, cursorsKilled: command['cursors'] };
  };

  const runAggregate = (command: Document): Document => {
    assertOnly(command, ['aggregate', 'pipeline', 'cursor', ...READ], 'aggregate');
    const { documents, namespace } = collectionOf(command, 'aggregate');
    const pipeline = command['pipeline'] as Document[];
    for (const stage of pipeline) {
      assertOnly(stage, ['$sort', '$group', '$match'], 'a pipeline');
      for (const [field, sum] of Object.entries((stage['$group'] as Document | undefined) ?? {})) {
        if (field !== '_id') assertOnly(sum as Document, ['$first', '$last'], '$group');
      }
    }
    return openCursor(namespace, aggregate([...documents], pipeline), 101);
  };

  const insert = (command: Document): Document => {
    assertOnly(command, ['insert', 'documents', ...WRITE], 'insert');
    const target = collectionOf(command, 'insert');
    const documents = command['documents'] as Document[];
    for (const [index, document] of documents.entries()) {
      const size = mongo.BSON.calculateObjectSize(document);
      if (size > MAX_DOCUMENT)
        throw new CommandRefusal(10334, 'BSONObjectTooLarge', `BSONObj size: ${size} is invalid.`);
      const error = target.insert(document);
      if (error) return { ok: 1, n: index, writeErrors: [{ index, ...error }] };
    }
    return { ok: 1, n: documents.length };
  };

  const update = (command: Document): Document => {
    assertOnly(command, ['update', 'updates', ...WRITE], 'update');
    const target = collectionOf(command, 'update');
    const [statement, ...others] = command['updates'] as Document[];
    if (!statement || others.length > 0) throw notSpoken('several updates in one command');
    assertOnly(statement, ['q', 'u', 'upsert'], 'an update');
    const [q, u] = [statement['q'] as Document, statement['u'] as Document];
    const before = [...target.documents].find(buildMatcher(q));
    const after = before ? applyUpdate(before, u, false) : buildUpserted(q, u);
    if (!before && statement['upsert'] !== true) return { ok: 1, n: 0, nModified: 0 };
    const error = before ? target.replace(before, after) : target.insert(after);
    if (error) return { ok: 1, n: 0, nModified: 0, writeErrors: [{ index: 0, ...error }] };
    return before
      ? { ok: 1, n: 1, nModified: 1 }
      : { ok: 1, n: 1, nModified: 0, upserted: [{ index: 0, _id: after['_id'] }] };
  };

  const remove = (command: Document): Document => {
    assertOnly(command, ['delete', 'deletes', ...WRITE], 'delete');
    const target = collectionOf(command, 'delete');
    const [statement, ...others] = command['deletes'] as Document[];
    if (!statement || others.length > 0) throw notSpoken('several deletes in one command');
    assertOnly(statement, ['q', 'limit'], 'a delete');
    const matching = [...target.documents].filter(buildMatcher(statement['q'] as Document));
    const doomed = statement['limit'] === 1 ? matching.slice(0, 1) : matching;
    for (const document of doomed) target.remove(document);
    return { ok: 1, n: doomed.length };
  };

  const createIndexes = (command: Document): Document => {
    assertOnly(command, ['createIndexes', 'indexes', ...WRITE], 'createIndexes');
    const target = collectionOf(command, 'createIndexes');
    for (const index of command['indexes'] as Document[]) {
      assertOnly(index, ['key', 'name', 'unique'], 'an index');
      target.createIndex(String(index['name']), index['key'] as Document, index['unique'] === true);
    }
    return { ok: 1 };
  };

  const dropDatabase = (command: Document): Document => {
    const prefix = `${String(command['$db'])}.`;
    for (const namespace of [...collections.keys()])
      if (namespace.startsWith(prefix)) collections.delete(namespace);
    return { ok: 1 };
  };

  const table: Readonly<Record<string, (command: Document) => Document>> = {
    find,
    getMore,
    killCursors,
    aggregate: runAggregate,
    insert,
    update,
    delete: remove,
    createIndexes,
    dropDatabase,
    ping: () => ({ ok: 1 }),
    endSessions: () => ({ ok: 1 }),
  };

  return (command: Document): Document => {
    const [name = ''] = Object.keys(command);
    const run = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!run) throw notSpoken(`the command '${name}'`);
    return run(command);
  };
};
