import { DomainError } from '../../core/errors.ts';
import type { RunningBrowser } from './browser/launch.ts';
import { withDeadline } from './page/deadline.ts';
import { openPrintingPage, type PrintingPage } from './page/printing-page.ts';

/** One running browser and its idle pages. */
export type Press = {
  readonly description: string;
  /** Name and version of its browser. */
  readonly browser: string;
  readonly isAlive: () => boolean;
  /** How many documents it has printed or tried to. */
  readonly prints: () => number;
  readonly print: (html: string, oneSide: boolean) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

const PRINT_MS = 30_000;

export const createPress = (running: RunningBrowser): Press => {
  const idle: PrintingPage[] = [];
  let prints = 0;
  return {
    description: running.description,
    browser: running.name,
    isAlive: () => running.browser.connected,
    prints: () => prints,
    print: async (html, oneSide) => {
      prints += 1;
      const page = idle.pop() ?? (await openPrintingPage(running.browser));
      let isSound = false;
      try {
        const pdf = await withDeadline(page.print(html, oneSide), PRINT_MS, tookTooLong);
        isSound = !page.isWorn();
        return pdf;
      } finally {
        // A page that failed may hang for good, so it is never used again.
        if (isSound) idle.push(page);
        else void page.close();
      }
    },
    close: running.close,
  };
};

const tookTooLong = (): DomainError =>
  new DomainError(
    'renderer-unavailable',
    `The document was not laid out within ${PRINT_MS / 1000} seconds and was given up. Try again; if it happens again, the document is too long to print in one piece.`,
  );
