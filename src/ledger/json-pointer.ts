/** The keys and indexes that lead from the whole document to a place in it. */
export type Trail = (string | number)[];

/** A trail as a JSON pointer (RFC 6901): '' for the whole, '/entries/0/hash' for a part. */
export const renderPointer = (trail: readonly (string | number)[]): string =>
  trail.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
