import { accessSync, constants, statSync } from 'node:fs';
import { DomainError } from '../../core/errors.ts';
import type { PdfPrinter } from '../../usecases/ports.ts';
import { openBrowser } from './browser/open-browser.ts';
import { currentSurroundings, type Surroundings } from './browser/surroundings.ts';
import { finishPdf } from './finish/finish-pdf.ts';
import { createPrintQueue } from './page/print-queue.ts';
import { sealHtml } from './page/sealed-html.ts';
import { createPressKeeper, type PressKeeper } from './press-keeper.ts';
import { createPress, type Press } from './press.ts';
import { loadProgramMark } from './program-mark.ts';

export type PdfPrinterOptions = {
  /** The unpacked browser is kept in its `.cache` folder when that can be written to. */
  readonly projectRoot: string;
  /** A browser to use and no other; without it, PUPPETEER_EXECUTABLE_PATH, then the search. */
  readonly executablePath?: string | undefined;
  readonly log: (message: string) => void;
  /** The machine; tests pass another. */
  readonly surroundings?: Surroundings;
};

const PLACES = 2;
const WAITING = 20;
const LARGEST_HTML_BYTES = 5_000_000;
const LARGEST_PDF_BYTES = 10_000_000;

/**
 * The printer: HTML in, a tagged PDF out, the same bytes each time. A browser is started at the first document
 * and kept warm. Throws 'settings-invalid' at once when the browser that the settings name is not there.
 */
export const openPdfPrinter = (options: PdfPrinterOptions): PdfPrinter => {
  const { projectRoot, log, surroundings = currentSurroundings() } = options;
  // Set to nothing is not set.
  const chosenPath = (options.executablePath ?? surroundings.env['PUPPETEER_EXECUTABLE_PATH']) || undefined;
  if (chosenPath !== undefined) assertRunnable(chosenPath);
  const queue = createPrintQueue(PLACES, WAITING);
  let program: string | undefined;
  let complained = '';
  const keeper = createPressKeeper(async () => {
    const running = await openBrowser(projectRoot, chosenPath, surroundings);
    log(`PDF printer: ${running.description}.`);
    if (!running.confinement.sandbox) log(NO_SANDBOX);
    return createPress(running);
  });
  return {
    print: async (request) => {
      assertSize('The HTML of the document', Buffer.byteLength(request.html), LARGEST_HTML_BYTES);
      return queue.run(async () => {
        const html = sealHtml(request.html, request.language, request.title);
        const { printed, browser } = await printWithOneRetry(
          keeper,
          printOn(html, request.oneSide ?? false),
          log,
        );
        assertSize('The printed document', printed.byteLength, LARGEST_PDF_BYTES);
        program ??= loadProgramMark(projectRoot);
        return finishPdf(printed, request, { program, browser });
      });
    },
    state: async () => {
      try {
        const detail = await keeper.withPress(async (press) => press.description);
        return { ready: true, detail };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        if (detail !== complained) log(`PDF printer: not ready. ${detail}`);
        complained = detail;
        return { ready: false, detail };
      }
    },
    close: async () => {
      queue.shut();
      await keeper.close();
    },
  };
};

const NO_SANDBOX =
  'PDF printer: WARNING, the browser runs without its sandbox because this machine does not allow one. ' +
  'Page scripts stay off and its network stays closed. To allow a sandbox, enable user namespaces.';

const assertRunnable = (path: string): void => {
  try {
    accessSync(path, constants.X_OK);
    if (!statSync(path).isFile()) throw new Error('not a file');
  } catch {
    throw new DomainError(
      'settings-invalid',
      `PUPPETEER_EXECUTABLE_PATH names ${path}, which is not there or is not a program that can be run. Set it to a Chrome, Chromium or Edge, or unset it to use the browser that comes with the service.`,
      { variable: 'PUPPETEER_EXECUTABLE_PATH', path },
    );
  }
};

const assertSize = (what: string, bytes: number, most: number): void => {
  if (bytes <= most) return;
  throw new DomainError(
    'too-large',
    `${what} is ${(bytes / 1e6).toFixed(1)} MB; at most ${most / 1e6} MB can be printed. Leave parts out or print it in pieces.`,
    { bytes, most },
  );
};

const printOn =
  (html: string, oneSide: boolean) =>
  async (press: Press): Promise<{ readonly printed: Uint8Array; readonly browser: string }> => ({
    printed: await press.print(html, oneSide),
    browser: press.browser,
  });

/** A browser that broke says nothing about the document: one more try, on a new page or a new browser. */
const printWithOneRetry = async (
  keeper: PressKeeper,
  printed: ReturnType<typeof printOn>,
  log: (message: string) => void,
): ReturnType<ReturnType<typeof printOn>> => {
  try {
    return await keeper.withPress(printed);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    log(`PDF printer: the browser broke (${messageOf(error)}); trying once more.`);
  }
  try {
    return await keeper.withPress(printed);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'renderer-unavailable',
      `The browser that makes the PDF broke twice (${messageOf(error)}). Try again; nothing was lost.`,
    );
  }
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';
