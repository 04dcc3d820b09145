import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Loaded here so that what it adds to the global object is there before mocha looks for leaks.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

export type ReadPdf = {
  readonly pages: readonly string[];
  readonly info: Record<string, unknown>;
  readonly outline: readonly { readonly title: string; readonly below: readonly string[] }[];
};

/** What another reader than ours makes of a document. */
export const readWithPdfjs = async (pdf: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  const { info } = await document.getMetadata();
  const outline = ((await document.getOutline()) ?? []).map(({ title, items }) => ({
    title,
    below: (items as { title: string }[]).map((item) => item.title),
  }));
  await task.destroy();
  return { pages, info: info as Record<string, unknown>, outline };
};
