import type { Document } from './wire.ts';

type UniqueIndex = {
  readonly name: string;
  readonly keyPattern: Document;
  readonly taken: Map<string, Document>;
};

export type WriteError = Document & { readonly code: 11000 };

const keyValueOf = (document: Document, keyPattern: Document): Document =>
  Object.fromEntries(Object.keys(keyPattern).map((field) => [field, document[field] ?? null]));

const keyOf = (document: Document, keyPattern: Document): string =>
  JSON.stringify(keyValueOf(document, keyPattern));

/** Documents and unique indexes of one collection. A document is replaced, never altered, so a cursor keeps what it saw. */
export class Collection {
  readonly namespace: string;
  readonly documents = new Set<Document>();
  readonly indexes: UniqueIndex[] = [{ name: '_id_', keyPattern: { _id: 1 }, taken: new Map() }];
  readonly indexNames = new Set(['_id_']);

  constructor(namespace: string) {
    this.namespace = namespace;
  }

  createIndex(name: string, keyPattern: Document, isUnique: boolean): void {
    if (this.indexNames.has(name)) return;
    this.indexNames.add(name);
    if (!isUnique) return;
    const taken = new Map([...this.documents].map((document) => [keyOf(document, keyPattern), document]));
    this.indexes.push({ name, keyPattern, taken });
  }

  /** Undefined when it was written; the first unique index in the way otherwise. */
  insert(document: Document): WriteError | undefined {
    for (const { name, keyPattern, taken } of this.indexes) {
      if (taken.has(keyOf(document, keyPattern))) return this.duplicate(document, name, keyPattern);
    }
    this.documents.add(document);
    for (const { keyPattern, taken } of this.indexes) taken.set(keyOf(document, keyPattern), document);
    return undefined;
  }

  remove(document: Document): void {
    this.documents.delete(document);
    for (const { keyPattern, taken } of this.indexes) taken.delete(keyOf(document, keyPattern));
  }

  replace(before: Document, after: Document): WriteError | undefined {
    this.remove(before);
    const error = this.insert(after);
    if (error) this.insert(before);
    return error;
  }

  private duplicate(document: Document, index: string, keyPattern: Document): WriteError {
    const keyValue = keyValueOf(document, keyPattern);
    const key = Object.entries(keyValue).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
    const errmsg = `E11000 duplicate key error collection: ${this.namespace} index: ${index} dup key: { ${key.join(', ')} }`;
    return { code: 11000, keyPattern, keyValue, errmsg };
  }
}
