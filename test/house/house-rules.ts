/** The rules of docs/house.md about names and size, as functions over file names and contents. */

export type SourceFile = { readonly path: string; readonly text: string };

const MOST_LINES = 250;
const NAMELESS = /(^|\/)(utils?|helpers?|common|shared|misc|lib|managers?)(\/|\.[a-z]+$)/;
/** Sass wants a leading underscore on what other style sheets take in. */
const KEBAB = /^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*|_[a-z0-9-]+\.scss)$/;

const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

export const listTooLong = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ text }) => lineCount(text) > MOST_LINES)
    .map(({ path, text }) => `${path}: ${lineCount(text)} lines`);

/** A folder or file whose name says nothing collects whatever has no place. */
export const listNameless = (files: readonly SourceFile[]): readonly string[] =>
  files.map(({ path }) => path).filter((path) => NAMELESS.test(path));

export const listOddNames = (files: readonly SourceFile[]): readonly string[] =>
  files.map(({ path }) => path).filter((path) => !path.split('/').every((part) => KEBAB.test(part)));

/** A barrel hides where a thing comes from; a default export lets each reader call it something else. */
export const listOddExports = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ text }) => /^export (default\b|\*|\{[^}]*\} from\b|type \{[^}]*\} from\b)/m.test(text))
    .map(({ path }) => path);

/** Work that was left for later belongs in an issue. */
export const listLeftForLater = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ text }) =>
      new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`).test(text),
    )
    .map(({ path }) => path);
