import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openExamples } from '../support/e2e-examples.ts';
import type { Example, Examples } from '../support/e2e-examples.ts';
import { decisionPaths, plainPaths } from '../support/e2e-pages.ts';
import { DESK } from '../support/e2e-person.ts';
import type { Person } from '../support/e2e-person.ts';
import { openStage } from '../support/e2e-stage.ts';

/**
 * Pictures of every page at a desk and on a phone, and of each page of the decision PDFs, to look at.
 *   node --import tsx test/e2e/screenshots.ts FOLDER [WORD]      only pages whose name has the word in it
 */
const [folder = '', word = ''] = process.argv.slice(2);
if (folder === '') throw new Error('Give a folder for the pictures.');
await mkdir(folder, { recursive: true });

const PHONE = { ...DESK, width: 390, height: 844, touch: true };
/** A picture of more is hard to open. */
const TALLEST = 8000;
const SEATS = [
  ['observations', 'lead'],
  ['observations', 'sister'],
  ['observations', 'board'],
  ['letters', 'lead'],
  ['letters', 'you'],
  ['letters', 'commercial'],
] as const;

const picture = async (person: Person, name: string): Promise<void> => {
  const path = join(folder, `${name}.png`) as `${string}.png`;
  const { width } = person.page.viewport() ?? DESK;
  const long = Number(await person.page.evaluate('document.documentElement.scrollHeight'));
  const clip = { x: 0, y: 0, width, height: Math.min(long, TALLEST) };
  await person.page.screenshot({ path, clip, captureBeyondViewport: true });
};

const pictures = async (person: Person, who: string, paths: readonly string[]): Promise<void> => {
  const phone = await person.beside(PHONE);
  for (const path of paths) {
    const name = `${who}-${path.replace(/^\/decisions\/\w{32}/, 'D').replace(/\W+/g, '-')}`;
    if (!name.includes(word)) continue;
    for (const [one, device] of [
      [person, 'desk'],
      [phone, 'phone'],
    ] as const) {
      await one.opens(path);
      await picture(one, `${name}-${device}`);
    }
  }
};

/** The files, and where the machine has pdftoppm (package poppler-utils) a picture of each of their pages. */
const pdfs = async (person: Person, { key, decision }: Example): Promise<void> => {
  for (const edition of ['shareable', 'internal']) {
    const name = join(folder, `${key}-${edition}`);
    await writeFile(`${name}.pdf`, await person.downloads(`/decisions/${decision}/files/${edition}.pdf`));
    await promisify(execFile)('pdftoppm', ['-r', '60', '-png', `${name}.pdf`, name]).catch((error: Error) =>
      console.error(`No pictures of ${name}.pdf: ${error.message}`),
    );
  }
};

let examples: Examples = { all: [], close: async () => undefined };
const stage = await openStage(async (data) => {
  examples = await openExamples(data);
});
await pictures(await stage.arrive('visitor'), 'visitor', plainPaths());
await pictures(
  await stage.arriveByLink('administrator', stage.server.signInLink),
  'administrator',
  plainPaths(),
);
for (const [key, seat] of SEATS) {
  const example = examples.all.find((one) => one.key === key);
  if (!example) continue;
  const person = await stage.arriveByLink(seat, await example.signIn(seat));
  await pictures(person, `${key}-${seat}`, ['/', ...decisionPaths(example)]);
  if (seat === 'lead' && word === '') await pdfs(person, example);
}
await examples.close();
await stage.close();
