import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const PACKAGE = '@fontsource/atkinson-hyperlegible';
const STYLES = [
  { weight: 400, style: 'normal' },
  { weight: 700, style: 'normal' },
  { weight: 400, style: 'italic' },
] as const;
const SUBSETS = ['latin-ext', 'latin'] as const;

const readPackageFile = (path: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`${PACKAGE}/${path}`));

/**
 * The report's typeface as CSS that carries the font files inside it: a printed page may fetch nothing. The
 * family is named 'Atkinson Hyperlegible'; regular, bold and italic, for all of Europe's Latin letters.
 */
export const loadFontFaceCss = (): string => {
  const ranges = JSON.parse(readPackageFile('unicode.json').toString('utf8')) as Record<string, string>;
  return STYLES.flatMap(({ weight, style }) =>
    SUBSETS.map((subset) => {
      const font = readPackageFile(`files/atkinson-hyperlegible-${subset}-${weight}-${style}.woff2`);
      return [
        '@font-face{font-family:"Atkinson Hyperlegible"',
        `font-style:${style}`,
        `font-weight:${weight}`,
        `src:url(data:font/woff2;base64,${font.toString('base64')}) format("woff2")`,
        `unicode-range:${ranges[subset] ?? 'U+0-10FFFF'}}`,
      ].join(';');
    }),
  ).join('\n');
};
