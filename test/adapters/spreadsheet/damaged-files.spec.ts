import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { createSpreadsheetReader } from '../../../src/adapters/spreadsheet/reader.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { FOLDER } from '../../support/make-workbooks.ts';
import { zipParts } from '../../support/raw-workbook.ts';

const { load } = createSpreadsheetReader();
const files = readdirSync(FOLDER)
  .filter((file) => /\.(xlsx|csv)$/.test(file))
  .map((file) => ({ file, bytes: readFileSync(join(FOLDER, file)) }));
const workbooks = files.filter(({ file }) => file.endsWith('.xlsx'));

/** Reads, or is refused in words: never anything else. Says which. */
const outcomeOf = async (bytes: Uint8Array, file: string): Promise<'read' | 'refused'> => {
  try {
    await load(bytes, file);
    return 'read';
  } catch (error) {
    expect(error, String(error)).to.be.instanceOf(DomainError);
    expect(['invalid-input', 'too-large']).to.include((error as DomainError).code);
    expect((error as DomainError).detail).to.match(/\.$/);
    return 'refused';
  }
};

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.integer({ min: 0, max: 255 }),
});

describe('a damaged file', () => {
  it('reads or is refused in words, wherever bytes were changed or the end is missing', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 6 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        async ({ file, bytes }, changes, kept) => {
          const damaged = Uint8Array.from(bytes.subarray(0, Math.ceil(bytes.length * Math.min(kept, 1))));
          for (const { at, to } of changes) damaged[Math.floor(at * damaged.length)] = to;
          seen.add(await outcomeOf(damaged, file));
        },
      ),
      { numRuns: 800 },
    );
    expect([...seen].sort()).to.deep.equal(['read', 'refused']);
  }).timeout(120_000);

  it('reads or is refused in words, whatever stands in its parts', async () => {
    const signs = fc.constantFrom(
      '<',
      '>',
      '"',
      '/',
      '&',
      ' ',
      '<c>',
      '</c>',
      '<row r="0">',
      '<v>',
      '-',
      '1e999',
      't="s"',
      'é',
      '\0',
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...workbooks),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4), signs), {
          minLength: 1,
          maxLength: 5,
        }),
        async ({ file, bytes }, which, edits) => {
          const parts = Object.fromEntries(
            Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
          );
          const names = Object.keys(parts);
          const name = names[Math.floor(which * names.length)] ?? '';
          for (const [at, length, sign] of edits) {
            const part = parts[name] ?? '';
            const place = Math.floor(at * part.length);
            parts[name] = part.slice(0, place) + sign + part.slice(place + length);
          }
          seen.add(await outcomeOf(zipParts(parts), file));
        },
      ),
      { numRuns: 800 },
    );
    expect([...seen].sort()).to.deep.equal(['read', 'refused']);
  }).timeout(120_000);
});
