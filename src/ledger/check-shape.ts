import {
  DECISION_ID,
  ENTRY_VERSION,
  EXPORT_FORMAT,
  HASH,
  INSTANT,
  LABEL,
  MAX_SECTIONS,
  WORD,
} from './entry.ts';
import { renderPointer } from './json-pointer.ts';
import type { LedgerFault, LedgerFaultCode } from './ledger-fault.ts';
import { parseSalt } from './section.ts';

/** Where in the document something stands, and where in the ledger. */
export type Place = { readonly path: string; readonly seq?: number; readonly section?: string };
export type Report = (fault: LedgerFault) => void;
export type Fields = Readonly<Record<string, unknown>>;

type Rule = {
  readonly holds: (value: unknown) => boolean;
  readonly code: LedgerFaultCode;
  readonly asks: string;
};
type Rules = Readonly<Record<string, Rule>>;

const matching = (pattern: RegExp, asks: string, code: LedgerFaultCode = 'wrong-form'): Rule => ({
  holds: (value) => typeof value === 'string' && pattern.test(value),
  code,
  asks,
});
const hash = matching(HASH, '64 characters from 0-9 and a-f', 'hash-form');
const decision = matching(DECISION_ID, '32 characters from 0-9 and a-f');
const word = matching(WORD, '1 to 64 characters from a-z, 0-9 and -');
const label = matching(LABEL, '1 to 200 characters, none of them a control character');
const list: Rule = { holds: Array.isArray, code: 'wrong-form', asks: 'a list' };
const object: Rule = {
  holds: (value) => asFields(value) !== undefined,
  code: 'wrong-form',
  asks: 'an object',
};

const EXPORT_RULES: Rules = {
  format: { holds: (value) => value === EXPORT_FORMAT, code: 'wrong-format', asks: `"${EXPORT_FORMAT}"` },
  decision,
  entries: list,
};
const STORED_RULES: Rules = { entry: object, hash, openings: object };
const ENTRY_RULES: Rules = {
  v: { holds: (value) => value === ENTRY_VERSION, code: 'wrong-version', asks: String(ENTRY_VERSION) },
  decision,
  seq: {
    holds: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
    code: 'wrong-form',
    asks: 'a number from 1 on',
  },
  at: matching(INSTANT, 'a time such as 2026-11-22T09:30:00.000Z'),
  actor: label,
  act: word,
  sections: list,
  prev: hash,
};
const SECTION_RULES: Rules = { name: label, type: word, commit: hash };
const OPENING_RULES: Rules = {
  value: { holds: () => true, code: 'wrong-form', asks: 'any value' },
  salt: {
    holds: (value) => typeof value === 'string' && parseSalt(value) !== undefined,
    code: 'salt-not-canonical',
    asks: '32 bytes in base64, written in the one canonical way',
  },
};

export const asFields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** Own fields only: '__proto__' and 'constructor' are keys like any other here. */
export const fieldOf = (holder: unknown, key: string): unknown => {
  const fields = asFields(holder);
  return fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
};

export const below = (place: Place, ...steps: (string | number)[]): Place => ({
  ...place,
  path: place.path + renderPointer(steps),
});

const checkFields = (value: unknown, rules: Rules, place: Place, report: Report): void => {
  const fields = asFields(value);
  if (fields === undefined) {
    report({ code: 'wrong-form', ...place, message: 'Here belongs an object.' });
    return;
  }
  for (const key of Object.keys(fields)) {
    if (Object.hasOwn(rules, key)) continue;
    report({ code: 'extra-key', ...below(place, key), message: 'The format has no such key here.' });
  }
  for (const [key, { holds, code, asks }] of Object.entries(rules)) {
    if (!Object.hasOwn(fields, key)) {
      report({ code: 'missing-key', ...place, message: `The key "${key}" is not here.` });
    } else if (!holds(fields[key])) {
      report({ code, ...below(place, key), message: `Here belongs ${asks}.` });
    }
  }
};

export const checkExportShape = (document: unknown, report: Report): void => {
  checkFields(document, EXPORT_RULES, { path: '' }, report);
};

/** One stored entry, down to its last opening. */
export const checkStoredShape = (stored: unknown, place: Place, report: Report): void => {
  checkFields(stored, STORED_RULES, place, report);
  const entry = asFields(fieldOf(stored, 'entry'));
  if (entry) checkFields(entry, ENTRY_RULES, below(place, 'entry'), report);
  const sections = fieldOf(entry, 'sections');
  if (Array.isArray(sections)) checkSectionShapes(sections, below(place, 'entry', 'sections'), report);
  for (const [section, opening] of Object.entries(asFields(fieldOf(stored, 'openings')) ?? {})) {
    checkFields(opening, OPENING_RULES, { ...below(place, 'openings', section), section }, report);
  }
};

const checkSectionShapes = (sections: readonly unknown[], place: Place, report: Report): void => {
  if (sections.length > MAX_SECTIONS) {
    const message = `One entry has at most ${MAX_SECTIONS} sections; this has ${sections.length}.`;
    report({ code: 'too-many-sections', ...place, message });
  }
  const names = new Set<unknown>();
  for (const [index, section] of sections.entries()) {
    const name = fieldOf(section, 'name');
    const here = { ...below(place, index), ...(typeof name === 'string' ? { section: name } : {}) };
    checkFields(section, SECTION_RULES, here, report);
    if (name !== undefined && names.has(name)) {
      report({
        code: 'duplicate-section',
        ...here,
        message: 'Two sections of this entry have the same name.',
      });
    }
    names.add(name);
  }
};
