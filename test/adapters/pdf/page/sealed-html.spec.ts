import { expect } from 'chai';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { sealHtml } from '../../../../src/adapters/pdf/page/sealed-html.ts';

type Element = Tree.Element;

const childrenOf = (node: Tree.ParentNode): readonly Element[] =>
  node.childNodes.filter((child): child is Element => 'tagName' in child);
const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((each) => each.name === name)?.value;

/** As any HTML parser reads it: parse5 follows the same rules as the browser. */
const read = (html: string): { root: Element | undefined; head: readonly Element[]; mode: string } => {
  const document = parse(sealHtml(html, 'en-GB', 'A "title" </title><script>'));
  const [root] = childrenOf(document);
  const [head] = root === undefined ? [] : childrenOf(root);
  return { root, head: head === undefined ? [] : childrenOf(head), mode: document.mode };
};

describe('sealing a document', () => {
  const documents: Readonly<Record<string, string>> = {
    'a whole one':
      '<!doctype html><html lang="fr"><head><title>Other</title></head><body><p>x</p></body></html>',
    'a fragment': '<p>x</p>',
    'one that hides its head in a comment':
      '<!-- <head> --><html><!--><head><meta charset="x"><img src="http://x">',
    'one that begins with an image': '<img src="http://x"><html><head>',
    'one in an old mode': '<!doctype html public "-//IETF//DTD HTML//EN"><table><p>x',
  };
  for (const [name, html] of Object.entries(documents)) {
    it(`puts policy, language and title of ours before anything of ${name}`, () => {
      const { root, head, mode } = read(html);
      expect(attribute(root, 'lang')).to.equal('en-GB');
      expect(head.slice(0, 3).map(({ tagName }) => tagName)).to.deep.equal(['meta', 'meta', 'title']);
      expect(attribute(head[1], 'content')).to.match(/^default-src 'none'; img-src data:;/);
      expect(head[2]?.childNodes).to.have.length(1);
      expect(head.filter(({ tagName }) => tagName === 'script')).to.be.empty;
      expect(mode).to.equal('no-quirks');
    });
  }
});
