import { expect } from 'chai';
import fc from 'fast-check';
import type { Json } from '../../src/core/errors.ts';
import { checkText, composeText } from '../../src/ledger/ledger-text.ts';

describe('composeText', () => {
  it('composes every text of a value and leaves all else alone', () => {
    const sent = { name: 'Zoe\u0308', list: ['A\u030a', 1, true, null], inner: { text: 'plain' } };
    expect(composeText(sent)).to.deep.equal({
      name: 'Zoë',
      list: ['Å', 1, true, null],
      inner: { text: 'plain' },
    });
  });

  it('leaves keys alone, so that two that differ do not become one', () => {
    const sent = { 'e\u0308': 1, '\u00eb': 2 };
    expect(Object.keys(composeText(sent))).to.deep.equal(['e\u0308', '\u00eb']);
  });

  it('gives what checkText has nothing to say about, and changes that no more', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const composed = composeText(texts);
        expect(checkText(composed)).to.deep.equal([]);
        expect(composeText(composed)).to.deep.equal(composed);
      }),
    );
  });

  it('does not exhaust the call stack on what nests a hundred thousand levels deep', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as Json;
    expect(() => composeText(deep)).not.to.throw();
    expect(checkText(deep)).to.deep.equal([]);
  });
});

describe('checkText', () => {
  const value = { good: 'Zoë ⏳', bad: ['Zoe\u0308'], half: '\udc00', 'ke\u0301y': 1, unknown: '\u0378' };

  it('names each text and key that is not composed or not well-formed', () => {
    expect(checkText(value).map(({ path }) => path)).to.deep.equal(['/bad/0', '/half', '/ke\u0301y']);
  });

  it('asks more of what is about to be written: codes that later Unicode may still give a meaning', () => {
    expect(checkText(value, true).map(({ path }) => path)).to.include('/unknown');
    expect(checkText('a new emoji: \u{1faff}', true)).to.deep.equal([]);
  });
});
