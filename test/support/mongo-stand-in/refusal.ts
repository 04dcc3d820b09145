import type { Document } from './wire.ts';

/** An error as a MongoDB server answers it. */
export class CommandRefusal extends Error {
  readonly reply: Document;

  constructor(code: number, codeName: string, message: string, rest: Document = {}) {
    super(message);
    this.reply = { ok: 0, code, codeName, errmsg: message, ...rest };
  }
}

/** The stand-in does only what the adapter needs. Anything else must fail loudly, never come close to working. */
export const notSpoken = (what: string): CommandRefusal =>
  new CommandRefusal(115, 'CommandNotSupported', `The stand-in does not know ${what}.`);

export const assertOnly = (document: Document, allowed: readonly string[], where: string): void => {
  const unknown = Object.keys(document).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw notSpoken(`'${unknown}' in ${where}`);
};
