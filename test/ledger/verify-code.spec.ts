import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../src/core/errors.ts';
import { formatVerifyCode, matchesVerifyCode, parseVerifyCode } from '../../src/ledger/verify-code.ts';

const anyHash = (): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('verify code', () => {
  it('is the number of the entry and 80 bits of its hash in base32 (known answer: 20 f are 16 Z, 20 0 are 16 0)', () => {
    expect(formatVerifyCode(12, 'f'.repeat(64))).to.equal('12-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(formatVerifyCode(1, `${'0'.repeat(20)}${'f'.repeat(44)}`)).to.equal('1-0000-0000-0000-0000');
    expect(formatVerifyCode(7, '0123456789abcdef0123'.padEnd(64, '0'))).to.equal('7-04HM-ASW9-NF6Y-Y093');
  });

  it('reads back as the number and the first 20 characters of the hash, however it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), anyHash(), (seq, hash) => {
        const code = formatVerifyCode(seq, hash);
        const typed = [
          code,
          code.toLowerCase(),
          ` ${code.replaceAll('-', ' ')} `,
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
        ];
        for (const text of typed) {
          expect(parseVerifyCode(text)).to.deep.equal({ seq, hashStart: hash.slice(0, 20) });
        }
        expect(matchesVerifyCode(parseVerifyCode(code), seq, hash)).to.equal(true);
        expect(matchesVerifyCode(parseVerifyCode(code), seq + 1, hash)).to.equal(false);
      }),
    );
  });

  it('matches no other hash', () => {
    const code = parseVerifyCode(formatVerifyCode(3, 'a'.repeat(64)));
    expect(matchesVerifyCode(code, 3, `${'a'.repeat(19)}b${'a'.repeat(44)}`)).to.equal(false);
  });

  it('is refused when something is missing, added, or no character of the alphabet', () => {
    for (const text of [
      '',
      '12',
      '12-ZZZZ-ZZZZ-ZZZZ-ZZZ',
      '12-ZZZZ-ZZZZ-ZZZZ-ZZZZZ',
      'ZZZZ-ZZZZ-ZZZZ-ZZZZ',
      '0-ZZZZ-ZZZZ-ZZZZ-ZZZZ',
      '12ZZZZZZZZZZZZZZZZ',
      '12-ZZZZ-ZZZZ-ZZZZ-ZZZU',
      '12-ZZZZ-ZZZZ-ZZZZ-ZZZ!',
      '1234567890123456-ZZZZ-ZZZZ-ZZZZ-ZZZZ',
    ]) {
      expect(() => parseVerifyCode(text), text).to.throw(DomainError, 'not a verify code');
    }
  });

  it('is made from nothing but the number of an entry and a hash', () => {
    expect(() => formatVerifyCode(0, 'f'.repeat(64))).to.throw(RangeError);
    expect(() => formatVerifyCode(1.5, 'f'.repeat(64))).to.throw(RangeError);
    expect(() => formatVerifyCode(1, 'F'.repeat(64))).to.throw(RangeError);
  });
});
