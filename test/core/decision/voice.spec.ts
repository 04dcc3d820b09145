import { expect } from 'chai';
import type { Actor } from '../../../src/core/decision/model/act.ts';
import { contributionsOwed, isReplyReleased } from '../../../src/core/decision/voice/owed.ts';
import { APPROVED, BEGUN, OPENED, RUBRIC, WAITING } from '../../support/decision-states.ts';
import { before, given, tellAll, upTo } from '../../support/given-when-then.ts';
import { contributionId, hex } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

const POSTER: Actor = { kind: 'contributor', via: 'poster', link: 'p1' };
const PERSONAL: Actor = { kind: 'contributor', via: 'personal', link: 'i1' };
const say = (kind: string): object => ({
  ...{ kind, text: `About ${kind}`, name: 'Nia', role: 'Nurse', team: 'Ward 7' },
  ...{ hasSupplierLink: false, receiptHash: hex(kind) },
});
const LISTENING = upTo(OPENED, 'open-listening');
const LOCKED = upTo(OPENED, 'lock-rubric');
const HEARD = before(OPENED, 'choose-rubric');
/** Recorded by acts 16 and 17 of every decision that goes on from here. */
const FIRST = contributionId(16);
const SECOND = contributionId(17);
const answer = (fate: string, ...contributions: readonly string[]): object => ({
  contributions,
  fate,
  reply: 'Thank you.',
});
const aside: Step = ['lead', 'answer-contributions', answer('set-aside', FIRST)];
const late = (steps: readonly Step[]): readonly Step[] => [
  ...steps,
  ['lead', 'open-listening', { cutOff: '2026-06-01', laterOwner: 'Lena Ortiz' }],
];

describe('listening', () => {
  it('opens with a cut-off and an owner for what comes later, and can be changed', () => {
    const { after } = given(LISTENING)
      .when('lead', 'open-listening', { cutOff: '2026-07-31', laterOwner: 'Ben Ito' })
      .then('listening-opened');
    expect(after.listening).to.deep.include({ cutOff: '2026-07-31', laterOwner: 'Ben Ito', question: null });
    expect(after.listening?.openedAt).to.equal(tellAll(LISTENING).state.listening?.openedAt);
    given(APPROVED)
      .when('lead', 'open-listening', { cutOff: '2027-01-01', laterOwner: 'x' })
      .isRefused('too-late');
  });
});

describe('a contribution', () => {
  it('says how it came and carries its words, its author and its receipt apart', () => {
    const { after, sections } = given(LISTENING)
      .when(PERSONAL, 'contribute', say('worry'))
      .then('contribution-received');
    const [said] = Object.values(after.contributions);
    expect(said).to.include({
      kind: 'worry',
      stage: 'before-lock',
      via: 'personal',
      late: false,
      helper: null,
      text: 'About worry',
    });
    expect(Object.fromEntries(sections.map(({ name, type }) => [name, type]))).to.deep.equal({
      ...{ facts: 'facts', text: 'voice', receipt: 'receipt' },
      ...{ name: 'contributor', role: 'contributor', team: 'contributor' },
    });
    expect(JSON.stringify(after), 'the hash of the receipt is in no state').not.to.include(hex('worry'));
  });

  it('can be typed in from paper by the lead or the panel, and says by whom', () => {
    const { after } = given(LISTENING).when('pia', 'contribute', say('need')).then('contribution-received');
    expect(Object.values(after.contributions)[0]).to.include({ via: 'paper', helper: 'pia' });
    given(LISTENING).when('cora', 'contribute', say('need')).isRefused('not-allowed');
  });

  it('waits until the decision listens, and comes too late when it is made', () => {
    given(BEGUN).when(POSTER, 'contribute', say('need')).isRefused('too-early');
    given(APPROVED)
      .when(POSTER, 'contribute', say('question'))
      .isRefused('too-late', /has been made/);
    given([...WAITING, ['abel', 'decline-decision', { reason: 'x' }]])
      .when(POSTER, 'contribute', say('question'))
      .isRefused('too-late');
  });

  it('is a need, worry or idea before the lock; a question or contract requirement after', () => {
    for (const kind of ['need', 'worry', 'idea', 'matters-most']) {
      given(LISTENING).when(POSTER, 'contribute', say(kind)).then('contribution-received');
      given(LOCKED)
        .when(POSTER, 'contribute', say(kind))
        .isRefused('too-late', /is locked/);
    }
    for (const kind of ['question', 'requirement']) {
      given(LOCKED).when(POSTER, 'contribute', say(kind)).then('contribution-received');
      given(LISTENING)
        .when(POSTER, 'contribute', say(kind))
        .isRefused('too-late', /come after/);
    }
  });

  it('is late after the cut-off day, and then owed nothing before the decision', () => {
    const { after } = given(late(LISTENING))
      .when(POSTER, 'contribute', say('need'))
      .then('contribution-received');
    expect(Object.values(after.contributions)[0]?.late).to.equal(true);
    expect(contributionsOwed(after)).to.deep.equal([]);
  });
});

describe('answering contributions', () => {
  it('gives several a fate and one reply', () => {
    const { after } = given(HEARD)
      .when('lead', 'answer-contributions', answer('out-of-scope', FIRST, SECOND))
      .then('contribution-answered');
    expect(Object.values(after.contributions).map(({ fate, reply }) => [fate, reply])).to.deep.equal([
      ['out-of-scope', 'Thank you.'],
      ['out-of-scope', 'Thank you.'],
    ]);
    expect(contributionsOwed(after)).to.deep.equal([]);
  });

  it('finds only what was said here', () => {
    for (const id of ['f'.repeat(32), 'constructor'])
      given(HEARD)
        .when('lead', 'answer-contributions', answer('out-of-scope', FIRST, id))
        .isRefused('not-found');
  });

  it('changes a rubric only where one was chosen, and counts evidence only from a locked trial', () => {
    given(HEARD).when('lead', 'answer-contributions', answer('changed-rubric', FIRST)).isRefused('too-early');
    given(HEARD)
      .when('lead', 'answer-contributions', answer('trial-evidence', FIRST))
      .isRefused('rubric-not-locked');
    given(LOCKED)
      .when('lead', 'answer-contributions', answer('trial-evidence', FIRST))
      .isRefused('not-allowed');
    const trial = LOCKED.map((step): Step =>
      step[1] === 'choose-rubric'
        ? [
            step[0],
            step[1],
            { ...step[2], rubric: { ...RUBRIC, method: { trial: { script: 'x', people: 'y' } } } },
          ]
        : step,
    );
    given(trial)
      .when('lead', 'answer-contributions', answer('trial-evidence', FIRST))
      .then('contribution-answered');
  });

  it('can change until the decision is made; after that a reply that stands stays', () => {
    given(WAITING)
      .when('lead', 'answer-contributions', answer('out-of-scope', FIRST))
      .then('contribution-answered');
    given(APPROVED).when('lead', 'answer-contributions', answer('out-of-scope', FIRST)).isRefused('too-late');
  });
});

describe('setting a contribution aside', () => {
  it('is no answer until a second person agrees', () => {
    const { after } = given([...HEARD, aside])
      .when('paul', 'agree-set-aside', { contribution: FIRST })
      .then('set-aside-agreed');
    expect(contributionsOwed(tellAll([...HEARD, aside]).state).map(({ id }) => id)).to.include(FIRST);
    expect(contributionsOwed(after).map(({ id }) => id)).to.deep.equal([SECOND]);
  });

  it('is agreed to where one waits, and never by the lead alone', () => {
    for (const contribution of [FIRST, 'constructor'])
      given(HEARD).when('paul', 'agree-set-aside', { contribution }).isRefused('not-found');
    given([...HEARD, aside])
      .when('lead', 'agree-set-aside', { contribution: FIRST })
      .isRefused('not-allowed');
    const leadMarks: readonly Step[] = [
      ...HEARD,
      aside,
      ['lead', 'name-person', { person: 'lead', roles: ['lead', 'panel'], name: 'Lena', job: 'Manager' }],
    ];
    given(leadMarks)
      .when('lead', 'agree-set-aside', { contribution: FIRST })
      .isRefused('not-allowed', /Somebody else/);
  });
});

describe('the release of a reply', () => {
  const question: Step = [POSTER, 'contribute', say('question')];
  const replied = (purpose: string, ...more: readonly Step[]): boolean => {
    const steps = LOCKED.map((step): Step =>
      step[1] === 'start-decision' ? [step[0], step[1], { ...step[2], purpose }] : step,
    );
    const id = contributionId(steps.length);
    const { state } = tellAll([
      ...steps,
      question,
      ['lead', 'answer-contributions', answer('out-of-scope', id)],
    ]);
    const outcome = more.map(([, command]) => command);
    const status = outcome.includes('approve-decision')
      ? 'approved'
      : outcome.includes('decline-decision')
        ? 'declined'
        : 'waiting';
    const decided = {
      ...state,
      outcome: { status } as NonNullable<typeof state.outcome>,
      ...(outcome.includes('notify-award') ? { notifiedOn: '2026-08-01' } : {}),
    };
    const said = decided.contributions[id];
    return said !== undefined && isReplyReleased(decided, said);
  };
  const act = (command: string): Step => ['abel', command, {}];

  it('is at once for what was said before the lock', () => {
    const { state } = tellAll([...HEARD, ['lead', 'answer-contributions', answer('out-of-scope', FIRST)]]);
    const [first, second] = [state.contributions[FIRST], state.contributions[SECOND]];
    expect(first && isReplyReleased(state, first)).to.equal(true);
    expect(second && isReplyReleased(state, second), 'there is no reply yet').to.equal(false);
  });

  it('is when bidders are told, for what was said after the lock of an award', () => {
    expect(replied('award')).to.equal(false);
    expect(replied('award', act('approve-decision'))).to.equal(false);
    expect(replied('award', act('approve-decision'), act('notify-award'))).to.equal(true);
    expect(replied('award', act('decline-decision'))).to.equal(true);
  });

  it('is when the decision is made, for what was said after the lock of an appraisal', () => {
    expect(replied('appraisal')).to.equal(false);
    expect(replied('appraisal', act('approve-decision'))).to.equal(true);
    expect(replied('appraisal', act('decline-decision'))).to.equal(true);
  });
});
