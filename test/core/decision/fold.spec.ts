import { expect } from 'chai';
import { evolve, fold } from '../../../src/core/decision/decide.ts';
import { FOLDING, withEntries, withItem } from '../../../src/core/decision/model/growing.ts';
import { emptyState } from '../../../src/core/decision/model/state.ts';
import { toEvent } from '../../../src/usecases/decision-log.ts';
import { APPROVED } from '../../support/decision-states.ts';
import { DECISION, recordActs } from '../../support/record-acts.ts';

describe('the fold of a decision', () => {
  const { entries } = recordActs(APPROVED);
  const events = entries.map(toEvent);

  it('is what evolving one step at a time gives, with nothing left of how it was made', () => {
    const stepwise = events.reduce(evolve, emptyState(DECISION));
    const folded = fold(DECISION, events);
    expect(folded).to.deep.equal(stepwise);
    expect(Object.getOwnPropertySymbols(folded)).to.deep.equal([]);
  });

  it('never changes a state that somebody holds', () => {
    const half = Math.floor(events.length / 2);
    const held = fold(DECISION, events.slice(0, half));
    const before = structuredClone(held);
    const on = events.slice(half).reduce(evolve, held);
    expect(held).to.deep.equal(before);
    expect(on).to.deep.equal(fold(DECISION, events));
    fold(DECISION, events);
    expect(held).to.deep.equal(before);
  });

  it('writes in place only what the fold made itself', () => {
    const [record, list] = [{ a: 1 }, [1]];
    const folding = { [FOLDING]: new WeakSet<object>() };
    const [made, grown] = [withEntries(folding, record, { b: 2 }), withItem(folding, list, 2)];
    expect([record, list]).to.deep.equal([{ a: 1 }, [1]]);
    expect(withEntries(folding, made, { c: 3 })).to.equal(made);
    expect(withItem(folding, grown, 3)).to.equal(grown);
    expect(made).to.deep.equal({ a: 1, b: 2, c: 3 });
    expect(withEntries({}, made, { d: 4 })).not.to.equal(made);
    expect(withItem({}, grown, 4)).not.to.equal(grown);
    expect([Object.keys(made), grown]).to.deep.equal([
      ['a', 'b', 'c'],
      [1, 2, 3],
    ]);
  });
});
