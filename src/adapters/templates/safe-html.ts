import Handlebars from 'handlebars';
import { asText, isRecord } from './presence.ts';

export type RenderPartial = (name: string, view: object, data?: unknown) => string;

/**
 * The only way markup enters a page. Three things can stand where a component takes `html`:
 * - a SafeString, which only our own templates make (the `component`, `render` and `svg` helpers);
 * - `{ partial: 'nhsuk/tag', view: {...} }`, so that a view model can place one of our partials in a cell;
 * - anything else, which is text and is escaped, whatever its key is called. A view model cannot carry raw markup.
 */
export function toHtml(value: unknown, render: RenderPartial, data?: unknown): string {
  if (value instanceof Handlebars.SafeString) return value.toHTML();
  if (isRecord(value) && typeof value['partial'] === 'string') {
    return render(value['partial'], isRecord(value['view']) ? value['view'] : {}, data);
  }
  return Handlebars.escapeExpression(asText(value));
}

const FORBIDDEN_IN_SVG =
  /<\s*(script|style|foreignObject|image|use|a|iframe|set|animate)\b|\son[a-z]+\s*=|\sstyle\s*=|href\s*=/i;

/**
 * Lets a drawing made by our own chart builder through. Builders escape every label; this check is the second lock: it
 * refuses anything that could run, load or carry an inline style, which the page's security policy would drop anyway.
 */
export function assertPlainSvg(svg: string): string {
  if (!/^<svg[\s>]/.test(svg) || !svg.trimEnd().endsWith('</svg>'))
    throw new Error('A chart must be one <svg> element.');
  const found = FORBIDDEN_IN_SVG.exec(svg);
  if (found) throw new Error(`A chart must not contain "${found[0].trim()}".`);
  return svg;
}
