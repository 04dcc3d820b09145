import { damaged, otherKind, tooLarge } from './refusals.ts';
import { MOST_SHEETS } from './limits.ts';
import { unescapeText } from './escaped-text.ts';
import { readXml } from './xml-events.ts';

/** Gives a part of the file by its path, or undefined when there is none. */
export type PartReader = (path: string) => Uint8Array | undefined;

/** Programs allow 31. */
const LONGEST_NAME = 100;

type Relation = { readonly type: string; readonly path: string };

export type WorkbookParts = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly from1904: boolean;
  readonly sharedStrings: Uint8Array | undefined;
  readonly styles: Uint8Array | undefined;
};

/** Follows the file's own directions from the root to its sheets, in the order in which a person sees them. */
export const readWorkbookParts = (part: PartReader): WorkbookParts => {
  const root = relations(part, '_rels/.rels', '');
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const workbook = part(path);
  if (!workbook) throw otherKind('an archive that holds no workbook');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const related = relations(part, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const listed: { name: string; id: string }[] = [];
  let from1904 = false;
  readXml(workbook, 'the list of its sheets', {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      else if (name === 'sheet')
        listed.push({
          name: unescapeText(attribute('name') ?? '').slice(0, LONGEST_NAME),
          id: attribute('id') ?? '',
        });
    },
    close: () => undefined,
    text: () => undefined,
  });
  const sheets = listed.flatMap(({ name, id }) => {
    const relation = related.get(id);
    if (!relation) throw damaged(`the sheet "${name}" is missing`);
    return relation.type === 'worksheet' ? [{ name, path: relation.path }] : [];
  });
  if (sheets.length > MOST_SHEETS) {
    throw tooLarge(
      `This workbook has ${sheets.length} sheets; up to ${MOST_SHEETS} are read. Send only the sheets with marks.`,
    );
  }
  if (new Set(sheets.map((sheet) => sheet.path)).size < sheets.length) throw damaged('two sheets are one');
  const only = (type: string): Uint8Array | undefined => {
    const found = [...related.values()].find((relation) => relation.type === type);
    return found && part(found.path);
  };
  return { sheets, from1904, sharedStrings: only('sharedStrings'), styles: only('styles') };
};

const relations = (part: PartReader, path: string, folder: string): ReadonlyMap<string, Relation> => {
  const found = new Map<string, Relation>();
  const bytes = part(path);
  if (!bytes) return found;
  readXml(bytes, 'the list of its parts', {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? '';
      found.set(attribute('Id') ?? '', { type, path: resolve(folder, attribute('Target') ?? '') });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
};

const resolve = (folder: string, target: string): string => {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
