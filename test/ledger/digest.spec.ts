import { expect } from 'chai';
import { digestJson, digestText } from '../../src/ledger/digest.ts';

describe('digestText', () => {
  it('is SHA-256 (known answer: FIPS 180-2 appendix B.1, "abc")', () => {
    expect(digestText('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('digestJson', () => {
  it('is the digest of the canonical form, so the order of keys does not matter', () => {
    expect(digestJson({ b: 1, a: 2 })).to.equal(digestText('{"a":2,"b":1}'));
    expect(digestJson({ a: 2, b: 1 })).to.equal(digestJson({ b: 1, a: 2 }));
  });
});
