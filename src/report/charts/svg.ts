/** Drawings as text: presentation attributes only, every label escaped, no style, no script, nothing loaded. */
export const FONT = 'Atkinson Hyperlegible, Arial, sans-serif';
export const INK = '#17282c';
export const LINE = '#cfd6d6';

/** Fills with the colour of the words that can stand on them; neighbours differ in lightness. */
export const FILLS: readonly { readonly fill: string; readonly words: string }[] = [
  { fill: '#14343b', words: '#ffffff' },
  { fill: '#9cc7bf', words: INK },
  { fill: '#0d655b', words: '#ffffff' },
  { fill: '#d9e2e0', words: INK },
  { fill: '#0b5a70', words: '#ffffff' },
  { fill: '#f2c874', words: INK },
  { fill: '#4a5b5f', words: '#ffffff' },
  { fill: '#b9d3de', words: INK },
];

export const fillAt = (index: number): { readonly fill: string; readonly words: string } =>
  FILLS[index % FILLS.length] ?? { fill: INK, words: '#ffffff' };

const escapeXml = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

type Value = string | number;

/** Coordinates to a tenth of a unit. */
const shownValue = (value: Value): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeXml(value);

const element = (name: string, attributes: Readonly<Record<string, Value>>, inner = ''): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${shownValue(value)}"`);
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
};

export const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  element('rect', { x, y, width, height, fill, stroke: '#ffffff', 'stroke-width': 1 });

export const rule = (x1: number, y1: number, x2: number, y2: number, stroke = LINE): string =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1 });

export type Label = {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
};

export const label = (x: number, y: number, words: string, how: Label = {}): string =>
  element(
    'text',
    {
      x,
      y,
      'text-anchor': how.anchor ?? 'start',
      'font-size': how.size ?? 12,
      'font-family': FONT,
      'font-weight': how.bold ? 700 : 400,
      fill: how.fill ?? INK,
    },
    escapeXml(words),
  );

export const drawing = (width: number, height: number, says: string, parts: readonly string[]): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: '100%',
      role: 'img',
      'aria-label': says,
      focusable: 'false',
    },
    parts.join(''),
  );

/** A name cut to what fits beside a bar. */
export const fitted = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
