import { DomainError } from '../core/errors.ts';
import type { PdfReader, PrintedDocument } from './ports.ts';

/** What comparing a document with a fresh print of its own record showed. */
export type Comparison =
  | { readonly outcome: 'same-bytes' | 'same-pages'; readonly checkAt: string | null }
  | {
      readonly outcome: 'differs';
      readonly where: string;
      readonly sameMaker: boolean;
      readonly makers: string;
    }
  | { readonly outcome: 'not-compared'; readonly why: string };

/** Prints the record that a document carries, `checkAt` being what the document names; throws when it cannot. */
export type Reprint = (checkAt: string | null) => Promise<Uint8Array>;

/**
 * The record inside a PDF may be whole while the pages say something else. So the record is printed again and the two
 * are laid side by side, page by page: first the words, then everything that is painted. Whoever hands the file in
 * controls its pages and what it says of its maker. A difference is proof only where the same program and browser
 * printed both: another version may word or lay out the same record otherwise.
 */
export const comparePrint = async (
  reader: PdfReader,
  given: Uint8Array,
  reprint: Reprint,
): Promise<Comparison> => {
  try {
    const theirs = await reader.loadPrint(given);
    const fresh = await reprint(theirs.checkAt);
    if (isSameBytes(given, fresh)) return { outcome: 'same-bytes', checkAt: theirs.checkAt };
    const ours = await reader.loadPrint(fresh);
    const where = firstDifference(theirs, ours);
    if (where === undefined) return { outcome: 'same-pages', checkAt: theirs.checkAt };
    const sameMaker =
      theirs.program === ours.program &&
      theirs.browser === ours.browser &&
      !ours.program.includes('(unknown)');
    const makers = `It says that ${makerOf(theirs)} made it; here it was ${makerOf(ours)}.`;
    return { outcome: 'differs', where, sameMaker, makers };
  } catch (error) {
    const why =
      error instanceof DomainError ? error.detail : 'it does not hold what a document is made from.';
    return { outcome: 'not-compared', why };
  }
};

const isSameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

const makerOf = ({ program, browser }: PrintedDocument): string =>
  program === '' ? 'a program without a name' : `${program} with ${browser}`;

/** In a sentence; undefined when every page shows the same. Words come first: they say most. */
const firstDifference = (theirs: PrintedDocument, ours: PrintedDocument): string | undefined => {
  const pages = theirs.pages.map((page, index) => ({ page, other: ours.pages[index], number: index + 1 }));
  for (const { page, other, number } of pages) {
    if (other === undefined) break;
    const [one, two] = [bodyOf(page.words), bodyOf(other.words)];
    const at = one.findIndex((word, place) => word !== two[place]);
    if (at < 0 && two.length <= one.length) continue;
    const start = Math.max(0, (at < 0 ? one.length : at) - WORDS_BEFORE);
    return `Page ${number} reads ${excerpt(one, start)}; printed again from the record it reads ${excerpt(two, start)}.`;
  }
  if (theirs.pages.length !== ours.pages.length) {
    return `It has ${theirs.pages.length} pages; printed again from the record it has ${ours.pages.length}.`;
  }
  const drawn = pages.find(({ page, other }) => page.drawing !== other?.drawing);
  return (
    drawn &&
    `Page ${drawn.number} has the words of the record, and something else on it is drawn otherwise: a line, a shape, a picture, a place, or where a link leads.`
  );
};

/** One page more changes the foot of every page; the page where it starts is what a reader wants to know. */
const bodyOf = (words: readonly string[]): readonly string[] =>
  words
    .join(' ')
    .replace(/Page (\d+) of \d+/g, 'Page $1 ')
    .split(' ');

const WORDS_BEFORE = 3;
const WORDS_SHOWN = 12;

const excerpt = (words: readonly string[], start: number): string =>
  `“${words
    .slice(start, start + WORDS_SHOWN)
    .join(' ')
    .slice(0, 200)}”`;
