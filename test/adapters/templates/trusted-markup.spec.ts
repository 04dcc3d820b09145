import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadTemplateFiles } from '../../../src/adapters/templates/template-files.ts';
import { assertPlainSvg } from '../../../src/adapters/templates/safe-html.ts';

const templates = loadTemplateFiles('templates');

/** Every place in the engine that declares text to be markup, by file: a new one needs a second pair of eyes. */
const REVIEWED: Record<string, number> = {
  'attribute-helpers.ts': 1, // attrs: names checked, values escaped one by one
  'component-helpers.ts': 5, // component (block and result), render, txt, svg: our own templates' output
};

/** Their body is rendered by report/body or report/one-side, our own templates, right before it is put here. */
const REVIEWED_TRIPLES = ['pages/quick-record: {{{body}', 'report/page: {{{body}'];

function countSafeStrings(): Record<string, number> {
  const folder = 'src/adapters/templates';
  const counts = readdirSync(folder).map((file): [string, number] => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [file, source.split('new Handlebars.SafeString(').length - 1];
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const listTripleStash = (source: string): readonly string[] => source.match(/\{\{~?[{&][^}]*\}?/g) ?? [];

/** An address printed straight from the view: escaping alone lets `javascript:` through. */
const listRawAddresses = (source: string): readonly string[] =>
  source.match(/\b(href|src|action|formaction)=["']?\{\{(?!~?url )[^}]*\}\}/g) ?? [];

const listInline = (source: string): readonly string[] =>
  source.match(/<style\b|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/gi) ?? [];

const find = (list: (source: string) => readonly string[], except: RegExp = /^report\//): readonly string[] =>
  templates
    .filter(({ name }) => !except.test(name))
    .flatMap(({ name, source }) =>
      list(source.replace(/\{\{!--[\s\S]*?--\}\}/g, '')).map((hit) => `${name}: ${hit}`),
    );

describe('what templates may trust', () => {
  it('has no triple braces but the reviewed ones', () => {
    expect(find(listTripleStash, /^$/)).to.deep.equal(REVIEWED_TRIPLES);
  });

  it('declares markup safe only where it was reviewed', () => {
    expect(countSafeStrings()).to.deep.equal(REVIEWED);
  });

  it('prints addresses from a view only through a check', () => {
    expect(find(listRawAddresses)).to.deep.equal([]);
  });

  it('holds no inline script, style or handler in pages and components', () => {
    expect(find(listInline)).to.deep.equal([]);
  });

  it('would find each of them (positive control)', () => {
    expect(listTripleStash('{{{a}}} {{&b}} {{~{c}~}} {{d}}')).to.have.length(3);
    expect(
      listRawAddresses('<a href="{{x}}"><a href="{{url x}}"><form action={{y}}><a href="/d/{{id}}">'),
    ).to.have.length(2);
    expect(
      listInline('<p style="a" onclick="b"><style></style><script>c</script><script src="/d"></script>'),
    ).to.have.length(4);
  });

  it('lets a chart of plain shapes through and refuses one that could run, load or style', () => {
    const plain = '<svg viewBox="0 0 1 1"><title>Marks</title><rect width="1" fill="#000"/></svg>';
    expect(assertPlainSvg(plain)).to.equal(plain);
    const bad = [
      '<script>1</script>',
      '<rect onload="x"/>',
      '<rect style="x"/>',
      '<a href="/x"/>',
      '<image href="//x"/>',
    ];
    for (const part of bad)
      expect(() => assertPlainSvg(`<svg>${part}</svg>`), part).to.throw('A chart must not contain');
    expect(() => assertPlainSvg('<p>no</p>')).to.throw('one <svg> element');
  });
});
