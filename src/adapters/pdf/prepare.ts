import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { listCandidates, type FoundBrowser } from './browser/candidates.ts';
import { currentSurroundings, type Surroundings } from './browser/surroundings.ts';
import { openPdfPrinter } from './printer.ts';
import { selfTest } from './self-test.ts';

const DOWNLOAD_MS = 120_000;

/**
 * Makes the printer ready on a fresh machine: unpacks or, where no browser fits, downloads one, and prints a
 * test page. Quick when it was done before. Throws a DomainError that says what was tried and what to do.
 */
export const preparePdfPrinter = async (
  projectRoot: string,
  log: (message: string) => void,
  surroundings: Surroundings = currentSurroundings(),
): Promise<void> => {
  const chosen = surroundings.env['PUPPETEER_EXECUTABLE_PATH'];
  let found = await findFirst(projectRoot, chosen, surroundings);
  if (found === undefined && chosen === undefined) {
    log('No browser on this machine fits; downloading one (about 100 MB).');
    await downloadBrowser(projectRoot).catch((error: unknown) => {
      log(`The download failed: ${/Provider: .*/.exec(String(error))?.[0] ?? 'no answer in time'}`);
    });
    found = await findFirst(projectRoot, chosen, surroundings);
  }
  const stamp = join(projectRoot, '.cache', 'pdf-printer-tested');
  if (found !== undefined && (await readFile(stamp, 'utf8').catch(() => '')) === found.path) return;
  const printer = openPdfPrinter({ projectRoot, log, surroundings });
  try {
    await selfTest(printer);
  } finally {
    await printer.close();
  }
  await mkdir(dirname(stamp), { recursive: true })
    .then(() => writeFile(stamp, found?.path ?? ''))
    .catch(() => undefined);
};

const findFirst = async (
  projectRoot: string,
  chosen: string | undefined,
  surroundings: Surroundings,
): Promise<FoundBrowser | undefined> => {
  for (const candidate of listCandidates(projectRoot, chosen, surroundings)) {
    const found = await candidate.find().catch((error: unknown) => ({ reason: String(error) }));
    if ('path' in found) return found;
  }
  return undefined;
};

/** Puppeteer's own command, in its own process so that a connection that hangs can be given up. */
const downloadBrowser = async (projectRoot: string): Promise<void> => {
  const packageFile = createRequire(import.meta.url).resolve('puppeteer/package.json');
  const { bin } = JSON.parse(readFileSync(packageFile, 'utf8')) as { bin: string };
  const command = join(dirname(packageFile), bin);
  await promisify(execFile)(process.execPath, [command, 'browsers', 'install', 'chrome-headless-shell'], {
    cwd: projectRoot,
    timeout: DOWNLOAD_MS,
  });
};
