import { asFields, below, fieldOf } from './check-shape.ts';
import type { Place, Report } from './check-shape.ts';
import { erasureKey, findErased } from './erasure.ts';

export type Absent = { readonly withheld: number; readonly erased: number };

/**
 * Counts the sections that are committed to and not here. One that the ledger says is erased must not be here: erasing
 * is recorded first and done after, so one that is still held is an erasure that was never finished, or was undone.
 */
export const checkAbsent = (stream: readonly unknown[], report: Report): Absent => {
  const erasedBy = findErased(stream);
  let [withheld, erased] = [0, 0];
  for (const [index, stored] of stream.entries()) {
    const entry = fieldOf(stored, 'entry');
    const seq = fieldOf(entry, 'seq');
    const sections = fieldOf(entry, 'sections');
    const openings = asFields(fieldOf(stored, 'openings')) ?? {};
    for (const section of Array.isArray(sections) ? sections : []) {
      const name = fieldOf(section, 'name');
      if (typeof name !== 'string') continue;
      const saidAt = erasedBy.get(erasureKey(seq, name));
      if (!Object.hasOwn(openings, name)) {
        if (saidAt === undefined) withheld += 1;
        else erased += 1;
      } else if (saidAt !== undefined && typeof seq === 'number') {
        const place = { ...below({ path: '/entries', seq }, index, 'openings', name), section: name };
        report({
          code: 'erased-section-present',
          ...place,
          message: `Entry ${saidAt} says that this was erased.`,
        });
      }
    }
  }
  return { withheld, erased };
};

/** Every section has a salt of its own: with a shared one, what is left of one section would help to guess the other. */
export const checkSalts = (stream: readonly unknown[], report: Report): void => {
  const seen = new Set<string>();
  for (const [index, stored] of stream.entries()) {
    for (const [section, opening] of Object.entries(asFields(fieldOf(stored, 'openings')) ?? {})) {
      const salt = fieldOf(opening, 'salt');
      if (typeof salt !== 'string') continue;
      const place: Place = { path: '/entries', ...seqOf(stored), section };
      const message = 'Another section has the same salt.';
      if (seen.has(salt))
        report({ code: 'reused-salt', ...below(place, index, 'openings', section, 'salt'), message });
      seen.add(salt);
    }
  }
};

/** For a place: the number of a stored entry, if it has one. */
export const seqOf = (stored: unknown): { seq?: number } => {
  const seq = fieldOf(fieldOf(stored, 'entry'), 'seq');
  return typeof seq === 'number' ? { seq } : {};
};
