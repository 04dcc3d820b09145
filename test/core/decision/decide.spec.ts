import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { evolve } from '../../../src/core/decision/decide.ts';
import { ROLES } from '../../../src/core/decision/model/roles.ts';
import { emptyState } from '../../../src/core/decision/model/state.ts';
import { ACTS, findAct, findCommand } from '../../../src/core/decision/registry.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { createSchemaChecker } from '../../../src/adapters/schemas/schema-checker.ts';
import { OPENED } from '../../support/decision-states.ts';
import { given, tellAll } from '../../support/given-when-then.ts';
import { DECISION } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

/** One person of every role; the lead, Cora, Pia and Abel are there from the start. */
const PEOPLE: Readonly<Record<string, string>> = {
  ...{ lead: 'lead', commercial: 'cora', panel: 'pia', frontline: 'fay', approver: 'abel', auditor: 'ada' },
};
const STAFFED: readonly Step[] = [
  ...OPENED,
  ['lead', 'name-person', { person: 'fay', roles: ['frontline'], name: 'Fay', job: 'Nurse' }],
  ['lead', 'name-person', { person: 'ada', roles: ['auditor'], name: 'Ada', job: 'Auditor' }],
];
/** The acts of a full decision; those of the other doors are asked for in their own specs. */
const asked = ACTS.filter(
  ({ command, doors = ['full'] }) => command !== 'start-decision' && doors.includes('full'),
);

describe('who may ask for what', () => {
  it('is decided by role before anything else is looked at', () => {
    let refused = 0;
    for (const { command, by } of asked) {
      for (const role of ROLES.filter((one) => !by.includes(one))) {
        given(STAFFED)
          .when(PEOPLE[role] ?? '', command)
          .isRefused('not-allowed', /^(Only the|This can be done)/);
        refused += 1;
      }
    }
    expect(refused).to.be.greaterThan(100);
  });

  it('lets somebody without an account do nothing but contribute, and the service nothing but erase', () => {
    const contributor = { kind: 'contributor', via: 'poster', link: 'p1' } as const;
    for (const { command, by } of asked) {
      if (!by.includes('contributor')) given(STAFFED).when(contributor, command).isRefused('not-allowed');
      if (!by.includes('system')) given(STAFFED).when({ kind: 'system' }, command).isRefused('not-allowed');
    }
    expect(asked.filter(({ by }) => by.includes('contributor')).map(({ act }) => act)).to.deep.equal([
      'contribution-received',
    ]);
    expect(asked.filter(({ by }) => by.includes('system')).map(({ act }) => act)).to.deep.equal([
      'section-erased',
    ]);
  });

  it('lets nobody act who is not on the decision', () => {
    for (const who of ['stranger', 'constructor'])
      for (const { command } of asked)
        given(STAFFED)
          .when(who, command)
          .isRefused('not-allowed', /named on this decision|^Only/);
  });

  it('knows no other act', () => {
    for (const command of ['delete-everything', 'constructor', ''])
      given(STAFFED).when('lead', command).isRefused('not-found');
  });
});

describe('the list of acts', () => {
  it('has for each a command, a past tense of its own and a sentence', () => {
    expect(new Set(ACTS.map(({ command }) => command)).size).to.equal(ACTS.length);
    expect(new Set(ACTS.map(({ act }) => act)).size).to.equal(ACTS.length);
    for (const one of ACTS) {
      expect(one.summary).to.match(/\.$/);
      expect(findCommand(one.command)).to.equal(one);
      expect(findAct(one.act)).to.equal(one);
    }
  });

  it('takes input that its schema describes, and nothing else', () => {
    const checker = createSchemaChecker(new URL('../../../rubrics', import.meta.url).pathname);
    for (const { input, command } of ACTS) {
      expect(checker.checkAgainst(input, { extra: 1 }), command).to.have.length.greaterThan(0);
      expect(checker.checkAgainst(input, 'text'), command).to.have.length.greaterThan(0);
    }
    for (const [, command, input] of STAFFED) {
      expect(checker.checkAgainst(findCommand(command)?.input ?? {}, input), command).to.deep.equal([]);
    }
  });

  it('is tested whole: beside this file each act is recorded at least once', () => {
    const folder = new URL('./', import.meta.url);
    const specs = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const looped = ['decision-approved', 'decision-returned', 'decision-declined'];
    const untested = ACTS.filter(
      ({ act }) => !looped.includes(act) && !specs.some((text) => text.includes(`.then('${act}')`)),
    );
    expect(untested.map(({ act }) => act)).to.deep.equal([]);
    expect(specs.some((text) => looped.every((act) => text.includes(`'${act}'`)))).to.equal(true);
  });
});

describe('the fold', () => {
  it('refuses by name an act of a later version', () => {
    const event = {
      seq: 1,
      at: '2026-06-01T09:00:00.000Z',
      actor: 'lead',
      act: 'bids-blessed',
      sections: { facts: {} },
    };
    expect(() => evolve(emptyState(DECISION), event)).to.throw(DomainError, /'bids-blessed'/);
  });

  it('keeps every act in the timeline, in order', () => {
    const { state, events } = tellAll(OPENED);
    expect(state.timeline).to.deep.equal(events.map(({ seq, at, actor, act }) => ({ seq, at, actor, act })));
    expect(state.seq).to.equal(OPENED.length);
  });
});
