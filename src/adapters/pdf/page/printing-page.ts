import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'puppeteer';
import { DomainError } from '../../../core/errors.ts';
import { watchReferences } from './reference-watch.ts';

/** One warm page. Starting a page costs three times what printing a short document on it does. */
export type PrintingPage = {
  /** Rejects with a DomainError for what is wrong with the document, with anything else when the page broke. */
  readonly print: (html: string, oneSide: boolean) => Promise<Uint8Array>;
  /** Whether it has done enough: pages grow a little with each document, and a lot with a long one. */
  readonly isWorn: () => boolean;
  /** Never throws. */
  readonly close: () => Promise<void>;
};

const SETTINGS = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;
const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65] as const;
const PRINTS_A_PAGE = 100;
const LONG_DOCUMENT_BYTES = 1_000_000;

export const openPrintingPage = async (browser: Browser): Promise<PrintingPage> => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  const watch = await watchReferences(page);
  let prints = 0;
  let cleared: Promise<unknown> = Promise.resolve();

  /**
   * Between documents the page goes back to nothing: no text, policy, title or pending redirection of one
   * document is there when the next one comes. It happens while the print just made is being finished.
   */
  const clear = (): void => {
    cleared = page.goto('about:blank').catch(() => undefined);
  };

  const print = async (html: string, oneSide: boolean): Promise<Uint8Array> => {
    await cleared;
    watch.clear();
    prints += 1;
    let pdf: Uint8Array;
    try {
      await page.setContent(html);
      pdf = oneSide ? await printOneSide(page) : await page.pdf(SETTINGS);
    } catch (error) {
      // A page that sends itself elsewhere breaks the printing; say where rather than that it broke.
      assertNothingOutside(watch.first());
      throw error;
    }
    assertNothingOutside(watch.first());
    if (pdf.byteLength > LONG_DOCUMENT_BYTES) prints = PRINTS_A_PAGE;
    clear();
    return pdf;
  };

  return {
    print,
    isWorn: () => prints >= PRINTS_A_PAGE,
    close: async () => {
      await context.close().catch(() => undefined);
    },
  };
};

/** Smaller and smaller until it fits. Below the last step people would need a glass, so it is refused. */
const printOneSide = async (page: Page): Promise<Uint8Array> => {
  for (const scale of SCALES) {
    const pdf = await page.pdf({ ...SETTINGS, scale });
    if ((await countPages(pdf)) === 1) return pdf;
  }
  throw new DomainError(
    'too-large',
    'This does not fit on one side, not even in small print. Shorten the longest of its texts and print it again.',
  );
};

const countPages = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();

const assertNothingOutside = (reference: string | undefined): void => {
  if (reference === undefined) return;
  const address = reference.slice(0, 200);
  throw new DomainError(
    'invalid-input',
    `The document refers to ${address}. A printed document must carry everything inside itself: put the thing into it as a data: address, or take the reference out.`,
    { reference: address },
  );
};
