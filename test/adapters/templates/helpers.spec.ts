import { expect } from 'chai';
import { safeAddress } from '../../../src/adapters/templates/attribute-helpers.ts';
import { isChosen } from '../../../src/adapters/templates/form-helpers.ts';
import { dateInWords, money, percentBp, plural } from '../../../src/adapters/templates/text-helpers.ts';
import { renderSource } from './render-source.ts';

describe('words and figures in templates', () => {
  it('writes dates as the style guide does, without guessing a time zone', () => {
    expect(dateInWords('2026-08-06')).to.equal('6 August 2026');
    expect(dateInWords('2026-12-31T23:59:59.000Z')).to.equal('31 December 2026');
    for (const absent of ['', undefined, null]) expect(dateInWords(absent)).to.equal('');
    for (const bad of ['6/8/2026', '2026-13-01', 'x2026-08-06']) {
      expect(() => dateInWords(bad), String(bad)).to.throw('Not an ISO date');
    }
  });

  it('writes pence as pounds to the last penny', () => {
    const cases: readonly (readonly [number | string, string])[] = [
      [0, '£0'],
      [5, '£0.05'],
      [50, '£0.50'],
      [1234500, '£12,345'],
      [1234567, '£12,345.67'],
      [100000000, '£1,000,000'],
      [-1999, '−£19.99'],
      ['900719925474099301', '£9,007,199,254,740,993.01'],
    ];
    for (const [pence, words] of cases) expect(money(pence)).to.equal(words);
    expect(() => money(12.5)).to.throw('Not whole pence');
    expect(money(undefined)).to.equal('');
  });

  it('writes basis points as per cent, without needless noughts', () => {
    expect([0, 5, 350, 1250, 10000, 333].map(percentBp)).to.deep.equal([
      '0%',
      '0.05%',
      '3.5%',
      '12.5%',
      '100%',
      '3.33%',
    ]);
  });

  it('counts in words', () => {
    expect(plural(1, 'bid')).to.equal('1 bid');
    expect(plural(0, 'bid')).to.equal('0 bids');
    expect(plural(1200, 'criterion', 'criteria')).to.equal('1,200 criteria');
  });
});

describe('attributes in templates', () => {
  it('leaves out what is absent, prints true as a bare name and keeps a 0', () => {
    const html = renderSource('<i{{attrs a=a b=b c=c d=0}}>', { b: true, c: false });
    expect(html).to.match(/^<i( b| d="0"){2}>$/);
  });

  it('escapes values, and refuses names that could hold code', () => {
    expect(renderSource('<i{{attrs title=x}}>', { x: '"><b>' })).to.equal('<i title="&quot;&gt;&lt;b&gt;">');
    expect(() => renderSource('{{attrs given}}', { given: { onclick: 'x' } })).to.throw('onclick');
    expect(() => renderSource('{{attrs given}}', { given: { 'a b': 'x' } })).to.throw('attribute name');
    expect(() => renderSource('{{attrs given}}', { given: { style: 'x' } })).to.throw('style');
  });

  it('keeps our own paths and plain web addresses, and turns every other address off', () => {
    for (const fine of ['/d/1', '#title', '?page=2', 'https://x.test/a', 'mailto:a@x.test', 'x/y:z', '']) {
      expect(safeAddress(fine), fine).to.equal(fine);
    }
    for (const bad of [
      'javascript:1',
      ' JavaScript:1',
      'java\tscript:1',
      '\u0001javascript:1',
      'data:text/html,x',
      '//x.test',
      '/\\x.test',
      'vbscript:x',
    ]) {
      expect(safeAddress(bad), JSON.stringify(bad)).to.equal('#');
    }
    expect(renderSource('<a{{attrs href=x}}><a href="{{url x}}">', { x: 'javascript:1' })).to.equal(
      '<a href="#"><a href="#">',
    );
  });
});

describe('choices and conditions in templates', () => {
  it('knows a chosen 0 and a chosen text of the same figure', () => {
    expect(isChosen(0, undefined, 0)).to.be.true;
    expect(isChosen('0', undefined, 0)).to.be.true;
    expect(isChosen(0, undefined, undefined)).to.be.false;
    expect(isChosen('a', false, 'a')).to.be.false;
    expect(isChosen('a', undefined, ['b', 'a'])).to.be.true;
  });

  it('does not lose a score of 0', () => {
    const source = '{{or score "none"}}|{{txt score}}|{{#if (there score)}}marked{{/if}}|{{and score "yes"}}';
    expect(renderSource(source, { score: 0 })).to.equal('0|0|marked|yes');
    expect(renderSource(source, { score: undefined })).to.equal('none|||');
  });
});
