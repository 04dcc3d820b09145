import { PDFDict, PDFName, type PDFContext, type PDFRef } from 'pdf-lib';
import {
  asElement,
  kindOf,
  listAllElements,
  listRawKids,
  setKind,
  type StructureElement,
} from './structure-tree.ts';

/** Kinds that Chromium uses and PDF 1.7 does not know, with what they stand for there. */
const NEWER_KINDS: readonly (readonly [string, string])[] = [
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Title', 'P'],
  ['Aside', 'Div'],
  ['FENote', 'Note'],
];

/** Brings the tag tree in line with PDF 1.7: every kind known, list items with a body, figures with a description. */
export const mendStructure = (context: PDFContext, tree: PDFDict): void => {
  const elements = listAllElements(tree);
  for (const element of elements) {
    const kind = kindOf(element.dict);
    if (kind === 'LI') giveListBody(context, element);
    if (kind === 'Figure' && !element.dict.has(PDFName.of('Alt'))) setKind(element.dict, 'Div');
  }
  const used = new Set(elements.map(({ dict }) => kindOf(dict)));
  const roles = NEWER_KINDS.filter(([newer]) => used.has(newer));
  if (roles.length === 0) return;
  const map = PDFDict.withContext(context);
  for (const [newer, known] of roles) map.set(PDFName.of(newer), PDFName.of(known));
  tree.set(PDFName.of('RoleMap'), map);
};

/** A list item is a label and a body; Chromium leaves the body out. */
const giveListBody = (context: PDFContext, item: StructureElement): void => {
  const kids = listRawKids(item.dict).map((kid) => asElement(item.dict, kid));
  // Text that hangs on the item itself is also listed by page elsewhere, so it cannot be moved.
  if (kids.some((kid) => kid === undefined)) return;
  const elements = kids.filter((kid) => kid !== undefined);
  const labels = elements.filter(({ dict }) => kindOf(dict) === 'Lbl');
  const rest = elements.filter(({ dict }) => !['Lbl', 'LBody'].includes(kindOf(dict)));
  const [only] = rest;
  if (only === undefined) return;
  if (rest.length === 1 && kindOf(only.dict) === 'NonStruct') {
    setKind(only.dict, 'LBody');
    return;
  }
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item.ref, K: refsOf(rest) });
  const bodyRef = context.register(body);
  for (const { dict } of rest) dict.set(PDFName.of('P'), bodyRef);
  item.dict.set(PDFName.of('K'), context.obj([...refsOf(labels), bodyRef]));
};

const refsOf = (elements: readonly StructureElement[]): PDFRef[] => elements.map(({ ref }) => ref);
