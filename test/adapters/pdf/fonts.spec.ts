import { expect } from 'chai';
import { loadFontFaceCss } from '../../../src/adapters/pdf/fonts.ts';

describe('font faces for printing', () => {
  const rules = loadFontFaceCss().split('\n');

  it('are regular, bold and italic, each for two ranges of letters', () => {
    const faces = rules.map((rule) => /font-style:(\w+);font-weight:(\d+)/.exec(rule)?.slice(1).join(' '));
    const each = ['normal 400', 'normal 700', 'italic 400'].flatMap((face) => [face, face]);
    expect(faces).to.deep.equal(each);
  });

  it('carry the fonts inside them and refer to nothing else', () => {
    for (const rule of rules) {
      const addresses = [...rule.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address ?? '');
      expect(addresses).to.have.length(1);
      const [kind, data] = (addresses[0] ?? '').split(',');
      expect(kind).to.equal('data:font/woff2;base64');
      expect(
        Buffer.from(data ?? '', 'base64')
          .subarray(0, 4)
          .toString('latin1'),
      ).to.equal('wOF2');
      expect(rule).to.match(/unicode-range:U\+[0-9A-F]/);
    }
  });
});
