import { DomainError } from '../core/errors.ts';
import type { Fault, Json } from '../core/errors.ts';
import { decodeDecimals } from '../core/decision/model/decimals.ts';
import type { Rubric } from '../core/rubric/rubric.ts';
import { digestText } from '../ledger/digest.ts';
import { readCanonicalJson } from '../ledger/read-canonical-json.ts';
import type { Account } from './account.ts';
import type { Clock, SchemaChecker, Store } from './ports.ts';
import { renderSharedDecision, SHARED_MOST_BYTES } from './shared-decision.ts';
import type { SharedDecision } from './shared-decision.ts';

/**
 * What other organisations decided, from files that they made and somebody here took in. Kept beside the ledgers: it is
 * no decision of this organisation, and is shown as what somebody else says.
 */
export type ElsewhereFile = {
  /** Follows from the file, so that the same one is taken in once. */
  readonly id: string;
  readonly takenInAt: string;
  readonly shared: SharedDecision;
};

type ElsewherePorts = { readonly store: Store; readonly clock: Clock; readonly schemas: SchemaChecker };

/** Who may take files in and remove them. The command line is for whoever runs the service. */
export const assertMayKeep = ({ roles }: Account): void => {
  if (roles.includes('lead') || roles.includes('administrator')) return;
  throw new DomainError(
    'not-allowed',
    'Only somebody with the lead role or an administrator can add and remove these files.',
  );
};

/** Bytes from anybody: small, canonical, of the format, text only, the rubric a rubric. Every fault is named. */
export const parseSharedDecision = (ports: ElsewherePorts, bytes: Uint8Array): SharedDecision => {
  if (bytes.length > SHARED_MOST_BYTES) {
    throw new DomainError(
      'too-large',
      `A shared decision has at most ${SHARED_MOST_BYTES / 1000} kB. This file has more, so it is something else.`,
    );
  }
  const { value, faults } = readCanonicalJson(bytes, '\n');
  if (value === undefined || faults.length > 0) throw notOurs(faults);
  return assertShared(ports, value);
};

const notOurs = (faults: readonly Fault[]): DomainError =>
  new DomainError(
    'invalid-input',
    'This file is not a shared decision as Counterweight writes it. Ask for it again, unchanged.',
    {},
    faults,
  );

const assertShared = ({ schemas }: ElsewherePorts, value: Json): SharedDecision => {
  const faults = schemas.check('shared-decision', value);
  if (faults.length > 0) throw notOurs(faults);
  const shared = value as unknown as SharedDecision;
  const inRubric = shared.rubric === null ? [] : schemas.check('rubric', decodeDecimals(shared.rubric));
  if (inRubric.length > 0)
    throw notOurs(inRubric.map(({ path, message }) => ({ path: `/rubric${path}`, message })));
  return shared;
};

/** Takes a file in; one that is here already is found and not kept twice. */
export const importSharedDecision = async (
  ports: ElsewherePorts,
  bytes: Uint8Array,
): Promise<ElsewhereFile> => keep(ports, parseSharedDecision(ports, bytes));

/** The same from a value that a program sent. */
export const importSharedValue = async (ports: ElsewherePorts, value: unknown): Promise<ElsewhereFile> =>
  importSharedDecision(ports, new TextEncoder().encode(renderSharedDecision(value as SharedDecision)));

const keep = async (ports: ElsewherePorts, shared: SharedDecision): Promise<ElsewhereFile> => {
  const id = digestText(renderSharedDecision(shared)).slice(0, 32);
  const now = ports.clock.nowIso();
  const known = await ports.store.records.get('elsewhere', id, now);
  if (known) return fileOf(id, known.value);
  const value = { takenInAt: now, shared: shared as unknown as Json };
  await ports.store.records.overwrite({ kind: 'elsewhere', id, owner: '', expiresAt: null, value });
  return { id, takenInAt: now, shared };
};

const fileOf = (id: string, value: Json): ElsewhereFile => ({
  id,
  ...(value as unknown as Omit<ElsewhereFile, 'id'>),
});

/** Newest first. */
export const listElsewhere = async (
  ports: Pick<ElsewherePorts, 'store' | 'clock'>,
): Promise<readonly ElsewhereFile[]> =>
  (await ports.store.records.list('elsewhere', ports.clock.nowIso()))
    .map(({ id, value }) => fileOf(id, value))
    .sort((a, b) => (a.takenInAt === b.takenInAt ? 0 : a.takenInAt < b.takenInAt ? 1 : -1));

export const removeElsewhere = async (ports: Pick<ElsewherePorts, 'store'>, id: string): Promise<void> => {
  if (!/^[0-9a-f]{32}$/.test(id) || !(await ports.store.records.remove('elsewhere', id)))
    throw new DomainError('not-found', 'There is no such file here.');
};

/** The rubric that the file carries, as a rubric file has it. */
export const sharedRubric = ({ rubric }: SharedDecision): Rubric | null =>
  rubric === null ? null : (decodeDecimals(rubric) as Rubric);
