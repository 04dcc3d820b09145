import { expect } from 'chai';
import { marginCss, renderDocument } from '../../src/report/document.ts';

describe('renderDocument', () => {
  it('makes one HTML file with language, title and styles', () => {
    const html = renderDocument({ title: 'Notes & <more>', css: ['p{color:red}'], body: '<p>Hello</p>' });
    expect(html).to.match(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html)
      .to.include('<title>Notes &amp; &lt;more&gt;</title>')
      .and.include('<style>p{color:red}</style>');
  });

  it('refuses a style sheet that would end its own element', () => {
    expect(() => renderDocument({ title: '', css: ['</style><script>'], body: '' })).to.throw();
  });
});

describe('marginCss', () => {
  it('numbers the pages and says what they are', () => {
    const css = marginCss(['DRAFT', 'Example data'], 'Decision 0123abcd, internal edition');
    expect(css)
      .to.include('"DRAFT - Example data"')
      .and.include('"Page " counter(page) " of " counter(pages)');
  });

  it('takes no words that could end a CSS text', () => {
    expect(() => marginCss([], 'a"}b')).to.throw();
  });
});
