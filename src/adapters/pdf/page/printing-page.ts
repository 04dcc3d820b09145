import type { Browser } from 'puppeteer';
import { DomainError } from '../../../core/errors.ts';
import { watchReferences } from './reference-watch.ts';

/** One warm page. Starting a page costs three times what printing a short document on it does. */
export type PrintingPage = {
  /** Rejects with a DomainError for what is wrong with the document, with anything else when the page broke. */
  readonly print: (html: string) => Promise<Uint8Array>;
  /** Whether it has done enough: pages grow a little with each document, and a lot with a long one. */
  readonly isWorn: () => boolean;
  /** Never throws. */
  readonly close: () => Promise<void>;
};

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

  const print = async (html: string): Promise<Uint8Array> => {
    await cleared;
    watch.clear();
    prints += 1;
    let pdf: Uint8Array;
    try {
      await page.setContent(html);
      pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
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

const assertNothingOutside = (reference: string | undefined): void => {
  if (reference === undefined) return;
  const address = reference.slice(0, 200);
  throw new DomainError(
    'invalid-input',
    `The document refers to ${address}. A printed document must carry everything inside itself: put the thing into it as a data: address, or take the reference out.`,
    { reference: address },
  );
};
