/** The browser that makes the PDF: unpacked and tried once, so that the first reader does not wait for it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { packagesMark } from './install.mjs';
import { inProject, readIfThere, root, say } from './project.mjs';

const noteFile = inProject('.cache', 'browser-ready');

const mark = () => `${process.env.PUPPETEER_EXECUTABLE_PATH ?? ''} ${packagesMark()}`;

export const browserReady = () => {
  const [path, ...rest] = (readIfThere(noteFile) ?? '').split('\n');
  return rest.join('\n') === mark() && existsSync(path);
};

/** Never stops anything: without a browser everything but the PDF works, and the service says so where it matters. */
export const prepareBrowser = async () => {
  say('trying the browser that makes the PDFs');
  const built = inProject('.build', 'src', 'adapters', 'pdf', 'prepare.js');
  try {
    const { preparePdfPrinter } = await import(pathToFileURL(built).href);
    await preparePdfPrinter(root, say);
  } catch (error) {
    say(`${error.message}\nEverything but the PDF works meanwhile.`);
    return;
  }
  writeNote(readIfThere(inProject('.cache', 'pdf-printer-tested')) ?? '');
};

const writeNote = (path) => {
  try {
    mkdirSync(inProject('.cache'), { recursive: true });
    writeFileSync(noteFile, `${path}\n${mark()}`);
  } catch {
    // A folder that may only be read: the next start tries again.
  }
};
