import { expect } from 'chai';
import fc from 'fast-check';
import { evolve, fold } from '../../../src/core/decision/decide.ts';
import type { DecisionEvent } from '../../../src/core/decision/model/act.ts';
import type { DecisionState } from '../../../src/core/decision/model/state.ts';
import { caseOfDecision } from '../../../src/core/decision/outcome/case-of-decision.ts';
import { tasksFor } from '../../../src/core/decision/tasks.ts';
import { APPROVED, BEGUN, MARKED, OWED, RUBRIC } from '../../support/decision-states.ts';
import { tellAll } from '../../support/given-when-then.ts';
import { contributionId, DECISION } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

const events = (steps: readonly Step[]): readonly DecisionEvent[] => tellAll(steps).events;
const extra = (seq: number, act: string, facts: object, sections: object = {}): DecisionEvent => ({
  ...{ seq, at: '2026-12-01T09:00:00.000Z', actor: 'lead', act },
  sections: { facts: facts as never, ...sections },
});
const APPROVED_EVENTS = events(APPROVED);
const LONG: readonly DecisionEvent[] = [
  ...APPROVED_EVENTS,
  ...[
    extra(0, 'baseline-waived', { baseline: 'small-step' }, { reason: 'x' }),
    extra(0, 'rubric-replaced', { hash: 'a', noticeReference: 'n' }, { rubric: RUBRIC, reason: 'x' }),
    extra(0, 'option-withdrawn', { option: 'bid-2' }, { reason: 'x' }),
    extra(0, 'marking-closed', { missing: ['pia'] }, { reason: 'x' }),
    extra(0, 'set-aside-agreed', { contribution: contributionId(16), person: 'paul' }),
    extra(0, 'section-erased', { seq: 17, section: 'text', ground: 'request' }),
    extra(0, 'person-left', { person: 'pia' }, { reason: 'x' }),
    extra(0, 'decision-returned', { person: 'abel' }, { reason: 'x' }),
    extra(0, 'decision-declined', { person: 'abel' }, { reason: 'x' }),
  ].map((event, index) => ({ ...event, seq: APPROVED_EVENTS.length + 1 + index })),
];

/** Everything that can be left out of one event: all but its facts. */
const hideable = (stream: readonly DecisionEvent[]): readonly string[] =>
  stream.flatMap(({ seq, sections }) =>
    Object.keys(sections)
      .filter((name) => name !== 'facts')
      .map((name) => `${seq}/${name}`),
  );
const without = (stream: readonly DecisionEvent[], gone: ReadonlySet<string>): readonly DecisionEvent[] =>
  stream.map((event) => ({
    ...event,
    sections: Object.fromEntries(
      Object.entries(event.sections).filter(([name]) => !gone.has(`${event.seq}/${name}`)),
    ),
  }));

/** What does not depend on texts: who, which, when, how many. */
const skeleton = (state: DecisionState): object => ({
  people: Object.values(state.people).map(({ id, roles, left }) => [id, roles, left?.at]),
  options: Object.values(state.options).map(({ id, kind, withdrawn, setAside }) => [
    id,
    kind,
    withdrawn?.at,
    setAside?.ground,
  ]),
  marks: Object.entries(state.marks).map(([criterion, byOption]) => [criterion, Object.keys(byOption)]),
  contributions: Object.values(state.contributions).map(({ id, fate, late }) => [id, fate, late]),
  outcome: [state.outcome?.kind, state.outcome?.option, state.outcome?.status, state.notifiedOn],
  timeline: state.timeline,
});

describe('folding with parts absent', () => {
  it('folds every act there is in this spec', () => {
    const folded = new Set(LONG.map(({ act }) => act));
    expect(folded.size).to.be.greaterThan(32);
  });

  it('never throws and keeps every fact, whichever texts are withheld or erased', () => {
    const names = hideable(LONG);
    expect(names.length).to.be.greaterThan(100);
    const whole = skeleton(fold(DECISION, LONG));
    fc.assert(
      fc.property(fc.subarray([...names]), (gone) => {
        const state = fold(DECISION, without(LONG, new Set(gone)));
        expect(skeleton(state)).to.deep.equal(whole);
        caseOfDecision(state);
        for (const person of Object.values(state.people)) tasksFor(state, person);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws with any single part absent, nor with all of them', () => {
    const names = hideable(LONG);
    for (const name of names) fold(DECISION, without(LONG, new Set([name])));
    const bare = fold(DECISION, without(LONG, new Set(names)));
    expect(bare.title).to.equal(null);
    expect(bare.rubric?.rubric).to.equal(null);
    expect(JSON.stringify(bare)).not.to.include('planted-');
  });

  it('never throws when an act meets a state that lacks what it changes', () => {
    const empty = fold(DECISION, []);
    for (const event of LONG) expect(evolve(empty, event).seq).to.equal(event.seq);
    const changes = ['option-withdrawn', 'bid-set-aside', 'interest-declared', 'person-left', 'mark-changed'];
    for (const event of LONG.filter(({ act }) => changes.includes(act))) {
      const { people, options, marks } = evolve(empty, event);
      expect([people, options, marks], `${event.act} invents nobody and nothing`).to.deep.equal([{}, {}, {}]);
    }
    expect(caseOfDecision(empty)).to.equal(undefined);
  });
});

describe('folding', () => {
  it('gives the same state from the same events, however they are cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(APPROVED, OWED, MARKED, BEGUN), fc.nat(), (steps, at) => {
        const stream = events(steps);
        const cut = at % (stream.length + 1);
        const resumed = stream.slice(cut).reduce(evolve, fold(DECISION, stream.slice(0, cut)));
        expect(resumed).to.deep.equal(fold(DECISION, stream));
      }),
      { numRuns: 20 },
    );
  });

  it('changes no event and no state that it is given', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(freeze);
      }
      return value;
    };
    const stream = structuredClone(LONG).map(freeze);
    stream.reduce((state, event) => freeze(evolve(state, event)), freeze(fold(DECISION, [])));
  });
});
