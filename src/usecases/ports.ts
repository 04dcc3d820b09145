import type { SimulationPlan } from '../core/robustness/simulation/plan.ts';
import type { SimulationOutcome } from '../core/robustness/simulation/simulate.ts';
import type { Json } from '../core/errors.ts';
import type { Cell, Sheet } from '../core/workbook/sheet.ts';
import type { StoredEntry } from '../ledger/entry.ts';

/**
 * What the use cases need from the outside world. Each port is small and says what it promises; every adapter
 * is held to the promise by the contract suites in test/contract.
 */

/** Present time as an ISO 8601 UTC instant with milliseconds, e.g. 2026-11-22T09:30:00.000Z. */
export type Clock = { readonly nowIso: () => string };

/** Cryptographically strong random bytes. */
export type RandomSource = { readonly bytes: (count: number) => Uint8Array };

export type AppendOutcome =
  | { readonly outcome: 'appended' }
  /** The same request key was used before on this decision: nothing was written, here is the first entry. */
  | { readonly outcome: 'repeated'; readonly first: StoredEntry }
  /** Somebody else wrote this seq first: nothing was written; read again, decide again. */
  | { readonly outcome: 'conflict' };

export type Head = { readonly decision: string; readonly seq: number; readonly hash: string };

/** The ledgers: append-only streams of entries, one stream a decision, order by seq and nothing else. */
export type LedgerStore = {
  /**
   * Writes one entry, durably before it answers, guarded by unique (decision, seq) and unique
   * (decision, requestKey). The entry's seq must be the present head's seq + 1; a stale or gapped seq is a conflict.
   */
  readonly append: (stored: StoredEntry, requestKey: string) => Promise<AppendOutcome>;
  /** All entries of a decision with seq > afterSeq (0 for all), in order. Empty when there are none. */
  readonly load: (decision: string, afterSeq: number) => Promise<readonly StoredEntry[]>;
  readonly loadHead: (decision: string) => Promise<Head | undefined>;
  /** One head a decision, ordered by decision id. */
  readonly loadHeads: () => Promise<readonly Head[]>;
  /** True when some decision has an entry with this seq whose hash starts so: the public check of a verify code. */
  readonly hasHash: (seq: number, hashStart: string) => Promise<boolean>;
  /** Deletes what one section of one entry opens to, text and salt; the entry stays. Nothing to erase is no error. */
  readonly eraseOpening: (decision: string, seq: number, section: string) => Promise<void>;
  /** Writes a whole verified stream of a decision that the store does not hold; refuses ('already-done') if it does. All or nothing. */
  readonly importStream: (stream: readonly StoredEntry[]) => Promise<void>;
};

/** The small collections beside the ledgers. None of them is the truth about a decision. */
export const RECORD_KINDS = [
  'account',
  'participant',
  'token',
  'sign-in',
  'invitation',
  'campaign',
  'receipt',
  'session',
  'draft',
  'outbox',
  'setting',
  'elsewhere',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type StoredRecord = {
  readonly kind: RecordKind;
  /** Unique within its kind. */
  readonly id: string;
  /** A second key to list by (a decision, an account); '' when not needed. */
  readonly owner: string;
  /** 1 for a new record, one more at each change. */
  readonly version: number;
  /** ISO instant after which the record no longer exists for any reader, or null. */
  readonly expiresAt: string | null;
  readonly value: Json;
};

export type RecordStore = {
  /** Undefined when absent or expired at nowIso. */
  readonly get: (kind: RecordKind, id: string, nowIso: string) => Promise<StoredRecord | undefined>;
  /** All unexpired records of a kind with this owner, ordered by id. */
  readonly listByOwner: (kind: RecordKind, owner: string, nowIso: string) => Promise<readonly StoredRecord[]>;
  /** All unexpired records of a kind, ordered by id. */
  readonly list: (kind: RecordKind, nowIso: string) => Promise<readonly StoredRecord[]>;
  /**
   * Writes version + 1. `expectedVersion` 0 means it must not exist (an expired one counts as absent).
   * False when somebody else changed it first (nothing written).
   */
  readonly put: (
    record: Omit<StoredRecord, 'version'>,
    expectedVersion: number,
    nowIso: string,
  ) => Promise<boolean>;
  /** Writes whatever was there before (sessions, drafts: last write wins). */
  readonly overwrite: (record: Omit<StoredRecord, 'version'>) => Promise<void>;
  /**
   * True for exactly one of several concurrent callers. This is how a one-time secret is spent. Does not look at the
   * expiry: read the record first.
   */
  readonly remove: (kind: RecordKind, id: string) => Promise<boolean>;
  readonly removeByOwner: (kind: RecordKind, owner: string) => Promise<void>;
  /** Deletes what has expired. */
  readonly sweep: (nowIso: string) => Promise<void>;
};

/** The whole store, as main and the commands hold it. */
export type Store = {
  readonly ledgers: LedgerStore;
  readonly records: RecordStore;
  /** Resolves when the store answers; throws DomainError('store-unavailable') otherwise. */
  readonly ping: () => Promise<void>;
  /** Hot backup into a new file (backup-format.ts), request keys included; refuses to overwrite one ('already-done'). */
  readonly backup: (file: string) => Promise<void>;
  /** Fills an empty store from a backup; 'store-not-empty' otherwise. All or nothing. */
  readonly restore: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** One sentence for the start-up line: 'embedded store in /path' or 'MongoDB at host'. No credentials. */
  readonly description: string;
};

export type PdfRequest = {
  readonly html: string;
  /** Shown in the viewer's title bar and as dc:title. */
  readonly title: string;
  /** BCP 47, e.g. 'en-GB'. */
  readonly language: string;
  /** True: it is set smaller, step by step, until it fits on one side of paper; 'too-large' when it never does. */
  readonly oneSide?: boolean;
  /** ISO instant printed into the document information; null leaves every date out. Never 'now'. */
  readonly datedIso: string | null;
  readonly attachment: {
    readonly fileName: string;
    readonly mediaType: string;
    readonly description: string;
    readonly bytes: Uint8Array;
  } | null;
  /** Where the document says that its code can be checked; kept in the file so that it can be printed again alike. */
  readonly checkAt?: string | null;
};

export type PdfPrinter = {
  /** Same request and same browser version, same bytes. 'renderer-unavailable' or 'renderer-busy' otherwise. */
  readonly print: (request: PdfRequest) => Promise<Uint8Array>;
  /** What renders, for /readyz; `ready` false carries the sentence that says why and what to do. */
  readonly state: () => Promise<{ readonly ready: boolean; readonly detail: string }>;
  readonly close: () => Promise<void>;
};

/** What a PDF shows to its reader, and what it says of itself. */
export type PrintedDocument = {
  /** What printed it and with which browser, as the file claims; '' when it does not. */
  readonly program: string;
  readonly browser: string;
  readonly checkAt: string | null;
  /** The words of each page in reading order, and a digest of all that is painted on it. */
  readonly pages: readonly { readonly words: readonly string[]; readonly drawing: string }[];
};

/** Reads a PDF back. */
export type PdfReader = {
  /** The named attachment's bytes, or undefined when it has none. */
  readonly loadAttachment: (pdf: Uint8Array) => Promise<{ fileName: string; bytes: Uint8Array } | undefined>;
  readonly loadPrint: (pdf: Uint8Array) => Promise<PrintedDocument>;
};

export type Mailer = {
  /** False when no mail server is set: the caller shows the link to copy instead. */
  readonly canSend: boolean;
  readonly send: (mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }) => Promise<void>;
};

/** Rubric files that ship with the service. */
export type RubricFiles = {
  readonly list: () => Promise<readonly { id: string; version: number; title: string; purpose: string }[]>;
  /** The parsed JSON, unchecked. Latest version when none is named. Undefined when there is none. */
  readonly load: (id: string, version?: number) => Promise<unknown>;
};

/** Schema checks at the edge: every fault, each with its JSON pointer. Empty means valid. */
export type SchemaChecker = {
  readonly check: (schemaName: string, value: unknown) => readonly { path: string; message: string }[];
  /** The same against a schema at hand; compiled once for each schema object. */
  readonly checkAgainst: (
    schema: { readonly [key: string]: unknown },
    value: unknown,
  ) => readonly { path: string; message: string }[];
};

/** Renders a named page or report template with a plain view model. */
export type TemplateRenderer = {
  readonly render: (template: string, view: object) => string;
};

/**
 * Runs a simulation, here or on other threads: the same plan gives the same outcome, bit for bit. `onProgress` hears how
 * many of its pieces are done, for those that take long enough to be run in pieces.
 */
export type Simulator = (
  plan: SimulationPlan,
  onProgress?: (done: number, all: number) => void,
) => Promise<SimulationOutcome>;

/** Reads a workbook that somebody else made. Bytes and name come from outside: nothing in them is trusted. */
export type SpreadsheetReader = {
  /**
   * The sheets of an .xlsx or .csv file, told apart by content. Refuses with 'invalid-input' or 'too-large' and the way
   * out: another format, a password, a file that unpacks to more than it may, or takes too long.
   */
  readonly load: (bytes: Uint8Array, fileName: string) => Promise<readonly Sheet[]>;
};

/** One sheet to write: the first row is the heading and is frozen; `allowed` makes a drop-down of a column's cells. */
export type SheetDraft = {
  readonly name: string;
  readonly columns: readonly {
    readonly heading: string;
    /** In characters. */
    readonly width: number;
    readonly allowed?: readonly string[];
    readonly hidden?: boolean;
    readonly wrap?: boolean;
  }[];
  readonly rows: readonly (readonly Cell[])[];
};

export type SpreadsheetWriter = {
  /** Text stays text: nothing that a person typed can become a formula. Same draft, same bytes. */
  readonly renderWorkbook: (sheets: readonly SheetDraft[]) => Promise<Uint8Array>;
  /** UTF-8 with a byte order mark, so that spreadsheet programs show every letter. */
  readonly renderCsv: (sheet: SheetDraft) => Uint8Array;
};
