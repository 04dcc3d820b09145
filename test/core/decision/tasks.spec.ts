import { expect } from 'chai';
import { tasksFor } from '../../../src/core/decision/tasks.ts';
import type { Task } from '../../../src/core/decision/model/task.ts';
import { APPROVED, BEGUN, MARKED, OPENED, PRICED, WAITING } from '../../support/decision-states.ts';
import { before, tellAll, upTo } from '../../support/given-when-then.ts';
import type { Step } from '../../support/record-acts.ts';

const tasks = (steps: readonly Step[], who: string): Readonly<Record<string, Task>> => {
  const { state } = tellAll(steps);
  const person = state.people[who];
  if (!person) throw new Error(`There is no ${who}.`);
  return Object.fromEntries(tasksFor(state, person).map((task) => [task.slug, task]));
};
const yours = (steps: readonly Step[], who: string): readonly string[] =>
  Object.values(tasks(steps, who))
    .filter((task) => task.yours)
    .map(({ slug }) => slug);
const statuses = (steps: readonly Step[], who: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(tasks(steps, who)).map(({ slug, status }) => [slug, status]));

describe('the steps of a decision', () => {
  it('are the same in the same order for everybody', () => {
    const slugs = Object.keys(tasks(MARKED, 'lead'));
    expect(slugs).to.have.lengthOf(13);
    for (const who of ['cora', 'pia', 'abel']) expect(Object.keys(tasks(MARKED, who))).to.deep.equal(slugs);
  });

  it('begin with what the lead can do, and say what comes first', () => {
    expect(yours(BEGUN, 'lead')).to.deep.equal(['need', 'listening', 'interests', 'people']);
    expect(tasks(BEGUN, 'lead')['rubric']).to.include({
      status: 'cannot-start',
      hint: 'Lock the need first',
    });
    expect(tasks(BEGUN, 'lead')['listening']?.hint).to.equal('Not listening yet');
    const listening = tasks(upTo(OPENED, 'open-listening'), 'lead')['listening'];
    expect(listening).to.include({ status: 'in-progress', hint: 'Listening; nothing received yet' });
    expect(tasks(BEGUN, 'lead')['costs']).to.include({
      status: 'cannot-start',
      hint: 'The lead adds options first',
    });
    expect(tasks(BEGUN, 'lead')['people']?.hint).to.equal('Still to name: panel, commercial, approver');
  });

  it('follow the decision through its life', () => {
    expect(statuses(upTo(OPENED, 'state-need'), 'lead')['need']).to.equal('in-progress');
    expect(statuses(upTo(OPENED, 'choose-rubric'), 'lead')).to.include({
      rubric: 'in-progress',
      listening: 'in-progress',
    });
    expect(statuses(OPENED, 'lead')).to.include({
      ...{ need: 'done', rubric: 'done', people: 'done', options: 'done', costs: 'done' },
      ...{ gates: 'in-progress', differences: 'waiting', result: 'cannot-start', outcome: 'cannot-start' },
    });
    expect(statuses(MARKED, 'lead')).to.include({ gates: 'done', differences: 'to-do' });
    expect(statuses(PRICED, 'lead')).to.include({ differences: 'done', result: 'done', outcome: 'to-do' });
    expect(statuses(WAITING, 'abel')).to.include({ outcome: 'done', approval: 'to-do' });
    expect(statuses(APPROVED, 'abel')).to.include({ approval: 'done', listening: 'done' });
  });

  it('wait for the lead’s interests before anybody else’s', () => {
    const named = before(OPENED, 'declare-interest');
    expect(tasks(named, 'pia')['interests']).to.include({ status: 'cannot-start', yours: false });
    const declared: readonly Step[] = [...named, ['lead', 'declare-interest', { hasInterest: false }]];
    expect(tasks(declared, 'pia')['interests']).to.include({ status: 'to-do', yours: true });
    const waiting = before(OPENED, 'manage-interest');
    expect(tasks(waiting, 'pia')['interests']).to.include({ status: 'waiting', yours: false });
  });

  it('are whose turn it is, and nobody else’s', () => {
    expect(yours(OPENED, 'pia')).to.deep.equal(['gates', 'marks']);
    expect(yours(OPENED, 'cora')).to.deep.equal([]);
    expect(yours(before(OPENED, 'record-costs'), 'cora')).to.deep.equal(['costs']);
    expect(yours(WAITING, 'abel')).to.deep.equal(['approval']);
    expect(yours(APPROVED, 'lead')).to.deep.equal([]);
  });

  it('count one’s own sealed criteria', () => {
    const half = upTo(OPENED, 'open-options');
    const one: readonly Step[] = [
      ...half,
      MARKED.find(([who, command]) => who === 'pia' && command === 'seal-marks') as Step,
    ];
    expect(tasks(one, 'pia')['marks']).to.include({ status: 'in-progress', hint: '1 of 2 criteria sealed' });
    expect(tasks(one, 'paul')['marks']).to.include({ status: 'to-do', hint: '0 of 2 criteria sealed' });
    const closed: readonly Step[] = [...one, ['lead', 'close-marking', { reason: 'x' }]];
    expect(tasks(closed, 'paul')['marks']).to.include({
      status: 'done',
      hint: '0 of 2 sealed; marking is closed',
    });
  });

  it('say of marking: to a marker their own share, to others the panel’s, and first the interests', () => {
    const one: readonly Step[] = [
      ...OPENED,
      MARKED.find(([who, command]) => who === 'pia' && command === 'seal-marks') as Step,
      ['lead', 'name-person', { person: 'nina', roles: ['panel'], name: 'Nina', job: 'Nurse' }],
    ];
    expect(tasks(one, 'nina')['marks']).to.include({
      status: 'cannot-start',
      hint: 'Declare interests first',
    });
    expect(tasks(one, 'lead')['marks']?.hint).not.to.equal(tasks(one, 'pia')['marks']?.hint);
    expect(tasks(one, 'lead')['marks']).to.include({ yours: false });
    expect(tasks(MARKED, 'lead')['marks']).to.include({ status: 'done' });
  });

  it('bring a returned recommendation back to the lead', () => {
    const returned: readonly Step[] = [...WAITING, ['abel', 'return-decision', { reason: 'More.' }]];
    expect(tasks(returned, 'lead')['outcome']).to.include({
      status: 'to-do',
      hint: 'Returned by the approver',
      yours: true,
    });
    expect(tasks(returned, 'abel')['approval']).to.include({ status: 'cannot-start', yours: false });
  });
});
