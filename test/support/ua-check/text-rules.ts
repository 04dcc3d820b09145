import type { PDFDocument } from 'pdf-lib';
import { unless, type UaFault } from './fault.ts';
import { hasText, listTags } from './tag-tree.ts';

/** Headings start at level one and go down one level at a time. */
export const checkHeadings = (document: PDFDocument): readonly UaFault[] => {
  const levels = listTags(document).flatMap(({ kind }) =>
    /^H[1-6]$/.test(kind) ? [Number(kind.slice(1))] : [],
  );
  return levels.flatMap((level, index) =>
    unless(level <= (levels[index - 1] ?? 0) + 1, '7.4.2', `H${level} follows H${levels[index - 1] ?? 0}`),
  );
};

/** Every picture and formula says in words what it shows. */
export const checkFigures = (document: PDFDocument): readonly UaFault[] =>
  listTags(document).flatMap(({ kind, dict }) =>
    unless(
      (kind !== 'Figure' && kind !== 'Formula') || hasText(dict, 'Alt') || hasText(dict, 'ActualText'),
      '7.3-1',
      `a ${kind} has no description`,
    ),
  );
