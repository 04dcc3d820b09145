import { tmpdir } from 'node:os';
import puppeteer from 'puppeteer';
import type { Browser } from 'puppeteer';

/** A browser to walk pages with: the one the product prints with, but allowed to reach this machine. */
export type WalkingBrowser = { readonly browser: Browser; readonly close: () => Promise<void> };

/** Imported late: mocha's own loader knows no import.meta.resolve, which finds the bundled browser. */
export const openWalkingBrowser = async (): Promise<WalkingBrowser> => {
  const { listCandidates } = await import('../../src/adapters/pdf/browser/candidates.ts');
  const { fillProfile, makeProfile, removeProfile } =
    await import('../../src/adapters/pdf/browser/profile.ts');
  const { currentSurroundings } = await import('../../src/adapters/pdf/browser/surroundings.ts');
  const chosen = process.env['PUPPETEER_EXECUTABLE_PATH'];
  const tried: string[] = [];
  for (const candidate of listCandidates(process.cwd(), chosen, currentSurroundings())) {
    const found = await candidate.find();
    if ('reason' in found) {
      tried.push(`${candidate.name}: ${found.reason}`);
      continue;
    }
    const profile = await makeProfile(tmpdir());
    try {
      await fillProfile(profile, found, null);
      const browser = await puppeteer.launch({
        executablePath: found.path,
        headless: 'shell',
        pipe: true,
        userDataDir: profile.userData,
        args: ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--no-sandbox'],
        env: {
          ...process.env,
          FONTCONFIG_FILE: profile.fontconfig,
          ...(found.libraryPath === null ? {} : { LD_LIBRARY_PATH: found.libraryPath }),
        },
        timeout: 60_000,
        protocolTimeout: 120_000,
      });
      const close = async (): Promise<void> => {
        await browser.close();
        await removeProfile(profile);
      };
      return { browser, close };
    } catch (error) {
      tried.push(`${candidate.name}: ${String(error)}`);
      await removeProfile(profile);
    }
  }
  throw new Error(`No browser could be started. Tried:\n${tried.join('\n')}`);
};
