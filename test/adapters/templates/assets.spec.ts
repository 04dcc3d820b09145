import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadAssetPath } from '../../../src/adapters/templates/renderer.ts';

const folder = '.build/assets';
const build = (): string => execFileSync(process.execPath, ['.config/assets.mjs'], { encoding: 'utf8' });

/** What a style sheet would fetch: relative paths and data: addresses are our own. */
const listForeign = (css: string): readonly string[] =>
  [...css.matchAll(/(?:url\(|@import)\s*["']?([^"')\s]+)/g)]
    .map(([, address]) => address ?? '')
    .filter((address) => /^([a-z]+:)?\/\//i.test(address));

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function readPalette(): Record<string, string> {
  const source = readFileSync('src/assets/styles/_palette.scss', 'utf8');
  return Object.fromEntries(
    [...source.matchAll(/^\$([\w-]+): (#[0-9a-f]{6});/gm)].map(([, name, value]) => [name, value]),
  );
}

describe('what pages load', () => {
  before(function () {
    this.timeout(120_000);
    build();
  });

  const built = (): string => join(folder, loadAssetPath(folder).replace('/assets/', ''));

  it('is built once: a second run changes nothing', () => {
    const file = join(built(), 'counterweight.css');
    const { mtimeMs } = statSync(file);
    build();
    expect(statSync(file).mtimeMs).to.equal(mtimeMs);
  });

  it('has everything a page asks for, and the typeface with its licence', () => {
    const names = readdirSync(built());
    expect(names).to.include.members([
      'boot.js',
      'counterweight.css',
      'favicon.svg',
      'init.js',
      'nhsuk-frontend.min.js',
    ]);
    expect(readdirSync(join(built(), 'fonts'))).to.include.members([
      'LICENSE',
      'atkinson-hyperlegible-latin-400-normal.woff2',
    ]);
  });

  it('fetches nothing from another origin and asks for no licensed typeface', () => {
    const css = readFileSync(join(built(), 'counterweight.css'), 'utf8');
    expect(listForeign(css)).to.deep.equal([]);
    expect(css).not.to.match(/frutiger|nhs\.uk/i);
    expect(listForeign('@import "//x.test/a"; b{background:url(https://y.test/c)}')).to.have.length(2);
  });

  it('points every script at a file beside it', () => {
    const scripts = readdirSync(built()).filter((name) => name.endsWith('.js') && !name.startsWith('nhsuk'));
    for (const name of scripts) {
      const source = readFileSync(join(built(), name), 'utf8');
      for (const [, wanted] of source.matchAll(/(?:from|import) '([^']+)'/g)) {
        expect(wanted, name).to.match(/^\.\//);
        expect(statSync(join(built(), wanted ?? '')).isFile()).to.be.true;
      }
    }
  });

  it('keeps text readable: 4.5 to 1 at least, 3 to 1 for bars against their track', () => {
    const { ink = '', link = '', action = '', paper = '', track = '', amber = '' } = readPalette();
    const pairs = [
      [ink, '#ffffff'],
      [ink, paper],
      [link, '#ffffff'],
      [link, paper],
      ['#ffffff', action],
      [ink, amber],
    ];
    for (const [text = '', ground = ''] of pairs)
      expect(contrast(text, ground), `${text} on ${ground}`).to.be.at.least(4.5);
    expect(contrast(action, track)).to.be.at.least(3);
  });

  it('measures contrast as WCAG does (black on white is 21, the grey #767676 on white 4.54)', () => {
    expect(contrast('#000000', '#ffffff')).to.be.closeTo(21, 0.001);
    expect(contrast('#767676', '#ffffff')).to.be.closeTo(4.54, 0.005);
  });
});
