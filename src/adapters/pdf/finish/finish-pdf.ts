import { PDFDict, PDFName, PDFParser, type PDFContext } from 'pdf-lib';
import type { PdfRequest } from '../../../usecases/ports.ts';
import { attachFile } from './attachment.ts';
import { writeCanonical } from './canonical.ts';
import { describeLinks } from './links.ts';
import { markArtifacts } from './artifacts.ts';
import { writeMetadata, type Maker } from './metadata.ts';
import { mendStructure } from './structure.ts';
import { renameElements } from './element-ids.ts';

/**
 * What the browser leaves undone: its print goes in, the finished document comes out. Decorations are marked as
 * such for a screen reader, the tag tree follows the PDF 1.7 rules, title, language and date are ours, the
 * attachment rides inside, and nothing depends on when, where or after what it was printed.
 */
export const finishPdf = async (
  printed: Uint8Array,
  request: PdfRequest,
  maker: Maker,
): Promise<Uint8Array> => {
  const context = await PDFParser.forBytesWithOptions(printed, Infinity, true).parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  markArtifacts(catalog);
  const tree = findOrMakeTree(context, catalog);
  mendStructure(context, tree);
  renameElements(tree);
  describeLinks(catalog);
  writeMetadata(context, catalog, request, maker);
  if (request.attachment !== null) attachFile(context, catalog, request.attachment, request.datedIso);
  return writeCanonical(context);
};

/** A document without a single word comes without a tag tree; an empty one says that nothing is left out. */
const findOrMakeTree = (context: PDFContext, catalog: PDFDict): PDFDict => {
  const name = PDFName.of('StructTreeRoot');
  const there = catalog.lookupMaybe(name, PDFDict);
  if (there !== undefined) return there;
  const tree = context.obj({ Type: 'StructTreeRoot' });
  catalog.set(name, context.register(tree));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  return tree;
};
