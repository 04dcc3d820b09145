import { createHash } from 'node:crypto';

/** What the store knows of a session id. */
export const digestOf = (sid: string): string => createHash('sha256').update(sid).digest('hex');
