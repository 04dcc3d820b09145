import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

const INLINE = new Set(['a', 'b', 'em', 'span', 'strong', 'label', 'small', 'code', 'abbr', 'i']);

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function describeAttributes(node: DefaultTreeAdapterTypes.Element): string {
  return node.attrs
    .map(({ name, value }) => {
      const plain = name === 'class' ? fold(value).split(' ').sort().join(' ') : value;
      return ` ${name}="${plain}"`;
    })
    .sort()
    .join('');
}

function describeTree(nodes: readonly Node[], indent: string): readonly string[] {
  return nodes.flatMap((node) => {
    if ('tagName' in node) {
      const head = `${indent}<${node.tagName}${describeAttributes(node)}>`;
      return [head, ...describeTree(node.childNodes, `${indent}  `)];
    }
    const text = node.nodeName === '#text' && 'value' in node ? fold(node.value) : '';
    return text ? [`${indent}${text}`] : [];
  });
}

function readText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!('tagName' in node)) return node.nodeName === '#text' && 'value' in node ? node.value : '';
      const inner = readText(node.childNodes);
      return INLINE.has(node.tagName) ? inner : ` | ${inner} | `;
    })
    .join('');
}

/**
 * One text for all markup that means the same: a line an element with its attributes and class names sorted, white
 * space folded; then the words as they read, so that a space lost between two inline elements still shows.
 */
export function describeMarkup(html: string): string {
  const nodes = parseFragment(html).childNodes;
  const words = fold(readText(nodes)).replace(/(\s*\|\s*)+/g, ' | ');
  return [...describeTree(nodes, ''), `reads: ${words}`].join('\n');
}
