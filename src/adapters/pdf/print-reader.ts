import { createHash } from 'node:crypto';
import type { PDFPageProxy } from 'pdfjs-dist';
import { DomainError } from '../../core/errors.ts';
import type { PrintedDocument } from '../../usecases/ports.ts';

const MOST_PAGES = 2_000;

/**
 * What a PDF shows, as a viewer would show it: the words of each page in reading order, and a digest of everything
 * that is painted on it (letters, lines, shapes, pictures, notes laid over it, where links lead). Read with another
 * library than the attachment, one that people's viewers are made of. What the file says of its maker is a claim.
 */
export const loadPrint = async (pdf: Uint8Array): Promise<PrintedDocument> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: pdf.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new Error(`it has ${document.numPages} pages`);
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPage(await document.getPage(number)));
    }
    const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
    return {
      program: textOf(info['Creator']),
      browser: textOf(info['Producer']),
      checkAt: textOf((info['Custom'] as Readonly<Record<string, unknown>> | undefined)?.['CheckAt']) || null,
      pages,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid-input', `The pages of this PDF cannot be read: ${why}.`);
  } finally {
    await task.destroy();
  }
};

const readPage = async (page: PDFPageProxy): Promise<PrintedDocument['pages'][number]> => {
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  const { fnArray, argsArray } = await page.getOperatorList();
  const notes = (await page.getAnnotations()) as readonly Readonly<Record<string, unknown>>[];
  const painted = JSON.stringify([
    page.view,
    fnArray,
    argsArray,
    notes.map(({ subtype, rect, url, unsafeUrl, contentsObj }) => [
      subtype,
      rect,
      url,
      unsafeUrl,
      contentsObj,
    ]),
  ]);
  // The library names fonts and pictures by the order in which it opened documents.
  const drawing = createHash('sha256')
    .update(painted.replace(/g_d\d+_/g, ''))
    .digest('hex');
  return { words: words.split(/\s+/).filter((word) => word !== ''), drawing };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
