/** The browser that makes the PDF: found or unpacked once, so that the first reader does not wait for it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { packagesMark } from './install.mjs';
import { inProject, readIfThere, root, say } from './project.mjs';

const noteFile = inProject('.cache', 'browser.json');

const mark = () => `${process.env.PUPPETEER_EXECUTABLE_PATH ?? ''} ${packagesMark()}`;

export const browserReady = () => {
  const note = JSON.parse(readIfThere(noteFile) ?? 'null');
  return note !== null && note.mark === mark() && existsSync(note.path);
};

/** Never stops anything: without a browser everything but the PDF works, and the service says so where it matters. */
export const prepareBrowser = async () => {
  const tried = [];
  try {
    const load = (file) => import(pathToFileURL(inProject('.build/src/adapters/pdf/browser', file)).href);
    const [{ listCandidates }, { currentSurroundings }] = await Promise.all([
      load('candidates.js'),
      load('surroundings.js'),
    ]);
    const chosen = process.env.PUPPETEER_EXECUTABLE_PATH;
    for (const candidate of listCandidates(root, chosen, currentSurroundings())) {
      const found = await candidate.find().catch((error) => ({ reason: error.message }));
      if ('path' in found) return writeNote(found.path);
      tried.push(`${candidate.name}: ${found.reason}`);
    }
  } catch (error) {
    tried.push(error.message);
  }
  explainNone(tried);
};

const writeNote = (path) => {
  try {
    mkdirSync(inProject('.cache'), { recursive: true });
    writeFileSync(noteFile, JSON.stringify({ mark: mark(), path }));
  } catch {
    // A folder that may only be read: the next start looks again.
  }
};

const explainNone = (tried) => {
  const worthTelling = tried.filter((line) => !line.endsWith(': no such file'));
  say(
    'no browser was found to make PDFs with; everything else works. To put it right, install Chrome, Chromium or',
  );
  say(
    'Edge, or set PUPPETEER_EXECUTABLE_PATH to one, or run npx puppeteer browsers install chrome-headless-shell.',
  );
  for (const line of worthTelling) say(`looked at ${line}`);
};
