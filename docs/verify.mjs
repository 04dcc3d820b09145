// Checks a ledger export with none of the service's own code; ledger-format.md has the rules. Needs only Node 20.
//   node docs/verify.mjs FILE.json      exit 0: intact   1: faulty, and what was found   2: nothing to read
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';

const text = (pattern) => (value) => typeof value === 'string' && pattern.test(value);
const list = (form) => (value) => Array.isArray(value) && value.every(form);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
// An object with exactly these keys, each holding what its form asks.
const object = (forms) => (value) =>
  isObject(value) &&
  Object.keys(value).every((key) => Object.hasOwn(forms, key)) &&
  Object.keys(forms).every((key) => Object.hasOwn(value, key) && forms[key](value[key]));

const [id, hash] = [text(/^[0-9a-f]{32}$/), text(/^[0-9a-f]{64}$/)];
const time = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const word = text(/^[a-z0-9-]{1,64}$/);
const label = text(/^[^\u0000-\u001f\u007f-\u009f]{1,200}$/u);
const salt = text(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
const seq = (value) => Number.isSafeInteger(value) && value > 0;
const sections = list(object({ name: label, type: word, commit: hash }));
const v = (value) => value === 1;
const entry = object({ v, decision: id, seq, at: time, actor: label, act: word, sections, prev: hash });
const opening = object({ salt, value: () => true });
const openings = (value) => isObject(value) && Object.values(value).every(opening);
const entries = list(object({ entry, hash, openings }));
const isExport = object({ format: text(/^counterweight-export\/1$/), decision: id, entries });

// RFC 8785 for whole numbers and for text in NFC.
const jcs = (value, level = 1) => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('not a whole number');
  if (typeof value === 'string' && (/\p{Surrogate}/u.test(value) || value.normalize('NFC') !== value))
    throw new Error('text that is not well-formed, or not in NFC');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (level > 64) throw new Error('nested too deep');
  if (Array.isArray(value)) return `[${value.map((item) => jcs(item, level + 1)).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${jcs(key)}:${jcs(value[key], level + 1)}`).join(',')}}`;
};
const sha256 = (...parts) =>
  parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex');

export const verifyLedger = (bytes) => {
  const found = { faults: [], entries: 0, withheld: 0, erased: 0 };
  const expect = (holds, fault) => holds || found.faults.push(fault);
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const file = JSON.parse(content);
    expect(content === `${jcs(file)}\n`, 'the file: written again, it is not the same bytes');
    expect(isExport(file) && file.entries.length > 0, 'the file: a part does not have the form it should');
    if (found.faults.length === 0) checkChain(file, expect, found);
  } catch (error) {
    found.faults.push(`the file: ${error.message}`);
  }
  return found;
};

const checkChain = (file, expect, found) => {
  const [salts, erased] = [new Set(), new Set()];
  found.entries = file.entries.length;
  // From the last entry to the first, because what erases a section comes after it.
  for (const [index, { entry, hash, openings }] of [...file.entries.entries()].reverse()) {
    const place = `entry ${index + 1}`;
    const names = new Set(entry.sections.map(({ name }) => name));
    expect(entry.seq === index + 1 && entry.decision === file.decision, `${place}: seq or decision`);
    expect(entry.prev === (file.entries[index - 1]?.hash ?? '0'.repeat(64)), `${place}: prev`);
    expect(hash === sha256('counterweight/entry/1\n', jcs(entry)), `${place}: hash`);
    expect(names.size === entry.sections.length && names.size <= 2000, `${place}: sections`);
    for (const name of Object.keys(openings)) expect(names.has(name), `${place}: no section ${name}`);
    for (const { name, commit } of entry.sections) {
      const isErased = erased.has(`${entry.seq}/${name}`);
      if (Object.hasOwn(openings, name)) {
        const { value, salt } = openings[name];
        // What a section holds nests at most 32 levels, so the count starts half-way.
        const parts = ['counterweight/section/1\n', Buffer.from(salt, 'base64'), jcs(value, 33)];
        expect(commit === sha256(...parts), `${place}: section ${name}`);
        expect(!isErased && !salts.has(salt), `${place}: section ${name} is erased, or shares a salt`);
        salts.add(salt);
      } else found[isErased ? 'erased' : 'withheld'] += 1;
    }
    const facts = entry.act === 'section-erased' ? openings.facts?.value : undefined;
    if (Number.isInteger(facts?.seq) && typeof facts.section === 'string')
      erased.add(`${facts.seq}/${facts.section}`);
  }
};

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  try {
    const { faults, ...count } = verifyLedger(readFileSync(process.argv[2]));
    const intact = `intact (${count.entries} entries, ${count.withheld} withheld, ${count.erased} erased)`;
    console.log(faults.join('\n') || intact);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } catch {
    console.error('There is no such file to read. Use: node docs/verify.mjs FILE.json');
    process.exitCode = 2;
  }
}
