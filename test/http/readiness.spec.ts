import { expect } from 'chai';
import express from 'express';
import request from 'supertest';
import { mountHealth } from '../../src/http/health.ts';
import type { Services } from '../../src/http/services.ts';

const ask = async (store: boolean, renderer: boolean) => {
  const app = express();
  const ping = store ? async () => undefined : () => Promise.reject(new Error('/secret/data is gone'));
  const state = async () => ({ ready: renderer, detail: 'Tried: /home/sam/browser, /opt/secret' });
  mountHealth(app, { store: { ping }, pdf: { state } } as unknown as Services);
  return request(app).get('/readyz');
};

describe('/readyz', () => {
  it('answers 200 when the store answers and PDFs can be made', async () => {
    const { status, body } = await ask(true, true);
    expect(status).to.equal(200);
    expect(body).to.deep.equal({ status: 'ready', store: 'ready', renderer: 'ready' });
  });

  it('answers 503 as a problem that names what is not ready, and no path of the machine', async () => {
    for (const [store, renderer, code, parts] of [
      [true, false, 'renderer-unavailable', { store: 'ready', renderer: 'not ready' }],
      [false, true, 'store-unavailable', { store: 'not ready', renderer: 'ready' }],
      [false, false, 'store-unavailable', { store: 'not ready', renderer: 'not ready' }],
    ] as const) {
      const answer = await ask(store, renderer);
      expect(answer.status).to.equal(503);
      expect(answer.headers['content-type']).to.match(/^application\/problem\+json/);
      expect(JSON.parse(answer.text)).to.include({ code, status: 503, ...parts });
      expect(answer.text).to.include(store ? 'The renderer is not ready' : 'The store is not ready');
      expect(answer.text).not.to.match(/\/home|\/opt|\/secret|secret/);
    }
  });
});
