import { expect } from 'chai';
import { createTemplateRenderer } from '../../../src/adapters/templates/renderer.ts';
import { describeMarkup } from '../../support/dom-compare.ts';

const ours = createTemplateRenderer({ folder: 'templates' });
const describeOwn = (name: string, view: object): string => describeMarkup(ours.render(`cw/${name}`, view));

describe('our own components', () => {
  it('progress says the figures in words and hides the bar from screen readers', () => {
    const text = describeOwn('progress', { done: 3, total: 8, unit: 'criteria marked' });
    expect(text).to.match(/reads:[ |]*3 of 8 criteria marked/);
    expect(text).to.match(/<svg aria-hidden="true"[^>]*viewBox="0 0 8 1"/);
    expect(text).to.match(/<rect class="cw-bar__fill" height="1" width="3">/);
  });

  it('progress of nothing draws no bar', () => {
    expect(describeOwn('progress', { done: 0, total: 0, unit: 'criteria marked' })).not.to.include('<svg');
  });

  it('a score of 0 is printed, not dropped', () => {
    const text = describeOwn('score-bar', { label: 'Fit', value: 0, max: 5 });
    expect(text).to.match(/Fit 0 of 5/);
    expect(text).to.match(/cw-bar__fill" height="1" width="0"/);
  });

  it('a form posts with its token, a search form without', () => {
    const source = { action: '/x', html: '' };
    const withToken = ours.render('cw/form', { ...source, csrfToken: 'abc' });
    expect(withToken)
      .to.match(/method="post"/)
      .and.match(/value="abc" name="_csrf"|name="_csrf" value="abc"/);
    expect(ours.render('cw/form', { ...source, csrfToken: 'abc', method: 'get' })).not.to.include('_csrf');
  });

  it('the fragment form has an empty hidden field and an ordinary button', () => {
    const text = describeOwn('fragment-form', {
      action: '/join',
      field: 'secret',
      button: 'Start',
      csrfToken: 't',
    });
    expect(text).to.include(
      '<form action="/join" class="cw-fragment-form" data-cw-fragment="secret" method="post"',
    );
    expect(text).to.include('<input name="secret" type="hidden" value="">');
    expect(text).to.match(/<button[^>]*type="submit">\s+Start/);
  });

  it('what needs JavaScript is hidden until JavaScript shows it', () => {
    for (const [name, view] of [
      ['copy-link', { id: 'link', label: 'Link', value: 'https://x.test/#s' }],
      ['receipt-code', { label: 'Write this down', code: 'K7QM' }],
      ['print-button', {}],
    ] as const) {
      const buttons = describeOwn(name, view).match(/<button[^>]*>/g) ?? [];
      expect(buttons, name).to.have.length(1);
      expect(buttons[0], name).to.include('hidden=""').and.include('type="button"');
    }
  });

  it('the link to copy is a field that can be read, selected and not changed', () => {
    const text = describeOwn('copy-link', { id: 'link', label: 'Link', value: 'https://x.test/#s' });
    expect(text).to.match(/<input[^>]*id="link"[^>]*readonly=""[^>]*value="https:\/\/x\.test\/#s"/);
    expect(text).to.match(/<label[^>]*for="link"/);
  });

  it('an empty state says what to do', () => {
    const text = describeOwn('empty-state', {
      heading: 'No answers yet',
      text: 'Share the link.',
      action: { text: 'Share', href: '/s' },
    });
    expect(text).to.match(/<h2[\s\S]*No answers yet[\s\S]*Share the link\.[\s\S]*<a[^>]*href="\/s"/);
  });

  it('key figures pair each value with its label', () => {
    const text = describeOwn('key-figures', { items: [{ label: 'Total', value: 0, note: 'of 100' }] });
    expect(text).to.match(/<dt[\s\S]*Total[\s\S]*<dd[\s\S]*0[\s\S]*of 100/);
  });
});
