import { MAX_DEPTH } from './canonical-json.ts';
import { renderPointer } from './json-pointer.ts';
import type { LedgerFault, LedgerFaultCode } from './ledger-fault.ts';
import { isWellFormed } from './well-formed.ts';

type Level = { readonly keys: Set<string> | undefined; lastKey: string | undefined; step: string | number };

/**
 * Where and how a JSON text departs from the canonical form. The text must be JSON already; whoever calls has parsed
 * it. This only explains: whether a document is in canonical form is decided by writing it again and comparing, so
 * something overlooked here can hide the reason for a refusal but never turn it into a pass.
 */
export const checkJsonForm = (text: string): LedgerFault[] => {
  const faults: LedgerFault[] = [];
  const levels: Level[] = [];
  let expectsKey = false;
  let tooDeep = false;
  let spaces = 0;

  const report = (code: LedgerFaultCode, message: string): void => {
    faults.push({ code, path: renderPointer(levels.map(({ step }) => step)), message });
  };

  const open = (isObject: boolean): void => {
    levels.push({ keys: isObject ? new Set() : undefined, lastKey: undefined, step: isObject ? '' : 0 });
    expectsKey = isObject;
    if (levels.length <= MAX_DEPTH) return;
    tooDeep = true;
    const message = `The document nests deeper than ${MAX_DEPTH} levels; nothing was read beyond.`;
    faults.push({ code: 'too-deep', path: '', message });
  };

  const close = (): void => {
    levels.pop();
    expectsKey = false;
  };

  const separate = (): void => {
    const level = levels.at(-1);
    if (level === undefined) return;
    if (level.keys !== undefined) expectsKey = true;
    else if (typeof level.step === 'number') level.step += 1;
  };

  const meetKey = (key: string): void => {
    const level = levels.at(-1);
    if (level?.keys === undefined) return;
    level.step = key;
    if (level.keys.has(key))
      report('duplicate-key', 'This key stands here twice; readers would differ on which one counts.');
    else if (level.lastKey !== undefined && key < level.lastKey)
      report('key-order', 'This key is out of order.');
    level.keys.add(key);
    level.lastKey = key;
    expectsKey = false;
  };

  let at = 0;
  while (at < text.length && !tooDeep) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = endOfString(text, at);
      const raw = text.slice(at, end);
      const value = JSON.parse(raw) as string;
      if (expectsKey) meetKey(value);
      if (!isWellFormed(value)) report('unicode-form', 'The text holds half of a surrogate pair.');
      else if (JSON.stringify(value) !== raw)
        report('escape-form', 'A character is written as an escape that need not be one.');
      at = end;
    } else if (/[-0-9]/.test(character)) {
      const end = endOfNumber(text, at);
      const raw = text.slice(at, end);
      if (!isCanonicalNumber(raw))
        report('number-form', `The number ${raw.slice(0, 40)} is not a plain whole number.`);
      at = end;
    } else {
      if (character === '{' || character === '[') open(character === '{');
      else if (character === '}' || character === ']') close();
      else if (character === ',') separate();
      else if (/\s/.test(character)) spaces += 1;
      at += 1;
    }
  }
  if (spaces > 0) {
    const message = `There is white space between the parts of the document, ${spaces} characters in all.`;
    faults.push({ code: 'white-space', path: '', message });
  }
  return faults;
};

/** The place behind the closing quote of the string that opens at `start`. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
};

const endOfNumber = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && /[-+.0-9eE]/.test(text.charAt(at))) at += 1;
  return at;
};

const isCanonicalNumber = (raw: string): boolean =>
  /^(0|-?[1-9]\d*)$/.test(raw) && Number.isSafeInteger(Number(raw));
