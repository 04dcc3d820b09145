import { expect } from 'chai';
import { DomainError } from '../../src/core/errors.ts';

describe('a DomainError', () => {
  it('is known as one when another copy of its module made it, and nothing else is', () => {
    const copy = Object.assign(new Error('x'), { [Symbol.for('counterweight/domain-error')]: true });
    expect(copy instanceof DomainError).to.equal(true);
    expect(new DomainError('not-found', 'There is none.') instanceof DomainError).to.equal(true);
    for (const other of [new Error('x'), { name: 'DomainError' }, null, undefined, 'DomainError'])
      expect(other instanceof DomainError).to.equal(false);
  });
});
