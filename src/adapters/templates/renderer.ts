import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { TemplateRenderer } from '../../usecases/ports.ts';
import { attrs, cls, mod, safeAddress } from './attribute-helpers.ts';
import { buildComponentHelpers } from './component-helpers.ts';
import * as form from './form-helpers.ts';
import { and, eq, letBlock, list, not, obj, oneOf, opt, or, there } from './logic-helpers.ts';
import { parseTemplate } from './template-check.ts';
import { loadTemplateFiles } from './template-files.ts';
import { cat, dateInWords, money, percentBp, plural, slug } from './text-helpers.ts';

/**
 * strict: a value a template prints and the view lacks is an error, not a gap. preventIndent: a partial must not indent
 * what a person typed inside a textarea. explicitPartialContext: a partial sees what it is given and nothing else, so
 * a page's `title` or `errors` cannot leak into a component. knownHelpersOnly: a misspelt helper is an error.
 */
const COMPILE = { strict: true, preventIndent: true, explicitPartialContext: true, knownHelpersOnly: true };

/** Own properties only: nothing inherited can be read or called from a template. */
const RUNTIME = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Where the built style sheet and scripts are served: a folder name that changes whenever their bytes do. */
export function loadAssetPath(assetsFolder: string): string {
  const file = join(assetsFolder, 'version.txt');
  return `/assets/${existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unbuilt'}`;
}

class TemplateError extends Error {}

/** The innermost template names itself in an error. A partial called without anything sees an empty view. */
function nameInErrors(name: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (view: object | undefined, options) => {
    try {
      return template(view ?? {}, options);
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError(`Template ${name}: ${(error as Error).message}`, { cause: error });
    }
  };
}

export function createTemplateRenderer(options: {
  readonly folder: string;
  /** Defaults to .build/assets beside the templates folder. */
  readonly assetsFolder?: string;
}): TemplateRenderer {
  const assets = loadAssetPath(options.assetsFolder ?? join(options.folder, '..', '.build', 'assets'));
  const engine = Handlebars.create();

  function render(name: string, view: object, data?: unknown): string {
    const template = engine.partials[name] as Handlebars.TemplateDelegate | undefined;
    if (!template) throw new Error(`There is no template "${name}".`);
    return template(view, { ...RUNTIME, data: data ?? { assets } });
  }

  const helpers: Record<string, Handlebars.HelperDelegate> = {
    ...{ attrs, cls, mod, url: safeAddress, ...form },
    ...{ and, eq, let: letBlock, list, not, obj, oneOf, opt, or, there },
    ...{ cat, dateInWords, money, percentBp, plural, slug },
    ...buildComponentHelpers(render),
  };
  engine.registerHelper(helpers);

  const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
  const files = loadTemplateFiles(options.folder);
  const known = { partials: new Set(files.map((file) => file.name)), helpers: new Set(Object.keys(helpers)) };
  for (const file of files) {
    const program = parseTemplate(file, known);
    const compiled: Handlebars.TemplateDelegate = engine.compile(program, {
      ...COMPILE,
      knownHelpers,
      noEscape: file.plainText,
    });
    engine.registerPartial(file.name, nameInErrors(file.name, compiled));
  }
  return { render: (template, view) => render(template, view) };
}
