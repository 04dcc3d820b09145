import { expect } from 'chai';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { createTemplateRenderer } from '../../../src/adapters/templates/renderer.ts';

type Element = DefaultTreeAdapterTypes.Element;

const ours = createTemplateRenderer({ folder: 'templates' });
const page = { title: 'Page not found', message: 'Check the address.' };
const renderPage = (view: object = {}): string => ours.render('pages/error', { ...page, ...view });

function listElements(html: string): readonly Element[] {
  const walk = (node: DefaultTreeAdapterTypes.Node): readonly Element[] => {
    const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : [];
    return 'tagName' in node ? [node, ...children] : children;
  };
  return walk(parse(html));
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((given) => given.name === name)?.value;

/** What a policy of default-src 'none' with 'self' for scripts and styles would drop, or would fetch from elsewhere. */
function listForbidden(html: string): readonly string[] {
  return listElements(html).flatMap((element) => {
    const inline =
      element.tagName === 'style' ||
      (element.tagName === 'script' && attribute(element, 'src') === undefined);
    const attributes = element.attrs
      .filter(({ name, value }) => {
        const loads = ['src', 'href', 'srcset', 'poster', 'data', 'action'].includes(name);
        return /^on|^style$/.test(name) || (loads && /^([a-z]+:)?\/\//i.test(value));
      })
      .map(({ name }) => `${element.tagName} ${name}`);
    return inline ? [element.tagName, ...attributes] : attributes;
  });
}

const everything = {
  errors: [{ text: 'Say what is to be decided', href: '#title' }],
  notice: { text: 'Saved', variant: 'success' },
  user: { name: 'Ann <Lead>' },
  csrfToken: 'token"1',
  navigation: [{ text: 'Decisions', href: '/', current: true }],
  crumbs: [{ text: 'Decisions', href: '/' }],
  demo: true,
  organisation: 'Northfield',
};

describe('layout', () => {
  it('names the page, and says Error first when there is one', () => {
    expect(renderPage()).to.include('<title>Page not found – Counterweight</title>');
    expect(renderPage(everything)).to.include('<title>Error: Page not found – Counterweight</title>');
    expect(renderPage({ errors: [] })).to.include('<title>Page not found');
  });

  it('is in British English, with one main part that the skip link leads to and one first heading', () => {
    const elements = listElements(renderPage(everything));
    const tags = (name: string): readonly Element[] => elements.filter(({ tagName }) => tagName === name);
    expect(tags('html').map((element) => attribute(element, 'lang'))).to.deep.equal(['en-GB']);
    expect(tags('main').map((element) => attribute(element, 'id'))).to.deep.equal(['main-content']);
    expect(tags('h1')).to.have.length(1);
    expect(attribute(tags('a')[0] as Element, 'href')).to.equal('#main-content');
    expect(tags('header')).to.have.length(1);
    expect(tags('footer')).to.have.length(1);
  });

  it('holds nothing inline and loads nothing from another origin', () => {
    expect(listForbidden(renderPage(everything))).to.deep.equal([]);
    expect(listForbidden(renderPage())).to.deep.equal([]);
  });

  it('would notice inline script, style, handlers and foreign files (positive control)', () => {
    const bad =
      '<script>1</script><style></style><p style="x" onclick="y"><img src="//cdn.test/a"><a href="https://x.test">';
    expect(listForbidden(bad)).to.deep.equal([
      'script',
      'style',
      'p style',
      'p onclick',
      'img src',
      'a href',
    ]);
  });

  it('asks for files under a path that changes with their bytes', () => {
    expect(renderPage()).to.match(/<link rel="stylesheet" href="\/assets\/[0-9a-z]+\/counterweight\.css">/);
    expect(renderPage()).to.match(/<script type="module" src="\/assets\/[0-9a-z]+\/init\.js">/);
  });

  it('signs out by a POST that carries the token, and only when somebody is signed in', () => {
    const forms = (html: string): readonly Element[] =>
      listElements(html).filter(({ tagName }) => tagName === 'form');
    const [form] = forms(renderPage(everything));
    expect(form && [attribute(form, 'action'), attribute(form, 'method')]).to.deep.equal([
      '/sign-out',
      'post',
    ]);
    expect(renderPage(everything))
      .to.match(/name="_csrf"/)
      .and.include('value="token&quot;1"');
    expect(renderPage(everything)).to.include('Ann &lt;Lead&gt;');
    expect(forms(renderPage())).to.have.length(0);
    expect(renderPage({ signInHref: '/sign-in' })).to.include('Sign in');
  });

  it('puts the error summary and the notice above the first heading', () => {
    const html = renderPage(everything);
    const [summary, notice, heading] = ['There is a problem', 'Saved', '<h1'].map((text) =>
      html.indexOf(text),
    );
    expect(summary).to.be.greaterThan(0);
    expect(notice).to.be.greaterThan(summary ?? 0);
    expect(heading).to.be.greaterThan(notice ?? 0);
  });

  it('labels example data, and nothing else as such', () => {
    expect(renderPage(everything)).to.include('Example data');
    expect(renderPage()).not.to.include('Example data');
  });

  it('bears no national logo, name or typeface', () => {
    const words = renderPage(everything).replaceAll(/nhsuk/g, '');
    expect(words).not.to.match(/\bNHS\b|frutiger|nhs\.uk/i);
    expect(words).to.include('Counterweight');
  });
});
