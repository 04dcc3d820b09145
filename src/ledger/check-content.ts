import type { Json } from '../core/errors.ts';
import { hashEntryJson } from './chain.ts';
import { below, fieldOf } from './check-shape.ts';
import type { Fields, Place, Report } from './check-shape.ts';
import { nestsDeeper } from './check-value.ts';
import { HASH, MAX_VALUE_DEPTH } from './entry.ts';
import { checkText } from './ledger-text.ts';
import { commitSection, parseSalt } from './section.ts';

/** Undefined when it cannot be worked out, because the entry holds something that has no canonical form. */
export const workOutHash = (entry: unknown): string | undefined => {
  try {
    return hashEntryJson(entry as Json);
  } catch {
    return undefined;
  }
};

/** Whether the hash stated beside an entry is the entry's. One of the wrong form has been reported as that already. */
export const checkStatedHash = (
  stated: unknown,
  hash: string | undefined,
  place: Place,
  report: Report,
): void => {
  if (typeof stated !== 'string' || !HASH.test(stated) || stated === hash) return;
  report({
    code: 'edited-entry',
    ...place,
    message: 'The entry and the hash beside it do not belong together.',
  });
};

/** Whether every opening is what was committed to, and is no more than what was committed to. */
export const checkOpenings = (
  sections: readonly unknown[],
  openings: Fields,
  place: Place,
  report: Report,
): void => {
  const commits = new Map(sections.map((section) => [fieldOf(section, 'name'), fieldOf(section, 'commit')]));
  for (const [section, opening] of Object.entries(openings)) {
    const here = { ...below(place, 'openings', section), section };
    const commit = commits.get(section);
    if (!commits.has(section)) {
      report({
        code: 'opening-without-commit',
        ...here,
        message: 'The entry commits to no section of this name.',
      });
    } else if (typeof commit === 'string' && HASH.test(commit)) {
      checkOpening(commit, opening, here, report);
    }
    const value = fieldOf(opening, 'value');
    if (nestsDeeper(value, MAX_VALUE_DEPTH)) {
      const message = `The value nests deeper than ${MAX_VALUE_DEPTH} levels.`;
      report({ code: 'too-deep', ...below(here, 'value'), message });
    }
  }
};

const checkOpening = (commit: string, opening: unknown, place: Place, report: Report): void => {
  const saltText = fieldOf(opening, 'salt');
  const salt = typeof saltText === 'string' ? parseSalt(saltText) : undefined;
  if (salt === undefined) return; // Reported as a salt of the wrong form.
  if (workOutCommit(fieldOf(opening, 'value'), salt) === commit) return;
  report({ code: 'edited-section', ...place, message: 'The content is not what the entry committed to.' });
};

const workOutCommit = (value: unknown, salt: Uint8Array): string | undefined => {
  try {
    return commitSection(value as Json, salt);
  } catch {
    return undefined;
  }
};

/** Whether every text of a stored entry, keys included, is well-formed and composed. */
export const checkTexts = (stored: unknown, place: Place, report: Report): void => {
  for (const { path, message } of checkText(stored)) {
    report({ code: 'unicode-form', ...place, path: place.path + path, message });
  }
};
