/**
 * Writes test/fixtures/workbooks: scoring workbooks of the shapes that people keep, and expected.json, which says in
 * figures what a person who reads them understands. Same bytes each time: node --import tsx test/support/make-workbooks.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { ENGLISH_WORKBOOKS } from './workbooks/english.ts';
import { FILED_AS_CSV } from './workbooks/filed-as-csv.ts';
import { OTHER_LANGUAGES } from './workbooks/other-languages.ts';
import { REFUSED_WORKBOOKS } from './workbooks/refused.ts';

export const ALL_WORKBOOKS = [
  ...ENGLISH_WORKBOOKS,
  ...OTHER_LANGUAGES,
  ...FILED_AS_CSV,
  ...REFUSED_WORKBOOKS,
];

export const FOLDER = join(fileURLToPath(new URL('../fixtures/workbooks', import.meta.url)));

/** Every file by its name, expected.json with them. */
export const makeWorkbooks = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const expected = JSON.stringify(ALL_WORKBOOKS.map((one) => one.expected));
  return new Map([
    ...ALL_WORKBOOKS.map(({ bytes, expected: { file } }) => [file, bytes] as const),
    ['expected.json', Buffer.from(await format(expected, { parser: 'json', printWidth: 110 }))] as const,
  ]);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, bytes] of await makeWorkbooks()) writeFileSync(join(FOLDER, file), bytes);
}
