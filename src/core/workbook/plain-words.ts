import type { Cell } from './sheet.ts';

/** What a cell says, as a person reads it: spaces folded, '' for an empty cell. */
export const cellText = (cell: Cell | undefined): string => {
  if (!cell) return '';
  switch (cell.kind) {
    case 'text':
      return cell.text.replace(/\s+/gu, ' ').trim();
    case 'number':
      return cell.number;
    case 'day':
      return cell.day;
    case 'flag':
      return cell.flag ? 'TRUE' : 'FALSE';
    case 'fault':
      return cell.fault;
  }
};

/** Words to compare headings and names by: small letters without accents, anything else between them one space. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** The id that a title gives; '' when it has no letter or digit of the Latin alphabet. */
export const slugOf = (title: string): string =>
  plainWords(title)
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
    .replace(/ +/g, '-')
    .slice(0, 48)
    .replace(/-$/, '');

/** This id, or with a number where it is taken; taken from then on. */
export const freeId = (base: string, taken: Set<string>): string => {
  let id = base;
  for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
  taken.add(id);
  return id;
};

/** An id for each title, all different. */
export const idsFor = (titles: readonly string[], fallback: string): readonly string[] => {
  const taken = new Set<string>();
  return titles.map((title, index) => freeId(slugOf(title) || `${fallback}-${index + 1}`, taken));
};
