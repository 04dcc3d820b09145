import { readFileSync } from 'node:fs';

/** A worked example with its source; see test/vectors. */
export const readVector = (id: string) =>
  JSON.parse(readFileSync(new URL(`../../vectors/${id}.json`, import.meta.url), 'utf8'));
