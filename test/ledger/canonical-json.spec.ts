import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../src/core/errors.ts';
import type { Json } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { anyLedgerJson } from './arbitrary-ledger.ts';

const refusalOf = (value: unknown): DomainError => {
  try {
    canonicalJson(value as Json);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('canonicalJson', () => {
  it('writes literals and escapes as RFC 8785 section 3.2.4 shows (the example of 3.2.2 without its numbers)', () => {
    const value = { string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
    const bytes = Buffer.from(canonicalJson(value), 'utf8').toString('hex');
    expect(bytes).to.equal(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22737472696e67223a22' +
        'e282ac245c75303030665c6e412742' +
        '5c225c5c5c5c5c222f227d',
    );
  });

  it('sorts keys by UTF-16 code unit as RFC 8785 section 3.2.3 shows', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map(([, name]) => name);
    expect(order).to.deep.equal([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('gives the worked example of its own description', () => {
    expect(canonicalJson({ b: [1, null], a: '€' })).to.equal('{"a":"€","b":[1,null]}');
  });

  it('writes empty things, nothing, and whole numbers to the ends of their range', () => {
    expect(canonicalJson([])).to.equal('[]');
    expect(canonicalJson({})).to.equal('{}');
    expect(canonicalJson('')).to.equal('""');
    expect(canonicalJson(null)).to.equal('null');
    expect(canonicalJson([9007199254740991, -9007199254740991, 0, -1])).to.equal(
      '[9007199254740991,-9007199254740991,0,-1]',
    );
  });

  it('keeps a key called __proto__ and ignores what is inherited', () => {
    const own = JSON.parse('{"__proto__":{"a":1}}') as Json;
    expect(canonicalJson(own)).to.equal('{"__proto__":{"a":1}}');
    expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }) as Json)).to.equal('{"a":1}');
  });

  for (const [what, value, words] of [
    ['a fraction', { a: [0.5] }, 'not a whole number'],
    ['minus nought', { a: [-0] }, '-0'],
    ['a number beyond 2^53 - 1', { a: [9007199254740992] }, 'beyond the whole numbers'],
    ['NaN', { a: [NaN] }, 'not a whole number'],
    ['infinity', { a: [Infinity] }, 'not a whole number'],
    ['half a surrogate pair', { a: ['x\ud800'] }, 'surrogate'],
    ['undefined', { a: [undefined] }, 'undefined'],
    ['a hole in a list', { a: new Array(1) }, 'undefined'],
    ['a function', { a: [() => 1] }, 'a function'],
    ['a symbol', { a: [Symbol('s')] }, 'a symbol'],
    ['a BigInt', { a: [1n] }, 'a bigint'],
    ['a date', { a: [new Date(0)] }, 'an object of some class'],
    ['a map', { a: [new Map()] }, 'an object of some class'],
  ] as const) {
    it(`refuses ${what} by name and says where it is`, () => {
      const refusal = refusalOf(value);
      expect(refusal.code).to.equal('invalid-input');
      expect(refusal.detail).to.include(words);
      expect(refusal.faults.map(({ path }) => path)).to.deep.equal(['/a/0']);
    });
  }

  it('refuses half a surrogate pair in a key, and names a place with a slash in it as a JSON pointer', () => {
    expect(refusalOf({ '\udc00': 1 }).detail).to.include('surrogate');
    expect(refusalOf({ 'a/b~c': 0.5 }).faults[0]?.path).to.equal('/a~1b~0c');
  });

  it('takes 64 levels and refuses 65, or a hundred thousand, or a loop, without exhausting the call stack', () => {
    const nest = (levels: number): Json => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as Json;
    expect(canonicalJson(nest(64))).to.have.length(128);
    for (const levels of [65, 100_000]) expect(refusalOf(nest(levels)).detail).to.include('deeper than 64');
    const loop: unknown[] = [];
    loop.push(loop);
    expect(refusalOf(loop).detail).to.include('deeper than 64');
  });

  it('gives the same bytes whatever order the keys came in, and reads back as the same value', () => {
    const reverse = (value: Json): Json => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(reverse);
      const fields = Object.entries(value as { readonly [key: string]: Json }).reverse();
      return Object.fromEntries(fields.map(([key, inside]) => [key, reverse(inside)]));
    };
    fc.assert(
      fc.property(anyLedgerJson(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reverse(value))).to.equal(text);
        expect(JSON.parse(text)).to.deep.equal(value);
        expect(canonicalJson(JSON.parse(text) as Json)).to.equal(text);
      }),
    );
  });

  it('gives different bytes for different values', () => {
    fc.assert(
      fc.property(anyLedgerJson(), anyLedgerJson(), (one, other) => {
        const areEqual = canonicalJson(one) === canonicalJson(other);
        if (areEqual) expect(one).to.deep.equal(other);
        else expect(one).not.to.deep.equal(other);
      }),
    );
  });
});
