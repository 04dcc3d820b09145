import { PDFDict, PDFName, PDFParser } from 'pdf-lib';
import { DomainError } from '../../core/errors.ts';
import type { PdfPrinter } from '../../usecases/ports.ts';
import { loadFontFaceCss } from './fonts.ts';

/**
 * Prints one line and looks whether its letters are in the PDF. A browser without any font starts, prints
 * blank pages and reports success: this is how we find out before a person does.
 */
export const selfTest = async (printer: PdfPrinter): Promise<void> => {
  const style = `${loadFontFaceCss()} body { font-family: "Atkinson Hyperlegible" }`;
  const pdf = await printer.print({
    html: `<style>${style}</style><h1>Self-test</h1>`,
    title: 'Self-test',
    language: 'en-GB',
    datedIso: null,
    attachment: null,
  });
  const isPdf = Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-';
  if (isPdf && (await hasEmbeddedFont(pdf))) return;
  throw new DomainError(
    'renderer-unavailable',
    'The browser printed a page without letters. Install a font (on Debian: fonts-dejavu-core) and start again.',
  );
};

const hasEmbeddedFont = async (pdf: Uint8Array): Promise<boolean> => {
  const context = await PDFParser.forBytesWithOptions(pdf, Infinity).parseDocument();
  return context
    .enumerateIndirectObjects()
    .some(([, object]) => object instanceof PDFDict && object.has(PDFName.of('FontFile2')));
};
