import type { PDFDocument } from 'pdf-lib';
import { unless, type UaFault } from './fault.ts';
import { listTags, type Tag } from './tag-tree.ts';

/** The kinds of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD_KINDS = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI ' +
    'Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form'
  ).split(' '),
);

export const checkRoles = (document: PDFDocument): readonly UaFault[] =>
  listTags(document).flatMap(({ kind }) =>
    unless(STANDARD_KINDS.has(kind), '7.1-5', `the kind ${kind} is not one of PDF 1.7 and stands for none`),
  );

/** Lists: a list holds items (and lists, and a caption), an item holds a label and a body, neither is found elsewhere. */
export const checkLists = (document: PDFDocument): readonly UaFault[] =>
  listTags(document).flatMap((tag) => [
    ...(tag.kind === 'L' ? checkKids(tag, ['LI', 'L', 'Caption']) : []),
    ...(tag.kind === 'LI' ? checkKids(tag, ['Lbl', 'LBody']) : []),
    ...unless(tag.kind !== 'LI' || tag.parentKind === 'L', '7.2-list', `LI in ${tag.parentKind}`),
    ...unless(tag.kind !== 'LBody' || tag.parentKind === 'LI', '7.2-list', `LBody in ${tag.parentKind}`),
  ]);

const checkKids = (tag: Tag, allowed: readonly string[]): readonly UaFault[] =>
  tag.kids.flatMap((kid) => unless(allowed.includes(kid.kind), '7.2-list', `${kid.kind} in ${tag.kind}`));
