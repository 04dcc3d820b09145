import { expect } from 'chai';
import fc from 'fast-check';
import { findTextFault } from '../../../src/adapters/case-files/scan-json.ts';

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findTextFault', () => {
  it('names the line where the text stops being JSON', () => {
    expect(findTextFault('{\n "a": 1,\n "b" 2\n}')).to.deep.equal({
      line: 3,
      message: "a colon is missing after the key 'b'.",
    });
    expect(findTextFault('{\n "a": 1\n "b": 2\n}')?.line).to.equal(3);
    expect(findTextFault('[1,\n2,\n]')).to.deep.equal({
      line: 3,
      message: 'a comma stands before ]; take it out.',
    });
    expect(findTextFault('{\n"a": tru\n}')?.line).to.equal(2);
    expect(findTextFault('{\n"a": [1, 2')).to.deep.equal({
      line: 2,
      message: 'the file ends before it is complete.',
    });
    expect(findTextFault('')).to.deep.equal({ line: 1, message: 'the file ends before it is complete.' });
    expect(findTextFault('{}\n{}')?.line).to.equal(2);
    expect(findTextFault('{"a": "b\nc"}')?.message).to.contain('not closed');
  });

  it('refuses what JSON.parse would let through in silence', () => {
    expect(findTextFault('{"a": 1, "a": 2}')?.message).to.contain('twice');
    expect(findTextFault('{"a": 1, "\\u0061": 2}')?.message).to.contain('twice');
    expect(findTextFault('{"__proto__": {}}')?.message).to.contain('__proto__');
    expect(findTextFault('{"\\u005f_proto__": {}}')?.message).to.contain('__proto__');
    expect(findTextFault('[9007199254740993]')?.message).to.contain('digits');
    expect(findTextFault('[0.12345678901234567]')?.message).to.contain('digits');
    expect(findTextFault('[1e400]')?.message).to.contain('digits');
    expect(findTextFault('["\\ud800"]')?.message).to.contain('half of a character');
    expect(findTextFault('["\\ud83d\\ude00", 3.25, -0.5, 1e3]')).to.equal(null);
  });

  it('allows 64 levels and refuses 65', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(findTextFault(nested(64))).to.equal(null);
    expect(findTextFault(nested(65))?.message).to.contain('64');
    expect(findTextFault(nested(100_000))?.message).to.contain('64');
  });

  it('accepts every JSON text, and refuses whatever JSON.parse refuses', () => {
    const plain = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value, null, 1);
        const fault = findTextFault(text);
        if (fault) expect(fault.message).to.match(/digits|__proto__/u);
      }),
    );
    const noise = fc.array(fc.constantFrom(...'{}[]",:0123456789.-+eE truefalsn\\/u\n\t'.split('')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(noise, (letters) => {
        const text = letters.join('');
        if (!accepts(text)) expect(findTextFault(text), text).to.not.equal(null);
      }),
      { numRuns: 3000 },
    );
  });
});
