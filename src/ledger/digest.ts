import { createHash } from 'node:crypto';
import type { Json } from '../core/errors.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text in UTF-8, lower-case hex. Used for secrets at rest: only the digest is kept. */
export const digestText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of the canonical JSON of a value: the printed hash of a rubric with its method. */
export const digestJson = (value: Json): string => digestText(canonicalJson(value));
