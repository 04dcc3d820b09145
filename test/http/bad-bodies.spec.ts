import { expect } from 'chai';
import fc from 'fast-check';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { listEndpoints } from '../../src/http/api/routes.ts';
import type { Services } from '../../src/http/services.ts';
import { APPROVED, OPENED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';
import { storeContent } from '../support/store-content.ts';

const SEED = 20261125;
const VALID = new Map<string, object>(APPROVED.map(([, command, input]) => [command, input]));
const endpoints = listEndpoints({ rubricSchema: {}, version: '' } as Services).filter(
  ({ body }) => body !== undefined,
);

/** What a caller can put in the place of any one value. */
const STRANGE: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, -1e-7, 2 ** 53, '', ' ', '\u0000', '\ud800', '\u202e', 'x'.repeat(5000)],
  ...[
    'constructor',
    '__proto__',
    '../../etc/passwd',
    "' OR 1=1 --",
    '{{7*7}}',
    '<script>alert(1)</script>',
    '2026-02-30',
  ],
  ...[
    [],
    {},
    [[]],
    { $ne: null },
    { $where: 'sleep(1)' },
    ['x'],
    { decimal: '1e999' },
    { constructor: { prototype: { polluted: 1 } } },
  ],
];

/** Every place in a value, as the keys that lead to it. */
const placesIn = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] => [
  at,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key]))
    : []),
];
const replaceAt = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaceAt(copy[key], rest, by);
  return copy;
};

const bodies = (valid: object): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...placesIn(valid)), fc.constantFrom(...STRANGE))
        .map(([at, by]) => replaceAt(valid, at, by)),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE).map((extra) => ({ ...valid, extra })) },
  );

const assertRefusedWell = (answer: request.Response, where: string): void => {
  expect(answer.status, `${where}: ${answer.text}`).to.be.lessThan(500);
  if (answer.status < 400) return;
  expect(answer.type, where).to.equal('application/problem+json');
  expect(answer.body, where).to.include.keys('code', 'title', 'status', 'detail', 'help', 'requestId');
  expect(answer.text).not.to.match(/node_modules|at Object\./);
};

const raw = (world: HttpWorld, token: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  request(world.server)
    .post(`/api/decisions/${DECISION}/acts/state-need`)
    .set({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers })
    .send(body);

describe('bodies that nobody should send', () => {
  it('meet a refusal that says what is wrong, never a fault of ours', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.api('lead');
      const [perEndpoint, seen] = [Math.ceil(320 / endpoints.length), { sent: 0, refused: 0 }];
      for (const [index, { method, path }] of endpoints.entries()) {
        const valid = VALID.get(path.split('/acts/')[1] ?? '') ?? {
          code: 'x',
          email: 'x@example.org',
          name: 'x',
        };
        const address = path.replace('{decision}', DECISION).replace(/\{\w+\}/g, 'fit');
        for (const body of fc.sample(bodies(valid), { numRuns: perEndpoint, seed: SEED + index })) {
          const answer = await lead
            .send(method as 'post', address)
            .type('json')
            .send(JSON.stringify(body) ?? 'null');
          assertRefusedWell(answer, `${address} ${JSON.stringify(body)?.slice(0, 200)}`);
          seen.sent += 1;
          if (answer.status >= 400) seen.refused += 1;
        }
      }
      expect(seen.sent).to.be.greaterThan(300);
      expect(seen.refused).to.be.greaterThan(seen.sent / 2);
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    }));

  it('are refused whole when they are no JSON, too much or too deep', () =>
    withHttp(OPENED, async (world) => {
      const { token } = await world.api('lead');
      const before = await storeContent(world.store, world.clock.nowIso());
      const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
      const expected: readonly (readonly [string, number, Readonly<Record<string, string>>?])[] = [
        ['', 422],
        ['{', 422],
        ['"text"', 422],
        ['{"problem":"x",}', 422],
        ['{"a":1e999}', 422],
        [`{"problem":${deep(20)},"affected":"x","measure":"x"}`, 422],
        [`{"problem":${deep(100_000)}}`, 422],
        [`{"problem":"${'x'.repeat(1_100_000)}"}`, 413],
        ['{"__proto__":{"admin":true},"problem":"x","affected":"x","measure":"x"}', 422],
        ['{"problem":{"__proto__":{"a":1}},"affected":"x","measure":"x"}', 422],
        ['{"constructor":{"prototype":{"polluted":1}}}', 422],
        ['{"problem":"\\ud800","affected":"x","measure":"x"}', 422],
        ['{"problem":"a\\u0000b","affected":"x","measure":"x"}', 422],
        ['{"problem":"x","affected":"x","measure":"x"}', 422, { 'Content-Type': 'text/plain' }],
        [
          '{"problem":"x","affected":"x","measure":"x"}',
          422,
          { 'Content-Type': 'application/json; charset=utf-99' },
        ],
        ['{"problem":"x","affected":"x","measure":"x"}', 422, { 'Content-Encoding': 'br-2' }],
      ];
      for (const [body, status, headers] of expected) {
        const answer = await raw(world, token, body, headers);
        assertRefusedWell(answer, body.slice(0, 60));
        expect(answer.status, body.slice(0, 60)).to.equal(status);
      }
      const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20));
      const inflated = await request(world.server)
        .post('/api/receipts')
        .set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
        .serialize((body) => body as string)
        .send(bomb as unknown as string);
      expect(inflated.status).to.equal(413);
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
      expect(await storeContent(world.store, world.clock.nowIso())).to.equal(before);
    }));

  it('cannot hide in parameters given twice, or that mean nothing', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.api('lead');
      const address = `/api/decisions/${DECISION}/export`;
      expect((await lead.get(`${address}?edition=internal`)).status).to.equal(200);
      for (const query of [
        'edition=internal&edition=shareable',
        'edition[]=internal',
        'edition[x]=1',
        'edition=secret',
        'edition=',
        'a=1&a=2',
      ])
        assertRefused(await lead.get(`${address}?${query}`), query);
      assertRefused(
        await lead.send('post', `/api/decisions/${DECISION}/acts/lock-need`, {}, 'short'),
        'a short key',
      );
      assertRefused(
        await lead.send('post', `/api/decisions/${DECISION}/acts/lock-need`, {}, 'x'.repeat(101)),
        'a long key',
      );
    }));

  it('are taken as they are meant when they are good: the same call with its key acts once', () =>
    withHttp(OPENED, async (world) => {
      const lead = await world.api('lead');
      const path = `/api/decisions/${DECISION}/acts/offer-money`;
      const first = await lead.send('post', path, { offered: false }, 'a-key-of-mine');
      const again = await lead.send('post', path, { offered: false }, 'a-key-of-mine');
      expect([first.status, again.status]).to.deep.equal([201, 201]);
      expect(again.body).to.deep.equal({ ...first.body, repeated: true });
    }));
});

const assertRefused = (answer: request.Response, what: string): void => {
  expect(answer.status, what).to.equal(422);
  assertRefusedWell(answer, what);
};

describe('forms that nobody should send', () => {
  it('are refused as pages, whatever is pasted as a rubric', () =>
    withHttp(OPENED.slice(0, 18), async (world) => {
      const lead = await world.signedIn('lead');
      const texts = [
        '',
        '{',
        'null',
        '[]',
        '"x"',
        '{"criteria":null}',
        '{"criteria":{"length":3}}',
        '{"title":"\\ud800"}',
        '{"__proto__":{"a":1}}',
        '1e999',
        `${'['.repeat(5000)}${']'.repeat(5000)}`,
      ];
      for (const json of texts) {
        const answer = await lead.post(`/decisions/${DECISION}/rubric`, {
          do: 'paste-rubric',
          json,
          reason: 'x',
        });
        expect(answer.status, json.slice(0, 40)).to.equal(422);
        expect(answer.text).to.include('nhsuk-error-summary');
      }
    }));
});
