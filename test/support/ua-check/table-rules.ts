import { PDFArray, PDFName, type PDFDocument } from 'pdf-lib';
import { unless, type UaFault } from './fault.ts';
import { listAttributes, listTags, type Tag } from './tag-tree.ts';

const KIDS: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
};

/** Tables: rows in tables, cells in rows, and every header cell says what it heads. */
export const checkTables = (document: PDFDocument): readonly UaFault[] =>
  listTags(document).flatMap((tag) => [
    ...tag.kids.flatMap((kid) =>
      unless(KIDS[tag.kind]?.includes(kid.kind) ?? true, '7.2-table', `${kid.kind} in ${tag.kind}`),
    ),
    ...unless(
      PARENTS[tag.kind]?.includes(tag.parentKind) ?? true,
      '7.2-table',
      `${tag.kind} in ${tag.parentKind}`,
    ),
    ...(tag.kind === 'Table' ? checkHeaders(tag) : []),
  ]);

/** Either each header cell has a scope, or each data cell names its headers by ids that exist. */
const checkHeaders = (table: Tag): readonly UaFault[] => {
  const cells = table.kids.flatMap(cellsBelow);
  const headers = cells.filter(({ kind }) => kind === 'TH');
  const isScoped = headers.every(({ dict }) =>
    listAttributes(dict).some((each) => each.has(PDFName.of('Scope'))),
  );
  const ids = new Set(headers.map(({ dict }) => dict.get(PDFName.of('ID'))?.toString()));
  const isNamed = cells
    .filter(({ kind }) => kind === 'TD')
    .every(({ dict }) => namedHeaders(dict).length > 0 && namedHeaders(dict).every((id) => ids.has(id)));
  return unless(
    headers.length > 0 && (isScoped || isNamed),
    '7.5',
    'a header cell does not say what it heads',
  );
};

const cellsBelow = (tag: Tag): readonly Tag[] =>
  tag.kind === 'TH' || tag.kind === 'TD' ? [tag] : tag.kids.flatMap(cellsBelow);

const namedHeaders = (cell: Tag['dict']): readonly string[] =>
  listAttributes(cell).flatMap((each) => {
    const headers = each.lookup(PDFName.of('Headers'));
    return headers instanceof PDFArray ? headers.asArray().map((header) => header.toString()) : [];
  });
