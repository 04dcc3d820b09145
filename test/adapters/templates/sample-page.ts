import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTemplateRenderer } from '../../../src/adapters/templates/renderer.ts';

const tag = (text: string, colour: string): object => ({
  html: { partial: 'nhsuk/tag', view: { text, colour } },
});
const change = (what: string): object => ({
  items: [{ text: 'Change', href: '/c', visuallyHiddenText: what }],
});
const assessors = ['Ann', 'Bela', 'Chidi', 'Dafydd', 'Esme', 'Farid', 'Grace', 'Huw'];

const view = {
  title: 'Mark the bids',
  user: { name: 'Ruth Okonkwo-Brennan' },
  csrfToken: 'token',
  navigation: [
    { text: 'Decisions', href: '/', current: true },
    { text: 'Rubrics', href: '/rubrics' },
    { text: 'People', href: '/people' },
    { text: 'Settings', href: '/settings' },
  ],
  organisation: 'Run by Northfield Trust',
  demo: true,
  crumbs: [{ text: 'Decisions', href: '/' }],
  errors: [{ text: 'Say what is to be decided', href: '#title' }],
  summary: 'Give every bid a mark under every criterion, with the reason.',
  figures: [
    { value: '71.3', label: 'Total of the first', note: 'of 100' },
    { value: '£231,000', label: 'Whole-life cost', note: 'present value' },
  ],
  tasks: [
    { heading: 'Declare interests', href: '/1', status: 'Completed' },
    {
      heading: 'Read the bids',
      hint: 'Three documents',
      href: '/2',
      status: { tag: { text: 'Incomplete', colour: 'blue' } },
    },
  ],
  rows: [
    ['Fits the work', '40%', 4, tag('Sealed', 'green')],
    ['Accessible to everyone who uses it', '20%', '', tag('Open', 'blue')],
  ],
  wideHead: ['Option', ...assessors.map((text) => ({ text, format: 'numeric' }))],
  wideRows: ['Northfield', 'Do nothing'].map((name) => [name, ...assessors.map((_, index) => index % 6)]),
  summaryRows: [{ key: 'Need', value: 'Fewer unfilled shifts', actions: change('need') }],
  levels: [0, 1, 2].map((value) => ({ value, text: `${value}: some evidence`, hint: 'As the bid shows' })),
  checks: [
    { value: 'a', text: 'The demonstration' },
    { divider: 'or' },
    { value: 'n', text: 'None of these', behaviour: 'exclusive' },
  ],
  kinds: [
    { value: 'bid', text: 'Bid' },
    { value: 'pilot', text: 'Pilot' },
  ],
};

/** The page that shows every component, as the service would send it. */
export function renderSamplePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sample-page-'));
  try {
    for (const part of ['layout.hbs', 'partials/nhsuk', 'partials/cw']) {
      cpSync(join('templates', part), join(folder, part), { recursive: true });
    }
    cpSync('test/adapters/templates/sample-page.hbs', join(folder, 'pages/sample.hbs'));
    return createTemplateRenderer({ folder, assetsFolder: '.build/assets' }).render('pages/sample', view);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A file the built pages ask for, or undefined. */
export function readAsset(path: string): { readonly contentType: string; readonly body: Buffer } | undefined {
  const name = /^\/assets\/([\w./-]+)$/.exec(path)?.[1];
  if (name === undefined || name.includes('..')) return undefined;
  const contentType = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { contentType, body: readFileSync(join('.build/assets', name)) };
}
