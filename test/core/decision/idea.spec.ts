import { expect } from 'chai';
import { countTeams, isOverdue } from '../../../src/core/decision/idea/idea-words.ts';
import { tasksFor } from '../../../src/core/decision/tasks.ts';
import { contributionsOwed, isReplyReleased } from '../../../src/core/decision/voice/owed.ts';
import { BEGUN, OPENED } from '../../support/decision-states.ts';
import { given, tellAll, upTo } from '../../support/given-when-then.ts';
import {
  addTo,
  IDEA,
  IDEA_ANSWERED,
  IDEA_SHARED,
  IDEA_STARTED,
  IDEA_STATED,
  POSTER,
} from '../../support/idea-states.ts';
import { DECISION } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

const said = (step: Step): object => step[2];
const TARGET = 'a'.repeat(32);

describe('an idea', () => {
  it('is stated in one act, each text in a section of its own and the name of who is asked apart', () => {
    const { after, sections } = given(IDEA_STARTED).when('lead', 'state-idea', IDEA).then('idea-stated');
    expect(after.idea).to.deep.include({ ...IDEA, open: true, revision: 1, reopened: [] });
    expect(sections.find(({ name }) => name === 'asked-of')?.type).to.equal('name');
    expect(sections.filter(({ type }) => type === 'text')).to.have.lengthOf(7);
  });

  it('can leave out what staff said, what is owned and what could be done, and be closed to others', () => {
    const { problem, whoHasIt, smallestStep, askedOf, askedFor, answerBy } = IDEA;
    const least = { problem, whoHasIt, smallestStep, askedOf, askedFor, answerBy };
    const { after } = given(IDEA_STARTED)
      .when('lead', 'state-idea', { ...least, open: false })
      .then('idea-stated');
    expect(after.idea).to.include({ staffSaid: null, alreadyOwned: null, couldBeDone: null, open: false });
  });

  it('asks for an answer by a day that is still to come', () => {
    const refusal = given(IDEA_STARTED)
      .when('lead', 'state-idea', { ...IDEA, answerBy: '2026-05-31' })
      .isRefused('invalid-input', /has passed/);
    expect(refusal.faults[0]?.path).to.equal('/answerBy');
    given(IDEA_STARTED)
      .when('lead', 'state-idea', { ...IDEA, answerBy: '2026-06-01' })
      .then('idea-stated');
  });

  it('can be restated until it is answered', () => {
    const again = { ...IDEA, problem: 'It is never where it was.' };
    expect(given(IDEA_SHARED).when('lead', 'state-idea', again).then('idea-stated').after.idea).to.include({
      problem: again.problem,
      revision: 2,
    });
    given(IDEA_ANSWERED)
      .when('lead', 'state-idea', again)
      .isRefused('too-late', /was answered/);
  });

  it('has no steps of a decision', () => {
    const { state } = tellAll(IDEA_SHARED);
    const lead = state.people['lead'];
    expect(lead && tasksFor(state, lead)).to.deep.equal([]);
  });

  it('can lose a name and what staff said, and nothing else of its words', () => {
    for (const section of ['asked-of', 'staff-said'])
      given(IDEA_SHARED)
        .when('lead', 'erase-section', { seq: 2, section, ground: 'request' })
        .then('section-erased');
    given(IDEA_SHARED)
      .when('lead', 'erase-section', { seq: 2, section: 'problem', ground: 'request' })
      .isRefused('not-allowed');
  });

  it('belongs to its door alone', () => {
    given(BEGUN)
      .when('lead', 'state-idea', IDEA)
      .isRefused('not-allowed', /full decision/);
    given(IDEA_STATED)
      .when('lead', 'lock-need')
      .isRefused('not-allowed', /An idea does without/);
  });
});

describe('what colleagues add to an idea', () => {
  it('is that they have it, too, a fact, or a worry, and nothing else', () => {
    for (const kind of ['same-here', 'fact', 'worry'])
      given(IDEA_STATED)
        .when(POSTER, 'contribute', said(addTo(kind, 'x', 'Ward 7')))
        .then('contribution-received');
    for (const kind of ['need', 'idea', 'matters-most', 'question', 'requirement'])
      given(IDEA_STATED)
        .when(POSTER, 'contribute', said(addTo(kind, 'x', 'Ward 7')))
        .isRefused('not-allowed', /To an idea you can add/);
    for (const kind of ['same-here', 'fact'])
      given(upTo(OPENED, 'open-listening'))
        .when(POSTER, 'contribute', said(addTo(kind, 'x', 'Ward 7')))
        .isRefused('not-allowed', /belongs to an idea/);
  });

  it('counts teams, not people or spellings, and only those that have it, too', () => {
    expect(countTeams(tellAll(IDEA_SHARED).state)).to.equal(1);
    const more = [...IDEA_SHARED, addTo('same-here', 'Yes.', 'Ward 9')];
    expect(countTeams(tellAll(more).state)).to.equal(2);
    const { contributions } = tellAll(more).state;
    const nameless = Object.fromEntries(
      Object.entries(contributions).map(([id, one]) => [id, { ...one, team: null }]),
    );
    const hidden = { ...tellAll(more).state, contributions: nameless };
    expect(countTeams(hidden), 'where names of teams are withheld').to.equal(2);
  });

  it('comes too late when the idea is answered', () => {
    given(IDEA_ANSWERED)
      .when(POSTER, 'contribute', said(addTo('fact', 'y', 'Ward 7')))
      .isRefused('too-late', /has been answered/);
  });
});

describe('the answer to an idea', () => {
  it('comes from who is asked or from its lead, and from nobody who only added to it', () => {
    const answer = { fate: 'no', reply: 'Not this year.' };
    for (const who of ['lead', 'abel'])
      given(IDEA_SHARED).when(who, 'answer-idea', answer).then('idea-answered');
    given(IDEA_SHARED).when(POSTER, 'answer-idea', answer).isRefused('not-allowed');
    given(IDEA_STARTED).when('lead', 'answer-idea', answer).isRefused('too-early');
  });

  it('answers everything added that had no answer, in the same act', () => {
    const { state } = tellAll(IDEA_ANSWERED);
    const all = Object.values(state.contributions);
    expect(all.map(({ fate, reply }) => [fate, reply])).to.deep.equal(
      Array.from({ length: 3 }, () => ['with-idea', 'Yes: two tags from Monday.']),
    );
    expect(contributionsOwed(state)).to.deep.equal([]);
    expect(all.every((one) => isReplyReleased(state, one))).to.equal(true);
  });

  it('leaves a reply that somebody got before', () => {
    const [first] = Object.values(tellAll(IDEA_SHARED).state.contributions);
    const answered: readonly Step[] = [
      ...IDEA_SHARED,
      [
        'lead',
        'answer-contributions',
        { contributions: [first?.id ?? ''], fate: 'out-of-scope', reply: 'Not here.' },
      ],
    ];
    const { after } = given(answered)
      .when('abel', 'answer-idea', { fate: 'no', reply: 'No.' })
      .then('idea-answered');
    expect(after.contributions[first?.id ?? '']).to.include({ fate: 'out-of-scope', reply: 'Not here.' });
  });

  it('names the decision it became, and no decision otherwise', () => {
    for (const fate of ['became-decision', 'became-option']) {
      given(IDEA_SHARED)
        .when('lead', 'answer-idea', { fate, reply: 'x' })
        .isRefused('invalid-input', /which decision/);
      given(IDEA_SHARED)
        .when('lead', 'answer-idea', { fate, reply: 'x', target: TARGET })
        .then('idea-answered');
    }
    given(IDEA_SHARED)
      .when('lead', 'answer-idea', { fate: 'no', reply: 'x', target: TARGET })
      .isRefused('invalid-input');
  });

  it('is not now only with a day on which it is looked at again', () => {
    const later = { fate: 'not-now', reply: 'After the move.' };
    given(IDEA_SHARED)
      .when('abel', 'answer-idea', later)
      .isRefused('invalid-input', /needs a day/);
    given(IDEA_SHARED)
      .when('abel', 'answer-idea', { ...later, lookAgainOn: '2026-06-01' })
      .isRefused('invalid-input', /after today/);
    given(IDEA_SHARED)
      .when('abel', 'answer-idea', { ...later, lookAgainOn: '2027-01-10' })
      .then('idea-answered');
  });

  it('stands once, until the idea is taken up again with a reason and a new day', () => {
    given(IDEA_ANSWERED).when('abel', 'answer-idea', { fate: 'no', reply: 'No.' }).isRefused('too-late');
    given(IDEA_SHARED)
      .when('lead', 'reopen-idea', { reason: 'x', answerBy: '2026-09-01' })
      .isRefused('too-early');
    const { after } = given(IDEA_ANSWERED)
      .when('lead', 'reopen-idea', { reason: 'The tags came loose.', answerBy: '2026-09-01' })
      .then('idea-reopened');
    expect(after.idea?.answer).to.equal(undefined);
    expect(after.idea).to.deep.include({ answerBy: '2026-09-01' });
    expect(after.idea?.reopened.map(({ reason }) => reason)).to.deep.equal(['The tags came loose.']);
    expect(contributionsOwed(after), 'what was answered with it waits again').to.have.lengthOf(3);
    expect(after.listening?.cutOff).to.equal('2026-09-01');
  });

  it('is overdue the day after it was asked for, and not once it is there', () => {
    const { state } = tellAll(IDEA_SHARED);
    expect(isOverdue(state, '2026-06-30')).to.equal(false);
    expect(isOverdue(state, '2026-07-01')).to.equal(true);
    expect(isOverdue(tellAll(IDEA_ANSWERED).state, '2027-07-01')).to.equal(false);
    expect(isOverdue(tellAll(BEGUN).state, '2027-07-01')).to.equal(false);
    expect(state.id).to.equal(DECISION);
  });
});
