import { expect } from 'chai';
import type { Request } from 'express';
import { createGuard, limitAddress } from '../../src/http/limits.ts';
import { DomainError } from '../../src/core/errors.ts';
import { parsePence, parsePercentBp } from '../../src/http/form-numbers.ts';
import { expectRefusal } from '../support/refusal.ts';

const APP = {};
const from = (ip: string, app = APP): Request => ({ ip, app }) as unknown as Request;

describe('limits', () => {
  it('refuse the try after the last allowed one, by address', async () => {
    const guard = createGuard(3, 15, 'Too many codes were tried from here.');
    for (let tries = 0; tries < 3; tries += 1) await guard.count(from('192.0.2.1'));
    const refusal = await expectRefusal(guard.count(from('192.0.2.1')), 'too-many-requests');
    expect(refusal.detail).to.equal(
      'Too many codes were tried from here. Wait a few minutes, then try again.',
    );
    await guard.count(from('192.0.2.2'));
  });

  it('count for each application by itself', async () => {
    const guard = createGuard(1, 15, 'Too many codes were tried from here.');
    await guard.count(from('192.0.2.1'));
    await guard.count(from('192.0.2.1', {}));
    await expectRefusal(guard.count(from('192.0.2.1')), 'too-many-requests');
  });

  it('let a whole hospital behind one address through, and stop a flood', async () => {
    const limit = limitAddress(600);
    const pass = (): Promise<unknown> =>
      new Promise(
        (resolve) => void limit(from('192.0.2.1'), {} as never, (error?: unknown) => resolve(error)),
      );
    for (let requests = 0; requests < 600; requests += 1) expect(await pass()).to.equal(undefined);
    const refused = await pass();
    expect(refused).to.be.instanceOf(DomainError);
    expect((refused as DomainError).code).to.equal('too-many-requests');
  });
});

describe('numbers in forms', () => {
  it('move digits and never go through fractions', () => {
    const good = [
      ['1,250', 125_000],
      ['£1,250.50', 125_050],
      ['0.1', 10],
      ['0.07', 7],
      ['-12.3', -1230],
      ['999999999999.99', 99_999_999_999_999],
      [' 1 000 ', 100_000],
    ] as const;
    for (const [typed, pence] of good) expect(parsePence(typed, 'amount'), typed).to.equal(pence);
    for (const typed of ['', '1.005', '1e3', 'abc', '1.2.3', '--1', '0x10', '٣'])
      expect(() => parsePence(typed, 'amount'), typed).to.throw(DomainError, /in pounds/);
  });

  it('take a percentage with two decimals at most, from 0 to 100', () => {
    expect(['62.5', '100', '0', '23.53 %'].map((one) => parsePercentBp(one, 'w'))).to.deep.equal([
      6250, 10_000, 0, 2353,
    ]);
    for (const typed of ['', '100.01', '101', '-1', '1.234', 'x'])
      expect(() => parsePercentBp(typed, 'w'), typed).to.throw(DomainError);
  });
});
