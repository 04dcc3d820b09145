import { expect } from 'chai';
import { ERROR_CODES } from '../../src/core/errors.ts';
import { PROBLEMS } from '../../src/http/problem.ts';

type Problem = { readonly status: number; readonly title: string; readonly help: string };

const problems = Object.entries<Problem>(PROBLEMS);

describe('problem mapping', () => {
  it('has a problem for every error code and none besides', () => {
    expect(problems.map(([code]) => code).sort()).to.deep.equal([...ERROR_CODES].sort());
  });

  it('names no error code twice', () => {
    expect(new Set(ERROR_CODES).size).to.equal(ERROR_CODES.length);
  });

  it('gives every code a status for errors, a title and a sentence of help', () => {
    for (const [code, { status, title, help }] of problems) {
      expect(code).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(status, code).to.be.within(400, 599);
      expect(title, code).to.match(/^[A-Z].*[^.]$/);
      expect(help, code).to.match(/^[A-Z].*\.$/);
    }
  });
});
