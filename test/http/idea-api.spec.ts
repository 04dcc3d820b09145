import { expect } from 'chai';
import { withHttp } from '../support/http-world.ts';
import { IDEA } from '../support/idea-states.ts';
import { ensureAccount } from '../../src/usecases/account.ts';

const STATED = { ...IDEA, answerBy: '2026-07-31' };
const KEY = 'a-key-of-the-program';

describe('an idea by the API', () => {
  it('is shared, found alike, added to, stated again, made a decision, and read by those who may', () =>
    withHttp([], async (world) => {
      await ensureAccount(world, { email: 'nia@example.org', name: 'nia', role: 'lead' });
      const [nia, paul] = [await world.api('nia'), await world.api('paul')];
      const body = { title: 'Find the bladder scanner', authorJob: 'Nurse', stated: STATED };
      const started = await nia.send('post', '/api/ideas', body, KEY);
      expect(started.status, started.text).to.equal(201);
      const { idea } = started.body as { idea: string };
      expect((await nia.send('post', '/api/ideas', body, KEY)).body, 'sent twice').to.deep.equal(
        started.body,
      );

      const alike = await paul.send('post', '/api/ideas/alike', { text: 'Where is the bladder scanner?' });
      expect(alike.body).to.have.nested.property('alike[0].id', idea);
      const added = await paul.send('post', `/api/ideas/${idea}/additions`, {
        ...{ kind: 'same-here', role: 'Nurse', team: 'Ward 9', hasSupplierLink: false },
      });
      expect(added.status, added.text).to.equal(201);
      const { receipt } = added.body as { receipt: string };
      const wrong = await paul.send('post', `/api/ideas/${idea}/additions`, {
        ...{ kind: 'need', role: 'Nurse', team: 'Ward 9', hasSupplierLink: false, text: 'x' },
      });
      expect(wrong.status).to.equal(422);

      const acts = `/api/decisions/${idea}/acts`;
      const again = await nia.send('post', `${acts}/state-idea`, {
        ...STATED,
        problem: 'It is never there.',
      });
      expect(again.status, again.text).to.equal(201);
      expect((await paul.send('post', `${acts}/state-idea`, STATED)).status, 'a reader').to.equal(404);
      const read = await paul.get(`/api/ideas/${idea}`);
      expect(read.body)
        .to.include({ teams: 1, you: null })
        .and.have.nested.property('state.idea.revision', 2);
      expect((await paul.get('/api/ideas')).body).to.have.nested.property('ideas[0].part', 'reader');
      expect((await paul.get(`/api/ideas/${idea}/sheet.pdf`)).status, 'no browser in this test').to.equal(
        503,
      );

      const wanted = { door: 'full', leadJob: 'Nurse', reply: 'It became a decision.' };
      expect((await paul.send('post', `/api/ideas/${idea}/decisions`, wanted)).status).to.equal(403);
      const made = await nia.send('post', `/api/ideas/${idea}/decisions`, wanted);
      expect(made.status, made.text).to.equal(201);
      expect((await nia.send('post', `/api/ideas/${idea}/decisions`, wanted)).body).to.deep.equal(made.body);
      const { decision } = made.body as { decision: string };
      expect((await nia.get(`/api/decisions/${decision}`)).body).to.have.nested.property(
        'state.fromIdea',
        idea,
      );
      expect((await nia.get(`/api/ideas/${idea}`)).body).to.have.nested.property(
        'target.decision.id',
        decision,
      );
      expect((await paul.get(`/api/ideas/${idea}`)).body).to.have.nested.property('target.decision', null);
      const answer = await paul.send('post', '/api/receipts', { code: receipt });
      expect(answer.body).to.have.nested.property('answer.reply', 'It became a decision.');
      expect(answer.body).to.have.nested.property('idea.answer.fate', 'became-decision');
    }));
});
