import { expect } from 'chai';
import { parseFragment } from 'parse5';
import fc from 'fast-check';
import { createTemplateRenderer } from '../../../src/adapters/templates/renderer.ts';
import { createRendererOf, renderSource } from './render-source.ts';

const ours = createTemplateRenderer({ folder: 'templates' });

function readTextarea(html: string): string {
  const found = /<textarea[^>]*>[\s\S]*<\/textarea>/.exec(html)?.[0] ?? '';
  const [node] = parseFragment(found).childNodes;
  const [text] = node && 'childNodes' in node ? node.childNodes : [];
  return text && 'value' in text ? text.value : '';
}

describe('createTemplateRenderer', () => {
  it('escapes what the view holds, also under a key called html', () => {
    expect(renderSource('{{a}}{{txt b html}}', { a: '<i>', b: 'x', html: '<script>' })).to.equal(
      '&lt;i&gt;&lt;script&gt;',
    );
  });

  it('refuses to print a value the view lacks, and names the template', () => {
    expect(() => renderSource('{{missing}}', {})).to.throw(/pages\/page.*missing/);
  });

  it('gives a partial nothing but what it was handed', () => {
    const others = { 'partials/p': '[{{txt title}}{{txt given}}]' };
    expect(renderSource('{{> p given=title}}', { title: 'secret' }, others)).to.equal('[secret]');
    expect(renderSource('{{> p given=1}}', { title: 'secret' }, others)).to.equal('[1]');
  });

  it('takes no layout or partial from the view', () => {
    const sources = {
      layout: 'A{{> @partial-block @root}}',
      'pages/page': '{{#> layout}}{{x}}{{/layout}}',
      other: 'B',
    };
    const view = {
      x: 1,
      layout: 'other',
      partials: { layout: 'B' },
      settings: { layout: '../package.json' },
    };
    expect(createRendererOf(sources).render('pages/page', view)).to.equal('A1');
  });

  it('neither reads nor calls anything inherited', () => {
    class Account {
      readonly own = 'own';
      get inherited(): string {
        return 'leak';
      }
    }
    expect(
      renderSource('{{txt a.own}}{{txt a.inherited}}{{txt a.constructor}}', { a: new Account() }),
    ).to.equal('own');
  });

  it('stops at the start when a partial does not exist, and names both', () => {
    expect(() => renderSource('{{> nhsuk/buton}}', {})).to.throw(/pages\/page.*nhsuk\/buton/);
    expect(() => renderSource('{{#component "nhsuk/buton"}}x{{/component}}', {})).to.throw(/nhsuk\/buton/);
  });

  it('stops at the start when a printed name is also the name of a helper', () => {
    expect(() => renderSource('{{list}}', { list: 'x' })).to.throw(/this\.list/);
    expect(renderSource('{{this.list}}', { list: 'x' })).to.equal('x');
  });

  it('renders plain-text templates without HTML escapes', () => {
    const text = createRendererOf({ 'mail/hello.txt': 'Dear {{name}}' }).render('mail/hello.txt', {
      name: "O'Brien & co",
    });
    expect(text).to.equal("Dear O'Brien & co");
  });

  it('says which template is unknown', () => {
    expect(() => ours.render('pages/none', {})).to.throw('There is no template "pages/none".');
  });

  it('gives back what a person typed, whatever its spaces and line breaks, so autosave adds nothing', () => {
    const field = { 'pages/page': '  <div>\n    {{> nhsuk/textarea name="why" value=value}}\n  </div>' };
    const folder = createTemplateRenderer({ folder: 'templates' });
    fc.assert(
      fc.property(fc.stringMatching(/^[ a<&"\n]{0,30}$/), (value) => {
        const once = readTextarea(folder.render('nhsuk/textarea', { name: 'why', value }));
        expect(once).to.equal(value);
      }),
    );
    expect(() => createRendererOf(field)).to.throw(/nhsuk\/textarea/);
  });

  it('keeps a partial on a line of its own from indenting the text inside it', () => {
    const others = { 'partials/area': '<textarea>\n{{txt value}}</textarea>' };
    const html = renderSource('<p>\n    {{> area value=v}}\n</p>', { v: 'l1\nl2' }, others);
    expect(readTextarea(html)).to.equal('l1\nl2');
  });

  it('places one of our partials where a view model asks for it, and escapes its text', () => {
    const html = ours.render('nhsuk/tables', {
      rows: [[{ text: 'Fit' }, { html: { partial: 'nhsuk/tag', view: { text: '<b>', colour: 'green' } } }]],
    });
    expect(html).to.match(/<strong class="nhsuk-tag nhsuk-tag--green">&lt;b&gt;<\/strong>/);
  });
});
