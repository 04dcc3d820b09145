import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDocument,
} from 'pdf-lib';
import { listOperations, type Operation } from './content-tokens.ts';
import { unless, type UaFault } from './fault.ts';

const nameOf = PDFName.of.bind(PDFName);
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S', 'sh', 'Tj', 'TJ', "'", '"', 'EI']);

/** What a stretch of content is marked as: part of the tag tree, decoration, or neither. */
type Mark = 'tagged' | 'artifact' | 'other';

/** Everything painted is either tagged, and then in the tree, or decoration; neither inside the other. */
export const checkContent = (document: PDFDocument): readonly UaFault[] =>
  document.getPages().flatMap(({ node }, index) => {
    const stream = document.context.lookup(node.get(nameOf('Contents')));
    return stream instanceof PDFRawStream ? checkStream(document, stream, node, [], `page ${index + 1}`) : [];
  });

const checkStream = (
  document: PDFDocument,
  stream: PDFRawStream,
  owner: PDFDict,
  outer: readonly Mark[],
  where: string,
): readonly UaFault[] => {
  const inTree = listTreeMarks(document, owner);
  const marks: Mark[] = [...outer];
  const faults: UaFault[] = [];
  for (const { operator, operands } of listOperations(decode(stream))) {
    if (operator === 'BMC' || operator === 'BDC') {
      const mark = markOf(operands, inTree);
      faults.push(
        ...unless(
          mark !== 'tagged' || !marks.includes('artifact'),
          '7.1-1',
          `${where}: tagged content in decoration`,
        ),
        ...unless(
          mark !== 'artifact' || !marks.includes('tagged'),
          '7.1-2',
          `${where}: decoration in tagged content`,
        ),
      );
      marks.push(mark);
    } else if (operator === 'EMC') marks.pop();
    else if (operator === 'Do') faults.push(...checkDrawn(document, owner, operands, marks, where));
    else if (PAINTS.has(operator)) faults.push(...checkPaint(marks, `${where}: ${operator}`));
  }
  return faults;
};

const checkPaint = (marks: readonly Mark[], what: string): readonly UaFault[] =>
  unless(
    marks.includes('tagged') || marks.includes('artifact'),
    '7.1-3',
    `${what} is neither tagged nor decoration`,
  );

const checkDrawn = (
  document: PDFDocument,
  owner: PDFDict,
  operands: Operation['operands'],
  marks: readonly Mark[],
  where: string,
): readonly UaFault[] => {
  const objects = owner.lookupMaybe(nameOf('Resources'), PDFDict)?.lookupMaybe(nameOf('XObject'), PDFDict);
  const target = objects?.lookup(nameOf((operands[0] ?? '').slice(1)));
  const isForm = target instanceof PDFRawStream && target.dict.get(nameOf('Subtype')) === nameOf('Form');
  return isForm
    ? checkStream(document, target, target.dict, marks, `${where}, ${operands[0] ?? ''}`)
    : checkPaint(marks, `${where}: ${operands[0] ?? ''}`);
};

const markOf = (operands: readonly string[], inTree: ReadonlySet<number>): Mark => {
  const id = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
  if (id !== undefined) return inTree.has(Number(id)) ? 'tagged' : 'other';
  return operands[0] === '/Artifact' ? 'artifact' : 'other';
};

/** The content marks of a page, or of a drawn object, that the tag tree knows. */
const listTreeMarks = (document: PDFDocument, owner: PDFDict): ReadonlySet<number> => {
  const key = owner.get(nameOf('StructParents'));
  const tree = document.catalog.lookupMaybe(nameOf('StructTreeRoot'), PDFDict);
  const numbers = tree?.lookupMaybe(nameOf('ParentTree'), PDFDict)?.lookupMaybe(nameOf('Nums'), PDFArray);
  const at =
    numbers?.asArray().findIndex((item, index) => index % 2 === 0 && item.toString() === key?.toString()) ??
    -1;
  if (!(key instanceof PDFNumber) || at < 0) return new Set();
  const parents = numbers?.lookup(at + 1);
  if (!(parents instanceof PDFArray)) return new Set();
  return new Set(
    parents.asArray().flatMap((_item, id) => (parents.lookup(id) instanceof PDFDict ? [id] : [])),
  );
};

const decode = (stream: PDFRawStream): string =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
