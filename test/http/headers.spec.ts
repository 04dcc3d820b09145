import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import request from 'supertest';
import { PROJECT_ROOT } from '../support/act-world.ts';
import { OPENED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { sendRaw } from '../support/raw-request.ts';
import { DECISION } from '../support/record-acts.ts';

const REQUIRED: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none';script-src 'self';style-src 'self';.*frame-ancestors 'none'.*require-trusted-types-for 'script'$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'x-robots-tag': /^noindex$/,
};

type Headers = Readonly<Record<string, string | undefined>>;
const assertHeaders = (headers: Headers, where: string, isAsset = false): void => {
  for (const [name, value] of Object.entries(REQUIRED))
    expect(headers[name] ?? '', `${name} of ${where}`).to.match(value);
  expect(headers, where).not.to.have.property('x-powered-by');
  expect(headers['content-security-policy']).not.to.match(/unsafe|\*|https?:/);
  if (isAsset) expect(headers['cache-control']).to.equal('public, max-age=31536000, immutable');
  else {
    expect(headers['cache-control'], where).to.equal('no-store');
    expect(headers, where).not.to.have.property('etag');
  }
};

const headersOf = (raw: string): Headers =>
  Object.fromEntries(
    (raw.split('\r\n\r\n')[0] ?? '')
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );

describe('the headers of every answer', () => {
  it('are there on pages, answers, redirects, files and refusals', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.signedIn('lead');
      const api = await world.api('lead');
      const visitor = world.session();
      const answers = {
        page: await lead.get(`/decisions/${DECISION}/options`),
        file: await lead.get(`/decisions/${DECISION}/files/shareable.json`),
        redirect: await visitor.get('/decisions/new').redirects(0),
        'done form': await lead.post(`/decisions/${DECISION}/need`, {
          do: 'record-amount',
          amountPence: '12',
        }),
        'refused form': await lead.post(`/decisions/${DECISION}/need`, { do: 'lock-need' }),
        'forged form': await lead.agent.post('/sign-out').set('Sec-Fetch-Site', 'cross-site'),
        'missing page': await visitor.get('/nowhere'),
        'unreadable address': await lead.get('/decisions/%E0%A4%A'),
        'API answer': await api.get(`/api/decisions/${DECISION}`),
        'API refusal': await api.send('post', `/api/decisions/${DECISION}/acts/lock-need`, {}),
        'API without token': await request(world.server).get('/api/decisions'),
        'API without JSON': await request(world.server).post('/api/receipts').type('text').send('x'),
        'API with too much': await api.send('post', `/api/decisions/${DECISION}/acts/state-need`, {
          x: 'x'.repeat(1_100_000),
        }),
        'API nowhere': await api.get('/api/nowhere'),
        health: await request(world.server).get('/healthz'),
        ready: await request(world.server).get('/readyz'),
        'no PDF here': await api.get(`/api/decisions/${DECISION}/report.pdf`),
        'missing asset': await request(world.server).get('/assets/none/none.css'),
        'asset outside': await request(world.server).get('/assets/..%2f..%2fpackage.json'),
      };
      for (const [where, { headers }] of Object.entries(answers)) assertHeaders(headers, where);
      const statuses = Object.values(answers).map(({ status }) => status);
      expect(statuses).to.deep.equal([
        200, 200, 303, 303, 409, 403, 404, 422, 200, 409, 401, 422, 413, 404, 200, 503, 503, 404, 422,
      ]);
    }));

  it('let an asset be kept, and nothing else', () =>
    withHttp([], async (world) => {
      const folder = join(PROJECT_ROOT, '.build', 'assets');
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (one) => one.isFile() && one.parentPath !== folder,
      );
      expect(files.length).to.be.greaterThan(3);
      for (const { name, parentPath } of files) {
        const answer = await request(world.server).get(
          `/assets/${join(parentPath.slice(folder.length + 1), name)}`,
        );
        expect(answer.status, name).to.equal(200);
        assertHeaders(answer.headers, name, true);
      }
    }));

  it('are there when nobody serves what was asked for', () =>
    withHttp([], async (world) => {
      const host = `Host: ${world.baseUrl.slice(7)}`;
      for (const method of ['TRACE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
        const raw = await sendRaw(world.server, [`${method} / HTTP/1.1`, host, 'Connection: close']);
        expect(raw, method).to.match(/^HTTP\/1\.1 405 /);
        assertHeaders(headersOf(raw), method);
      }
      const doubled = await sendRaw(world.server, [
        'GET / HTTP/1.1',
        host,
        'Host: evil.example',
        'Connection: close',
      ]);
      expect(doubled).to.match(/^HTTP\/1\.1 400 /);
    }));

  it('are there when something of ours breaks, and the answer says nothing of it', () =>
    withHttp(
      OPENED,
      async (world: HttpWorld) => {
        const lead = await world.signedIn('lead');
        const api = await world.api('lead');
        const page = await lead.get(`/decisions/${DECISION}`);
        const answer = await api.get(`/api/decisions/${DECISION}`);
        for (const [where, { status, text, headers }] of Object.entries({ page, answer })) {
          expect(status).to.equal(500);
          assertHeaders(headers, where);
          expect(text).not.to.match(/secret detail|\.ts:|node_modules/);
          expect(text).to.match(/[0-9a-f]{8}-[0-9a-f]{4}-/);
        }
        expect(answer.body).to.include({ code: 'unexpected', status: 500 });
        expect(world.logged.some((line) => line.includes('unexpected error'))).to.equal(true);
      },
      {
        log: (world) => ({
          ...world.log,
          load: async () => {
            throw new Error('a secret detail');
          },
        }),
      },
    ));
});
