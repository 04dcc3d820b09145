import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(at(path), 'utf8');

const scripts = Object.keys(
  (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts,
);

/** npm's own commands: not scripts of ours. */
const OWN_TO_NPM = ['ci', 'install', 'audit', 'sbom', 'help', 'version', 'exec'];

/** Blocks and spans of code: prose speaks of npm packages and npm scripts too. */
const listCode = (text: string): readonly string[] =>
  [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map((match) => match[0]);

/** Scripts that a text tells a reader to run, as `npm start`, `npm test`, `npm run NAME`, options in between or not. */
const listNamedScripts = (text: string): readonly string[] =>
  [
    ...listCode(text)
      .join('\n')
      .matchAll(/\bnpm ((?:-\S+ )*)(run )?((?:-\S+ )*)([a-z][a-z0-9:-]*)/g),
  ]
    .filter((match) => match[2] !== undefined || !OWN_TO_NPM.includes(match[4] ?? ''))
    .map((match) => match[4] ?? '');

/** Links to files of this project; those to other places and to headings are not looked at. */
const listFileLinks = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link));

const documents = [
  'README.md',
  ...readdirSync(at('docs/'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

describe('documents', () => {
  it('include a README that says how to start and how to test', () => {
    const named = listNamedScripts(read('README.md'));
    expect(named).to.include('start');
    expect(named).to.include('test');
  });

  for (const document of documents) {
    it(`name in ${document} only commands that exist`, () => {
      expect(scripts).to.include.members([...new Set(listNamedScripts(read(document)))]);
    });

    it(`link in ${document} only to files that exist`, () => {
      const folder = document.includes('/') ? document.slice(0, document.lastIndexOf('/') + 1) : '';
      const broken = listFileLinks(read(document)).filter(
        (link) => !existsSync(new URL(link, at(folder || './'))),
      );
      expect(broken).to.deep.equal([]);
    });
  }

  it('would notice a command that does not exist', () => {
    const text =
      'Every npm script: `npm run -s polish -- x`, `npm -s run shine`, `npm ci`.\n\n```sh\nnpm start\n```\n';
    expect(listNamedScripts(text)).to.deep.equal(['polish', 'shine', 'start']);
  });
});

describe('the settings table', () => {
  it('names every setting that the service reads, and none besides', () => {
    const known = [...read('src/adapters/environment/settings.ts').matchAll(/given\('([A-Z_]+)'\)/g)];
    const told = [...read('docs/for-your-it-team.md').matchAll(/^\| `([A-Z_]+)`/gm)];
    const names = (found: readonly RegExpMatchArray[]): readonly unknown[] =>
      [...new Set(found.map((match) => match[1]))].sort();
    expect(names(told)).to.deep.equal(names(known));
  });
});

describe('decision records', () => {
  const names = readdirSync(at('docs/adr/')).filter((name) => name.endsWith('.md'));

  it('are there', () => {
    expect(names.length).to.be.at.least(7);
  });

  for (const name of names) {
    it(`carry a date, a title and the three parts: ${name}`, () => {
      const text = read(`docs/adr/${name}`);
      expect(name).to.match(/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])-[a-z0-9-]+\.md$/);
      expect(text).to.match(/^# .+\n/);
      expect(text).to.include(name.slice(0, 10));
      const parts = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      expect(parts).to.include.members(['Context', 'Decision', 'Consequences']);
    });
  }
});
