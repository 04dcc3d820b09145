import type { Page } from 'puppeteer';

/** The outside things a page asked for since the last `clear`. None of them was reached: see browser/flags.ts. */
export type ReferenceWatch = { readonly first: () => string | undefined; readonly clear: () => void };

/**
 * Notices every reference to something outside the document. Requests that get as far as the network are
 * stopped and noted; those that the page's policy or the browser refuses first show up in the browser's own log.
 */
export const watchReferences = async (page: Page): Promise<ReferenceWatch> => {
  const seen: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().startsWith('data:')) {
      void request.continue().catch(() => undefined);
      return;
    }
    seen.push(request.url());
    void request.abort().catch(() => undefined);
  });
  const session = await page.createCDPSession();
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.source === 'security') seen.push(addressIn(entry.text));
  });
  await session.send('Log.enable');
  return {
    first: () => seen[0],
    clear: () => {
      seen.length = 0;
    },
  };
};

const addressIn = (text: string): string => /\b[a-z][a-z0-9+.-]*:\/\/[^\s'"]+/i.exec(text)?.[0] ?? text;
