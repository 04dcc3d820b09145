import { expect } from 'chai';
import { addToIdea } from '../../src/usecases/add-to-idea.ts';
import { findAlikeItems } from '../../src/usecases/find-alike.ts';
import { ideaToDecision, ideaToOption } from '../../src/usecases/idea-to-decision.ts';
import { loadIdeaTarget } from '../../src/usecases/idea-target.ts';
import { listIdeas } from '../../src/usecases/list-ideas.ts';
import type { Account } from '../../src/usecases/account.ts';
import { ensureAccount } from '../../src/usecases/account.ts';
import { performAct } from '../../src/usecases/perform-act.ts';
import { readDecision } from '../../src/usecases/read-decision.ts';
import { readIdea } from '../../src/usecases/read-idea.ts';
import { readReceipt } from '../../src/usecases/read-receipt.ts';
import { startDecision } from '../../src/usecases/start-decision.ts';
import { startIdea } from '../../src/usecases/start-idea.ts';
import { accountOf, withWorld } from '../support/act-world.ts';
import type { ActWorld } from '../support/act-world.ts';
import { BEGUN } from '../support/decision-states.ts';
import { IDEA } from '../support/idea-states.ts';
import { DECISION, hex } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const key = (text: string): string => hex(text).slice(0, 32);
const STATED = { ...IDEA, answerBy: '2026-07-31' };
const request = (title = 'Find the bladder scanner', open = true) => ({
  ...{ title, authorName: 'Nia', authorJob: 'Nurse', stated: { ...STATED, open } },
  requestKey: key(title),
});
const nurse = (world: ActWorld): Promise<Account> => accountOf(world, 'nia');
const headOfDigital = (world: ActWorld): Promise<Account> =>
  ensureAccount(world, { email: 'nia@example.org', name: 'nia', role: 'lead' });
const started = async (world: ActWorld, open = true): Promise<string> =>
  (await startIdea(world, await nurse(world), request(undefined, open))).idea;
const sameHere = (team: string, requestKey = key(team)) => ({
  ...{ kind: 'same-here' as const, text: '', role: 'Nurse', team, hasSupplierLink: false },
  requestKey,
});
const needLocked: readonly Step[] = [
  ...BEGUN,
  ['lead', 'state-need', { problem: 'planted-problem', affected: '9', measure: 'Less.' }],
  ['lead', 'lock-need', {}],
];

describe('starting an idea', () => {
  it('needs no role, opens listening at once, and happens once however often it is sent', () =>
    withWorld([], async (world) => {
      const account = await nurse(world);
      const first = await startIdea(world, account, request());
      expect(await startIdea(world, account, request())).to.deep.equal(first);
      const { entries, state, viewer } = await readIdea(world, account, first.idea);
      expect(entries.map(({ entry }) => entry.act)).to.deep.equal([
        ...['decision-started', 'idea-stated', 'listening-opened'],
      ]);
      expect(state.listening?.cutOff).to.equal(STATED.answerBy);
      expect(viewer?.roles).to.deep.equal(['lead']);
      expect(account.roles).to.deep.equal([]);
    }));

  it('goes on where a crash stopped it', () =>
    withWorld([], async (world) => {
      const account = await nurse(world);
      const { idea, participant } = await startIdea(world, account, request('Whole'));
      const half = request('Half');
      const cut = { ...world, log: { ...world.log, inTurn: world.log.inTurn } };
      let acts = 0;
      cut.log.inTurn = (decision, work) => {
        acts += 1;
        if (acts === 2) throw new Error('the power went');
        return world.log.inTurn(decision, work);
      };
      const error: unknown = await startIdea(cut, account, half).catch((one: unknown) => one);
      expect(String(error)).to.include('the power went');
      const again = await startIdea(world, account, half);
      expect((await readIdea(world, account, again.idea)).entries).to.have.lengthOf(3);
      expect([again.idea, again.participant]).not.to.include.members([idea, participant]);
    }));

  it('records nothing when a field is missing or the day has passed', () =>
    withWorld([], async (world) => {
      const account = await nurse(world);
      for (const stated of [
        { ...STATED, problem: '' },
        { ...STATED, answerBy: '2026-06-30' },
      ]) {
        const refusal = await expectRefusal(
          startIdea(world, account, { ...request(), stated }),
          'invalid-input',
        );
        expect(refusal.faults[0]?.path).to.match(/^\/(problem|answerBy)$/);
      }
      expect(await world.store.ledgers.loadHeads()).to.deep.equal([]);
    }));
});

describe('reading an idea', () => {
  it('is for every account when it is open, without the names of those who added to it', () =>
    withWorld([], async (world) => {
      const idea = await started(world);
      await addToIdea(world, await accountOf(world, 'paul'), idea, sameHere('planted-team'));
      const reader = await readIdea(world, await accountOf(world, 'stranger'), idea);
      expect(reader.viewer).to.equal(null);
      expect(reader.state.idea?.problem).to.equal(IDEA.problem);
      expect(JSON.stringify(reader)).not.to.include('planted-team').and.not.include('"paul"');
      const author = await readIdea(world, await nurse(world), idea);
      expect(JSON.stringify(author), 'positive control').to.include('planted-team').and.include('"paul"');
    }));

  it('is for those on it alone when it is closed, and tells nobody else that it is there', () =>
    withWorld(BEGUN, async (world) => {
      const idea = await started(world, false);
      const stranger = await accountOf(world, 'stranger');
      const closed = await expectRefusal(readIdea(world, stranger, idea), 'not-found');
      for (const id of ['f'.repeat(32), DECISION, 'constructor'])
        expect((await expectRefusal(readIdea(world, stranger, id), 'not-found')).detail).to.equal(
          closed.detail,
        );
      expect(await listIdeas(world, stranger)).to.deep.equal([]);
      await expectRefusal(addToIdea(world, stranger, idea, sameHere('Ward 7')), 'not-found');
      expect((await listIdeas(world, await nurse(world))).map((one) => one.part)).to.deep.equal(['author']);
      await expectRefusal(readDecision(world, stranger, idea), 'not-found');
    }));

  it('says in the list how many teams have it, too, and that its day has passed', () =>
    withWorld([], async (world) => {
      const idea = await started(world);
      for (const team of ['Ward 7', 'ward 7 ', 'Ward 9'])
        await addToIdea(world, await accountOf(world, 'paul'), idea, sameHere(team));
      await addToIdea(world, await accountOf(world, 'paul'), idea, sameHere('Ward 9'));
      const [now] = await listIdeas(world, await accountOf(world, 'stranger'));
      expect(now).to.include({ teams: 2, added: 3, isOverdue: false, part: 'reader' });
      world.clock.set('2026-08-01T00:00:00.000Z');
      expect((await listIdeas(world, await nurse(world)))[0]).to.include({ isOverdue: true });
    }));
});

describe('an idea that becomes a decision', () => {
  it('starts one that names it, and is answered with it; asked twice, or after a crash, there is one', () =>
    withWorld([], async (world) => {
      const idea = await started(world);
      await expectRefusal(
        ideaToDecision(world, await nurse(world), idea, { door: 'full', leadJob: 'Nurse', reply: 'Yes.' }),
        'not-allowed',
      );
      const account = await headOfDigital(world);
      const wanted = { door: 'full', leadJob: 'Nurse', reply: 'It became a decision.' } as const;
      const cut = { ...world, log: { ...world.log, inTurn: world.log.inTurn } };
      cut.log.inTurn = (decision, work) => {
        if (decision === idea) throw new Error('the power went');
        return world.log.inTurn(decision, work);
      };
      await ideaToDecision(cut, account, idea, wanted).catch(() => undefined);
      expect((await readIdea(world, account, idea)).state.idea?.answer).to.equal(undefined);
      const { decision } = await ideaToDecision(world, account, idea, wanted);
      expect(await ideaToDecision(world, account, idea, wanted)).to.deep.equal({ decision });
      const { state } = await readDecision(world, account, decision);
      expect(state).to.include({ fromIdea: idea, door: 'full', title: 'Find the bladder scanner' });
      expect(state.seq).to.equal(1);
      expect((await readIdea(world, account, idea)).state.idea?.answer).to.include({
        ...{ fate: 'became-decision', target: decision },
      });
      expect(await world.store.ledgers.loadHeads()).to.have.lengthOf(2);
    }));

  it('is not started by somebody who only reads it, or when it has another answer', () =>
    withWorld([], async (world) => {
      const idea = await started(world);
      const wanted = { door: 'quick', leadJob: 'Lead', reply: 'Yes.' } as const;
      await expectRefusal(ideaToDecision(world, await accountOf(world, 'lead'), idea, wanted), 'not-allowed');
      const account = await headOfDigital(world);
      const { viewer } = await readIdea(world, account, idea);
      await performAct(world, {
        ...{ decision: idea, command: 'answer-idea', requestKey: key('no') },
        ...{ input: { fate: 'no', reply: 'No.' } },
        actor: { kind: 'participant', participant: viewer?.id ?? '' },
      });
      await expectRefusal(ideaToDecision(world, account, idea, wanted), 'too-late');
      expect(await world.store.ledgers.loadHeads()).to.have.lengthOf(1);
    }));

  it('tells those who added to it what became of the decision, and its name only to who is on it', () =>
    withWorld([], async (world) => {
      const idea = await started(world);
      const account = await headOfDigital(world);
      const { receipt } = await addToIdea(world, await accountOf(world, 'paul'), idea, sameHere('Ward 7'));
      expect((await readReceipt(world, receipt)).whenReleased).to.include('31 July 2026');
      const { decision } = await startDecision(world, account, {
        ...{ title: 'planted-title', purpose: 'appraisal', leadJob: 'x', requestKey: key('other') },
      });
      const lead = (await readDecision(world, account, decision)).viewer.id;
      const act = (command: string, input: object) =>
        performAct(world, {
          ...{ decision, command, input, requestKey: key(command) },
          actor: { kind: 'participant', participant: lead },
        });
      await act('state-need', { problem: 'x', affected: 'x', measure: 'x' });
      await act('lock-need', {});
      await ideaToOption(world, account, idea, { decision, kind: 'pilot', reply: 'It is an option now.' });
      await ideaToOption(world, account, idea, { decision, kind: 'pilot', reply: 'It is an option now.' });
      const { state } = await readDecision(world, account, decision);
      expect(Object.values(state.options).map(({ id, title }) => [id, title])).to.deep.equal([
        ['pilot-1', 'Find the bladder scanner'],
      ]);
      const found = await readReceipt(world, receipt);
      expect(found.answer).to.include({ fate: 'with-idea', reply: 'It is an option now.' });
      expect(found.idea?.answer?.fate).to.equal('became-option');
      expect(found.idea?.target).to.include('under way');
      expect(JSON.stringify(found)).not.to.include('planted-title');
      const answered = (await readIdea(world, account, idea)).state;
      expect((await loadIdeaTarget(world, account, answered))?.decision?.title).to.equal('planted-title');
      const stranger = await accountOf(world, 'stranger');
      expect((await loadIdeaTarget(world, stranger, answered))?.decision).to.equal(null);
    }));
});

describe('what is alike', () => {
  it('is found among ideas that are open and decisions that the reader is on, and nowhere else', () =>
    withWorld(
      needLocked.map(([who, command, input]) => [
        who,
        command,
        command === 'state-need' ? { ...input, problem: 'Nobody can find the bladder scanner.' } : input,
      ]),
      async (world) => {
        const idea = await started(world);
        const text = 'The bladder scanner is never to be found';
        const kinds = async (who: string, except?: string) =>
          (await findAlikeItems(world, await accountOf(world, who), text, except)).map(({ kind }) => kind);
        expect(await kinds('lead')).to.have.members(['idea', 'decision']);
        expect(await kinds('stranger')).to.deep.equal(['idea']);
        expect(await kinds('stranger', idea)).to.deep.equal([]);
        expect(await findAlikeItems(world, await accountOf(world, 'lead'), 'The lift is slow')).to.deep.equal(
          [],
        );
      },
    ));
});
