import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';
import { unless, type UaFault } from './fault.ts';
import { hasText, listTags, type Tag } from './tag-tree.ts';

const nameOf = PDFName.of.bind(PDFName);

/** Links: described in words, part of the tag tree, and reached in the order of the tags. */
export const checkAnnotations = (document: PDFDocument): readonly UaFault[] => {
  const linked = new Set(
    listTags(document)
      .filter(({ kind }) => kind === 'Link')
      .flatMap(listObjects),
  );
  return document.getPages().flatMap(({ node }) => {
    const annotations = node.lookupMaybe(nameOf('Annots'), PDFArray)?.asArray() ?? [];
    if (annotations.length === 0) return [];
    return [
      ...unless(node.get(nameOf('Tabs')) === nameOf('S'), '7.18.3', 'a page with links has no tab order'),
      ...annotations.flatMap((ref) => {
        const annotation = document.context.lookup(ref, PDFDict);
        const isLink = annotation.get(nameOf('Subtype')) === nameOf('Link');
        return [
          ...unless(
            hasText(annotation, 'Contents'),
            isLink ? '7.18.5-2' : '7.18.1',
            'an annotation has no description',
          ),
          ...unless(!isLink || linked.has(ref as PDFRef), '7.18.5-1', 'a link is not in the tag tree'),
        ];
      }),
    ];
  });
};

const listObjects = ({ dict }: Tag): readonly PDFRef[] => {
  const raw = dict.lookup(nameOf('K'));
  const each = raw instanceof PDFArray ? raw.asArray() : [raw];
  return each.flatMap((item) => {
    const resolved = dict.context.lookup(item);
    const target = resolved instanceof PDFDict ? resolved.get(nameOf('Obj')) : undefined;
    return target instanceof PDFRef ? [target] : [];
  });
};
