import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** `name` is the path below the folder without `.hbs`; files under partials/ drop that first part of the path. */
export type TemplateFile = { readonly name: string; readonly source: string; readonly plainText: boolean };

/** Reads every template once. `mail/invite.txt.hbs` becomes the plain-text template `mail/invite.txt`. */
export function loadTemplateFiles(folder: string): readonly TemplateFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const path = relative(folder, join(folder, file)).split(sep).join('/');
      const name = path.replace(/\.hbs$/, '').replace(/^partials\//, '');
      return { name, source: readFileSync(join(folder, file), 'utf8'), plainText: name.endsWith('.txt') };
    });
}
