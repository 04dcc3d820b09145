import { expect } from 'chai';
import { DomainError } from '../../src/core/errors.ts';
import type { ErrorCode } from '../../src/core/errors.ts';

/** Asserts that a promise is refused with this code, and hands the error over for a closer look. */
export const expectRefusal = async (promise: Promise<unknown>, code: ErrorCode): Promise<DomainError> => {
  const outcome: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome, 'the act was not refused').to.be.instanceOf(DomainError);
  expect((outcome as DomainError).code).to.equal(code);
  return outcome as DomainError;
};
