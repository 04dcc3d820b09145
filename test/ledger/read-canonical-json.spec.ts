import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { parseCanonicalJson, readCanonicalJson } from '../../src/ledger/read-canonical-json.ts';
import { anyLedgerJson } from './arbitrary-ledger.ts';

const faultsOf = (text: string): string[] =>
  readCanonicalJson(Buffer.from(text), '').faults.map(({ code, path }) => `${code} ${path}`.trim());

describe('parseCanonicalJson', () => {
  it('gives back any value from its canonical form', () => {
    fc.assert(
      fc.property(anyLedgerJson(), (value) => {
        expect(parseCanonicalJson(Buffer.from(canonicalJson(value)))).to.deep.equal(value);
      }),
    );
  });

  it('refuses anything else with every fault', () => {
    const refused = (): unknown => parseCanonicalJson(Buffer.from('{"b":1.0, "a":"\\u0041"}'));
    expect(refused).to.throw(DomainError, 'not canonical JSON').with.property('faults').with.lengthOf(4);
    expect(() => parseCanonicalJson(Buffer.from(''))).to.throw(DomainError);
  });
});

describe('readCanonicalJson', () => {
  for (const [what, text, faults] of [
    ['a repeated key, at its place', '{"a":{"b":1,"b":2}}', ['duplicate-key /a/b']],
    ['a key out of order, at its place', '[{"b":1,"a":2}]', ['key-order /0/a']],
    [
      'keys ordered by code point instead of code unit',
      '{"\uff21":1,"\u{1f600}":2}',
      ['key-order /\u{1f600}'],
    ],
    ['a key written with an escape', '{"\\u0061":1}', ['escape-form /a']],
    ['an escape in upper case', '["\\u001F"]', ['escape-form /0']],
    ['a fraction', '[0,1.5]', ['number-form /1']],
    ['minus nought', '[-0]', ['number-form /0']],
    ['a number too large to keep', '[9007199254740993]', ['number-form /0']],
    ['a number beyond all bounds', '[1e400]', ['number-form /0']],
    ['half a surrogate pair', '["\\ud800"]', ['unicode-form /0']],
    ['white space within', '{"a": [1,\t2]}', ['white-space']],
    ['a byte order mark', '\ufeff[]', ['byte-order-mark']],
    ['a line feed that does not belong', '[]\n', ['white-space']],
    [
      'several faults at once',
      ' {"b":1.0,"a":"\\/"}',
      ['number-form /b', 'key-order /a', 'escape-form /a', 'white-space'],
    ],
    ['what is not JSON', '{"a":1', ['not-json']],
    ['nothing', '', ['not-json']],
  ] as const) {
    it(`reports ${what}`, () => {
      expect(faultsOf(text)).to.deep.equal(faults);
    });
  }

  it('takes brackets, quotes and backslashes inside a text for text', () => {
    for (const text of ['{"a\\"}{":"]["}', '["\\\\",{"\\"":"\\\\\\""}]', '[[{}],{"a":[]},"[{"]']) {
      expect(faultsOf(text)).to.deep.equal([]);
    }
  });

  it('reports bytes that are not UTF-8: cut, overlong, and a surrogate written as three bytes', () => {
    for (const bytes of [[0xe2, 0x82], [0xc1, 0x81], [0xed, 0xa0, 0x80], [0xff]]) {
      const { value, faults } = readCanonicalJson(Uint8Array.from([0x22, ...bytes, 0x22]), '');
      expect([value, faults.map(({ code }) => code)]).to.deep.equal([undefined, ['not-utf8']]);
    }
  });

  it('reports as many faults as there are, even two hundred thousand', () => {
    const numbers = Array.from({ length: 200_000 }, () => '1.0').join(',');
    expect(readCanonicalJson(Buffer.from(`[${numbers}]`), '').faults).to.have.lengthOf(200_000);
  });

  it('looks into nothing that nests a hundred thousand levels deep, whether it closes or not', () => {
    const inside = '1.0,'.repeat(100_000);
    for (const text of ['', ']'.repeat(100_000), `${inside}1${']'.repeat(100_000)}`].map(
      (end) => '['.repeat(100_000) + end,
    )) {
      const { value, faults } = readCanonicalJson(Buffer.from(text), '');
      expect(value).to.equal(undefined);
      expect(faults).to.have.lengthOf(1);
    }
  });

  it('never throws and never passes a text that is not canonical, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      'a',
      '\\',
      ' ',
      '1',
      '-',
      '.',
      '0',
      'null',
      '\ufeff',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.json(),
        ),
        (text) => {
          const { value, faults } = readCanonicalJson(Buffer.from(text), '');
          const isCanonical = value !== undefined && faults.length === 0;
          if (isCanonical) expect(canonicalJson(value)).to.equal(text);
          else expect(faults).not.to.be.empty;
          expect(faults.map(({ code }) => code)).not.to.include('not-canonical');
        },
      ),
      { numRuns: 500 },
    );
  });
});
