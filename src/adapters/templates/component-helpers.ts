import Handlebars from 'handlebars';
import { obj } from './logic-helpers.ts';
import { isPresent } from './presence.ts';
import { assertPlainSvg, toHtml } from './safe-html.ts';
import type { RenderPartial } from './safe-html.ts';

/** The helpers that put one template's output inside another. */
export function buildComponentHelpers(render: RenderPartial): Record<string, Handlebars.HelperDelegate> {
  return {
    /** `{{#component "nhsuk/details" summary="More"}}<p>...</p>{{/component}}`: the block arrives as the partial's `html`. */
    component(this: unknown, name: string, options: Handlebars.HelperOptions): Handlebars.SafeString {
      const html = new Handlebars.SafeString(options.fn(this));
      return new Handlebars.SafeString(render(name, { ...options.hash, html }, options.data));
    },
    /** `(render "nhsuk/tag" text="Done")`: a partial's output as a value, for a table cell or a conditional radio. */
    render(name: string, ...args: unknown[]): Handlebars.SafeString {
      const options = args.at(-1) as Handlebars.HelperOptions;
      return new Handlebars.SafeString(render(name, obj(...args), options.data));
    },
    /** `{{txt text html}}`: html when it is there, else the text, escaped. */
    txt(text: unknown, html: unknown, options?: Handlebars.HelperOptions): Handlebars.SafeString {
      const chosen = options !== undefined && isPresent(html) ? html : text;
      const data: unknown = (options ?? (html as Handlebars.HelperOptions)).data;
      return new Handlebars.SafeString(toHtml(chosen, render, data));
    },
    /** A chart from our own builder. */
    svg: (drawing: string) => new Handlebars.SafeString(assertPlainSvg(drawing)),
  };
}
