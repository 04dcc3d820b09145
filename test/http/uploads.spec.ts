import { expect } from 'chai';
import type { Request } from 'express';
import { uploadedFile } from '../../src/http/upload.ts';
import { OPENED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser } from '../support/http-world.ts';
import { storeContent } from '../support/store-content.ts';

const MB = 1024 * 1024;

/** A form with a file, as a browser sends it: the token stands after the file. */
const upload = (browser: Browser, fields: Record<string, string>, file: Uint8Array, name = 'file') => {
  const call = browser.agent
    .post('/account')
    .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
    .attach(name, Buffer.from(file), 'märks.xlsx');
  for (const [key, value] of Object.entries(fields)) call.field(key, value);
  return call;
};

describe('a form that carries a file', () => {
  it('is read like any other form once it carries the token of the session, and only then', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('pat');
      const { _csrf = '' } = browser.token(await browser.get('/account'));
      const name = 'Pat Upload';
      const before = await storeContent(world.store, world.clock.nowIso());
      for (const fields of [{ name }, { name, _csrf: 'x' }, { name, '_csrf[x]': _csrf }]) {
        const refused = await upload(browser, fields, Buffer.from('a,b'));
        expect(refused.status).to.equal(403);
        expect(refused.text).to.contain('from an earlier session');
      }
      expect(await storeContent(world.store, world.clock.nowIso())).to.deep.equal(before);
      const sent = await upload(browser, { name, email: 'pat@example.org', _csrf }, Buffer.from('a,b'));
      expect(sent.status, sent.text).to.equal(303);
      expect((await browser.get('/account')).text).to.contain(name);
    }));

  it('is refused in words when it is too large, broken, or another file than was asked for', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('pat');
      const { _csrf = '' } = browser.token(await browser.get('/account'));
      const large = await upload(browser, { _csrf }, Buffer.alloc(5 * MB + 1));
      expect([large.status, large.text.includes('more than 5 MB')]).to.deep.equal([413, true]);
      expect((await upload(browser, { _csrf }, Buffer.from('a'), 'other')).status).to.equal(422);
      const broken = await browser.agent
        .post('/account')
        .set({
          Accept: 'text/html',
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'multipart/form-data; boundary=x',
        })
        .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf');
      expect(broken.status).to.equal(422);
      expect((await browser.get('/account')).status, 'the session lives on').to.equal(200);
    }));

  it('is not taken from somebody who is not signed in', () =>
    withHttp(OPENED, async (world) => {
      const answer = await upload(world.session(), {}, Buffer.alloc(2 * MB));
      expect(answer.status).to.equal(401);
    }));
});

describe('the file of a form', () => {
  it('is asked for in words when none was chosen', () => {
    const none = { file: { originalname: '', buffer: new Uint8Array() } };
    for (const request of [{}, none]) {
      expect(() => uploadedFile({ request: request as unknown as Request })).to.throw('Choose a file first');
    }
    const one = { file: { originalname: 'märks.csv', buffer: Buffer.from('a') } };
    expect(uploadedFile({ request: one as unknown as Request }).name).to.equal('märks.csv');
  });
});
