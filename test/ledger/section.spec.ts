import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { commitSection, parseSalt, renderSalt } from '../../src/ledger/section.ts';
import { saltOf } from './sample-ledger.ts';

describe('commitSection', () => {
  const salt = Uint8Array.from({ length: 32 }, (_, index) => index);

  it('is SHA-256 over prefix, salt and canonical value (known answer from coreutils sha256sum)', () => {
    expect(commitSection({ b: 1, a: '€' }, salt)).to.equal(
      '7ba93f1d01cff986a5daba70b98f13ccc8f515b0612f83410f5edb5e607d2d5b',
    );
  });

  it('depends on the value, on the salt and on the prefix', () => {
    const withoutPrefix = createHash('sha256').update(salt).update('"4"').digest('hex');
    const commits = [
      commitSection('4', salt),
      commitSection('5', salt),
      commitSection(4, salt),
      commitSection('4', saltOf('other')),
      withoutPrefix,
    ];
    expect(new Set(commits)).to.have.lengthOf(commits.length);
  });

  it('takes no salt but one of 32 bytes', () => {
    for (const length of [0, 31, 33])
      expect(() => commitSection('4', new Uint8Array(length))).to.throw(RangeError);
  });

  it('does not give a mark away: with no salt, trying all marks finds it; with the salt gone, none of them fits', () => {
    const marks = ['0', '1', '2', '3', '4', '5'];
    const guess = (commit: string, known: Uint8Array): string | undefined =>
      marks.find((mark) => commitSection(mark, known) === commit);
    const noSalt = new Uint8Array(32);
    expect(guess(commitSection('3', noSalt), noSalt)).to.equal('3');
    expect(guess(commitSection('3', salt), noSalt)).to.equal(undefined);
  });
});

describe('parseSalt', () => {
  it('reads back what renderSalt writes', () => {
    expect(parseSalt(renderSalt(saltOf('any')))).to.deep.equal(Buffer.from(saltOf('any')));
  });

  it('refuses every other way of writing the same bytes', () => {
    const good = renderSalt(new Uint8Array(32).fill(0xfb));
    const others = [
      good.replace(/.=$/, 't='),
      good.replace('=', ''),
      good.replaceAll('+', '-').replaceAll('/', '_'),
      ` ${good}`,
      `${good}\n`,
      `${good.slice(0, 20)}\n${good.slice(20)}`,
    ];
    for (const other of others) {
      expect(Buffer.from(other, 'base64').equals(Buffer.from(good, 'base64')), other).to.equal(true);
      expect(parseSalt(other), other).to.equal(undefined);
    }
  });

  it('refuses anything that is not 32 bytes', () => {
    for (const text of ['', '====', renderSalt(new Uint8Array(31)), renderSalt(new Uint8Array(33))]) {
      expect(parseSalt(text)).to.equal(undefined);
    }
  });
});
