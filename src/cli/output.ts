import { DomainError } from '../core/errors.ts';

/** Results go to stdout, everything else to stderr. */
export type Output = {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
};

export const EXIT = { good: 0, faulty: 1, usage: 2, defect: 70 } as const;

/** What a command throws to end with a code after it has said all there is to say. */
export class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.name = 'Exit';
    this.code = code;
  }
}

/** One line a fault: what, where, and how to put it right. A fault of ours is told apart from a wrong input. */
export const explain = (error: unknown): { readonly lines: readonly string[]; readonly code: number } => {
  if (error instanceof Exit) return { lines: [], code: error.code };
  if (error instanceof DomainError) {
    const faults = error.faults
      .filter(({ message }) => message !== error.detail)
      .map(({ path, message }) => (path ? `${path}: ${message}` : message));
    return { lines: [error.detail, ...faults], code: EXIT.usage };
  }
  return {
    lines: [
      'This is a fault of ours:',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ],
    code: EXIT.defect,
  };
};
