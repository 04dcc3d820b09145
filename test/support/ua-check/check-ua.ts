import { PDFDocument } from 'pdf-lib';
import { checkAnnotations } from './annotation-rules.ts';
import { checkContent } from './content-rules.ts';
import { checkDocument } from './document-rules.ts';
import type { UaFault } from './fault.ts';
import { checkFonts } from './font-rules.ts';
import { checkLists, checkRoles } from './structure-rules.ts';
import { checkFigures, checkHeadings } from './text-rules.ts';
import { checkTables } from './table-rules.ts';

/**
 * Checks a PDF against those rules of PDF/UA-1 that a machine can decide and that apply to documents like ours.
 * It shares no code with the printer. A clean answer means 'built to the rules', not 'certified': that takes
 * a full validator and a person with a screen reader.
 */
export const checkUa = async (pdf: Uint8Array): Promise<readonly UaFault[]> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return [
    ...checkDocument(document, pdf),
    ...checkContent(document),
    ...checkRoles(document),
    ...checkLists(document),
    ...checkTables(document),
    ...checkHeadings(document),
    ...checkFigures(document),
    ...checkAnnotations(document),
    ...checkFonts(document),
  ];
};
