import { PDFArray, PDFDict, PDFName, type PDFDocument } from 'pdf-lib';
import { unless, type UaFault } from './fault.ts';

const nameOf = PDFName.of.bind(PDFName);

/** Fonts: the letters are in the file, and each can be turned back into a character. */
export const checkFonts = ({ context }: PDFDocument): readonly UaFault[] =>
  context.enumerateIndirectObjects().flatMap(([, font]) => {
    if (!(font instanceof PDFDict) || font.get(nameOf('Type')) !== nameOf('Font')) return [];
    // Those below a composite font are looked at through it; a Type 3 font draws its letters itself.
    if (/^\/(CIDFontType[02]|Type3)$/.test(font.get(nameOf('Subtype'))?.toString() ?? '')) return [];
    const name = font.get(nameOf('BaseFont'))?.toString() ?? 'a font';
    const descendant = font.lookupMaybe(nameOf('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
    const descriptor = (descendant ?? font).lookupMaybe(nameOf('FontDescriptor'), PDFDict);
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
      (key) => descriptor?.has(nameOf(key)) === true,
    );
    return [
      ...unless(isEmbedded, '7.21.4.1', `${name} is not embedded`),
      ...unless(font.has(nameOf('ToUnicode')), '7.21.7', `${name} cannot be turned back into characters`),
    ];
  });
