import { expect } from 'chai';
import { ACTS } from '../../src/core/decision/registry.ts';
import { DECISION_PAGES } from '../../src/http/pages/list.ts';
import { listEndpoints } from '../../src/http/api/routes.ts';
import type { Services } from '../../src/http/services.ts';
import { APPROVED, OPENED } from '../support/decision-states.ts';
import { decisionAddresses, VALUES } from '../support/every-address.ts';
import { withHttp } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';

const UNKNOWN = 'fedcba9876543210fedcba9876543210';
const REQUEST_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
type Answer = { readonly status: number; readonly text: string; readonly headers: Record<string, string> };

/** Everything that comes back, but for the request's own number and the moment. */
const bytesOf = ({ status, text, headers }: Answer): string => {
  return JSON.stringify([status, { ...headers, date: '' }, text]).replace(REQUEST_ID, 'REQUEST');
};

describe('a decision that one is not on', () => {
  it('answers on every page as one that does not exist', () =>
    withHttp(APPROVED, async (world) => {
      const stranger = await world.signedIn('stranger');
      await stranger.get('/receipt');
      const addresses = decisionAddresses();
      for (const address of addresses) {
        const foreign = await stranger.get(address);
        const unknown = await stranger.get(address.replace(DECISION, UNKNOWN));
        expect(foreign.status, address).to.equal(404);
        expect(bytesOf(foreign), address).to.equal(bytesOf(unknown));
      }
      expect(addresses.length).to.be.greaterThan(25);
    }));

  it('answers to every form as one that does not exist', () =>
    withHttp(OPENED, async (world) => {
      const stranger = await world.signedIn('stranger');
      for (const { slug, submit } of DECISION_PAGES) {
        for (const command of Object.keys(submit ?? {})) {
          const path = `/decisions/${DECISION}/${slug.replace(':criterion', 'fit')}`;
          const foreign = await stranger.post(path, { do: command, amountPence: '1' });
          const unknown = await stranger.post(path.replace(DECISION, UNKNOWN), {
            do: command,
            amountPence: '1',
          });
          expect(foreign.status, `${path} ${command}`).to.equal(404);
          expect(bytesOf(foreign)).to.equal(bytesOf(unknown));
        }
      }
    }));

  it('answers to every call as one that does not exist', () =>
    withHttp(APPROVED, async (world) => {
      const api = await world.api('stranger');
      const endpoints = listEndpoints({ rubricSchema: {}, version: '' } as Services).filter(({ path }) =>
        path.includes('{decision}'),
      );
      const inputs = new Map(APPROVED.map(([, command, input]) => [command, input]));
      let called = 0;
      for (const { method, path } of endpoints) {
        const command = path.split('/acts/')[1] ?? '';
        const body = inputs.get(command) ?? {};
        const address = path
          .replace('{decision}', DECISION)
          .replace(/\{(\w+)\}/g, (_all, name: string) => VALUES[name] ?? 'none');
        const call = (to: string) => (method === 'get' ? api.get(to) : api.send(method, to, body));
        const [foreign, unknown] = [await call(address), await call(address.replace(DECISION, UNKNOWN))];
        expect(foreign.status, address).to.be.oneOf([404, 422]);
        expect(bytesOf(foreign), address).to.equal(bytesOf(unknown));
        called += 1;
      }
      expect(called).to.be.greaterThan(ACTS.length);
    }));

  it('answers so for anything that is no id at all', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.signedIn('lead');
      const unknown = bytesOf(await lead.get(`/decisions/${UNKNOWN}`));
      for (const id of [
        'constructor',
        '__proto__',
        'x',
        DECISION.toUpperCase(),
        `${DECISION}0`,
        '$ne',
        "'--",
        '%2e',
      ])
        expect(bytesOf(await lead.get(`/decisions/${id}`)), id).to.equal(unknown);
      expect((await lead.get('/decisions/%00')).status).to.be.oneOf([404, 422]);
    }));

  it('would be told apart, if the answers differed', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.signedIn('lead');
      expect(bytesOf(await lead.get(`/decisions/${DECISION}`))).not.to.equal(
        bytesOf(await lead.get(`/decisions/${UNKNOWN}`)),
      );
    }));
});
