import { createHash } from 'node:crypto';
import { DomainError } from '../core/errors.ts';
import type { Fault, Json } from '../core/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkValue } from './check-value.ts';
import {
  DECISION_ID,
  ENTRY_VERSION,
  GENESIS_PREV,
  HASH,
  INSTANT,
  LABEL,
  MAX_SECTIONS,
  SALT_BYTES,
  WORD,
} from './entry.ts';
import type { Entry, SectionCommit, SectionOpening, StoredEntry } from './entry.ts';
import { renderPointer } from './json-pointer.ts';
import { checkText } from './ledger-text.ts';
import { commitSection, renderSalt } from './section.ts';

const ENTRY_PREFIX = 'counterweight/entry/1\n';

/** What one entry may hold at most, openings included, so that it is one small write on every store. */
export const MAX_ENTRY_CHARACTERS = 4_000_000;

/** `salt`: 32 random bytes, drawn for this section and used for no other. */
export type SectionInput = {
  readonly name: string;
  readonly type: string;
  readonly value: Json;
  readonly salt: Uint8Array;
};

export type EntryInput = {
  readonly decision: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  /** Hash of the entry before, GENESIS_PREV for the first. */
  readonly prev: string;
  readonly sections: readonly SectionInput[];
};

/** The hash that the next entry names as `prev`, and that a printed decision carries. */
export const hashEntry = (entry: Entry): string => hashEntryJson(entry);

/** The same for something that claims to be an entry. */
export const hashEntryJson = (entry: Json): string =>
  createHash('sha256').update(ENTRY_PREFIX).update(canonicalJson(entry), 'utf8').digest('hex');

/**
 * One act, committed and hashed, ready to be appended. Refuses whatever the format has no place for, every fault at
 * once, so that nothing can be appended that would later fail to verify.
 */
export const buildEntry = (input: EntryInput): StoredEntry => {
  const faults = [...checkFields(input), ...checkSections(input.sections)];
  if (faults.length > 0) {
    throw new DomainError('invalid-input', 'This cannot be recorded as it stands.', {}, faults);
  }
  const { decision, seq, at, actor, act, prev } = input;
  const sections: SectionCommit[] = input.sections.map(({ name, type, value, salt }) => {
    return { name, type, commit: commitSection(value, salt) };
  });
  const openings: [string, SectionOpening][] = input.sections.map(({ name, value, salt }) => {
    return [name, { value, salt: renderSalt(salt) }];
  });
  const entry: Entry = { v: ENTRY_VERSION, decision, seq, at, actor, act, sections, prev };
  return { entry, hash: hashEntry(entry), openings: Object.fromEntries(openings) };
};

const checkFields = ({ decision, seq, at, actor, act, prev }: EntryInput): Fault[] => {
  const faults: Fault[] = [];
  const expect = (holds: boolean, path: string, message: string): void => {
    if (!holds) faults.push({ path, message });
  };
  expect(DECISION_ID.test(decision), '/decision', 'A decision id is 32 characters from 0-9 and a-f.');
  expect(Number.isSafeInteger(seq) && seq >= 1, '/seq', 'Entries are counted 1, 2, 3.');
  expect(INSTANT.test(at), '/at', 'A time is written as 2026-11-22T09:30:00.000Z.');
  expect(isLabel(actor), '/actor', `An actor is ${LABEL_RULE}.`);
  expect(WORD.test(act), '/act', `The name of an act is ${WORD_RULE}.`);
  expect(HASH.test(prev), '/prev', 'A hash is 64 characters from 0-9 and a-f.');
  expect(
    (prev === GENESIS_PREV) === (seq === 1),
    '/prev',
    'The first entry, and only the first, follows 64 zeros.',
  );
  return faults;
};

const LABEL_RULE = '1 to 200 characters of composed text, none of them a control character';
const WORD_RULE = '1 to 64 characters from a-z, 0-9 and -';

const isLabel = (text: string): boolean => LABEL.test(text) && checkText(text, true).length === 0;

const checkSections = (sections: readonly SectionInput[]): Fault[] => {
  if (sections.length > MAX_SECTIONS) {
    return [
      {
        path: '/sections',
        message: `One act can record ${MAX_SECTIONS} parts; this has ${sections.length}.`,
      },
    ];
  }
  const faults = sections.flatMap(checkSection);
  const names = new Set<string>();
  const salts = new Set<string>();
  let characters = 0;
  for (const { name, value, salt } of sections) {
    const path = renderPointer(['sections', name]);
    if (names.has(name)) faults.push({ path, message: 'Two parts of one act have the same name.' });
    if (salts.has(renderSalt(salt)))
      faults.push({ path, message: 'Two parts of one act have the same salt.' });
    names.add(name);
    salts.add(renderSalt(salt));
    if (faults.length === 0) characters += canonicalJson(value).length;
  }
  if (characters > MAX_ENTRY_CHARACTERS) {
    faults.push({
      path: '/sections',
      message: `One act can record ${MAX_ENTRY_CHARACTERS} characters; this has ${characters}.`,
    });
  }
  return faults;
};

const checkSection = ({ name, type, value, salt }: SectionInput): Fault[] => {
  const path = renderPointer(['sections', name]);
  const faults = checkValue(value).map((fault) => ({ ...fault, path: `${path}${fault.path}` }));
  if (!isLabel(name)) faults.push({ path, message: `The name of a part is ${LABEL_RULE}.` });
  if (!WORD.test(type)) faults.push({ path, message: `The type of a part is ${WORD_RULE}.` });
  if (salt.length !== SALT_BYTES) faults.push({ path, message: `A salt is ${SALT_BYTES} random bytes.` });
  return faults;
};
