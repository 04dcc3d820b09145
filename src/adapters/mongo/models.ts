import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';

/**
 * Three collections. What a ledger hashes, and every value, is kept as JSON text: text comes back character for
 * character, whereas BSON would reorder keys, change number types, refuse some keys and alter unpaired surrogates.
 *
 * `_id` is random text: an ObjectId would carry the second of its making and a counter. `batch` names the import
 * or restore that wrote a document, so that one that was cut off can be cleared away (bulk-load.ts).
 */
export type EntryDocument = {
  readonly _id: string;
  readonly decision: string;
  readonly seq: number;
  readonly requestKey: string;
  readonly hash: string;
  readonly entry: string;
  readonly openings: readonly { readonly section: string; readonly opening: string }[];
  readonly batch?: string;
};

export type RecordDocument = {
  readonly _id: string;
  readonly kind: string;
  readonly id: string;
  readonly owner: string;
  readonly version: number;
  readonly expiresAt: string | null;
  readonly value: string;
  readonly batch?: string;
};

/** `store` holds the format; `load` is there while an import or a restore runs, and after one that was cut off. */
export type MetaDocument = {
  readonly _id: 'store' | 'load';
  readonly format?: number;
  readonly batch?: string;
  /** The decision that is being imported; '' for a restore. */
  readonly decision?: string;
  readonly touchedAt?: number;
};

const text = { type: String, required: true } as const;
/** Text that may be empty; mongoose takes '' for missing where a text is required. */
const anyText = { type: String } as const;
const whole = { type: Number, required: true } as const;

const settings = (collection: string) =>
  ({
    collection,
    strict: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
    writeConcern: { w: 'majority', j: true },
    read: 'primary',
  }) as const;

const entrySchema = new Schema<EntryDocument>(
  {
    _id: text,
    decision: text,
    seq: whole,
    requestKey: anyText,
    hash: text,
    entry: text,
    openings: [new Schema({ section: anyText, opening: text }, { _id: false })],
    batch: String,
  },
  settings('entries'),
)
  .index({ decision: 1, seq: 1 }, { unique: true, name: 'decision_1_seq_1' })
  .index({ decision: 1, requestKey: 1 }, { unique: true, name: 'decision_1_requestKey_1' })
  .index({ seq: 1, hash: 1 }, { name: 'seq_1_hash_1' });

const recordSchema = new Schema<RecordDocument>(
  {
    _id: text,
    kind: text,
    id: anyText,
    owner: anyText,
    version: whole,
    expiresAt: anyText,
    value: text,
    batch: String,
  },
  { ...settings('records'), id: false },
)
  .index({ kind: 1, id: 1 }, { unique: true, name: 'kind_1_id_1' })
  .index({ kind: 1, owner: 1, id: 1 }, { name: 'kind_1_owner_1_id_1' })
  .index({ expiresAt: 1 }, { name: 'expiresAt_1' });

const metaSchema = new Schema<MetaDocument>(
  { _id: text, format: Number, batch: String, decision: anyText, touchedAt: Number },
  settings('meta'),
);

export const buildModels = (connection: Connection) => ({
  Entries: connection.model('Entry', entrySchema),
  Records: connection.model('Record', recordSchema),
  Meta: connection.model('Meta', metaSchema),
});

export type Models = ReturnType<typeof buildModels>;
