import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../../src/core/errors.ts';
import type { Case } from '../../../src/core/scoring/case.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import type { Result } from '../../../src/core/scoring/result.ts';
import { makeRubric, scored } from '../rubric/make-rubric.ts';
import { arbitraryCase } from './arbitrary-case.ts';
import { makeCase, mark, option, tableCase } from './make-case.ts';
import { readVector } from './read-vector.ts';

const run = (given: Case): Result => evaluateCase(given, { partial: false });

/** The winner of a case that was made smaller by hand; null where it cannot be evaluated. */
const winnerOf = (given: Case): string | null => {
  try {
    return run(given).winner;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};

describe('leaving one piece out', () => {
  it('loo-01 (office location, Goodwin and Wright): who is first without each criterion', () => {
    const { inputs, expected } = readVector('loo-01-criteria-office');
    const result = run(
      tableCase(
        inputs.scores_0_100,
        inputs.weights_percent.map((w: number) => w * 100),
      ),
    );
    const names: readonly string[] = inputs.options;
    const winners = expected.cases.map((one: { best: string }) => `o${names.indexOf(one.best)}`);
    expect(Object.values(result.robustness?.withoutCriterion ?? {})).to.deep.equal(winners);
    const changed = winners.filter((winner: string) => winner !== result.winner);
    expect(changed).to.have.length(expected.winner_changes);
  });

  it('equals a full evaluation of the case without that option', () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const found = run(given).robustness?.withoutOption ?? {};
        for (const [id, winner] of Object.entries(found)) {
          const consensus = given.consensus?.filter((agreed) => agreed.option !== id);
          const smaller = {
            ...given,
            options: given.options.filter((each) => each.id !== id),
            marks: given.marks.filter((each) => each.option !== id),
            ...(consensus ? { consensus } : {}),
          };
          expect(winner).to.equal(winnerOf(smaller));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('equals a full evaluation of the case without that assessor and without consensus', () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const found = run(given).robustness?.withoutAssessor ?? {};
        for (const [id, winner] of Object.entries(found)) {
          const smaller = {
            ...given,
            consensus: [],
            marks: given.marks.filter((each) => each.assessor !== id),
          };
          expect(winner).to.equal(winnerOf(smaller));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('forgets a criterion’s minimum with it, and keeps the proportions of the others', () => {
    const rubric = makeRubric([scored('a', 5000, { minimum: 3 }), scored('b', 3000), scored('c', 2000)]);
    const scores = { x: [2, 5, 5], y: [3, 4, 4] };
    const marks = Object.entries(scores).flatMap(([id, row]) =>
      row.map((score, index) => mark(id, ['a', 'b', 'c'][index] ?? '', score)),
    );
    const result = run(makeCase(rubric, [option('x'), option('y')], marks));
    expect(result.winner).to.equal('y');
    expect(result.robustness?.withoutCriterion).to.deep.equal({ a: 'x', b: 'y', c: 'y' });
  });

  it('counts frontline people again when an option goes', () => {
    const rubric = makeRubric([scored('a', 10000, { frontlineCanAnswer: true })], {
      method: { frontlineShareBp: 5000, frontlineMinimum: 2 },
    });
    const front = { group: 'frontline' as const };
    const given = makeCase(
      rubric,
      [option('x'), option('y'), option('z')],
      [
        mark('x', 'a', 3),
        mark('y', 'a', 4),
        mark('z', 'a', 0),
        mark('x', 'a', 5, { assessor: 'f1', ...front }),
        mark('y', 'a', 0, { assessor: 'f1', ...front }),
        mark('z', 'a', 0, { assessor: 'f2', ...front }),
      ],
    );
    const result = run(given);
    expect(result.winner).to.equal('x');
    expect(result.robustness?.withoutOption).to.deep.equal({ x: 'y', y: 'x', z: 'y' });
  });

  it('gives null with a note where nothing can be said', () => {
    const given = makeCase(
      makeRubric([scored('a', 10000)]),
      [option('x'), option('y')],
      [mark('x', 'a', 3), mark('y', 'a', 2)],
    );
    const result = run(given);
    expect(result.robustness?.withoutAssessor).to.deep.equal({ p1: null });
    expect(result.robustness?.withoutCriterion).to.deep.equal({ a: null });
    const paths = result.notes.map(({ path }) => path);
    expect(paths).to.include('/robustness/withoutAssessor/p1').and.include('/robustness/withoutCriterion/a');
  });

  it('gives null with a note when an option that was out would compete but has no price', () => {
    const rubric = makeRubric([
      scored('a', 5000, { minimum: 3 }),
      { id: 'price', title: 'P', kind: 'price', weightBp: 5000, method: 'min-max' },
    ]);
    const result = run(
      makeCase(rubric, [option('x', { pence: 5 }), option('y')], [mark('x', 'a', 3), mark('y', 'a', 2)]),
    );
    expect(result.robustness?.withoutCriterion).to.deep.equal({ a: null, price: 'x' });
    const note = result.notes.find(({ path }) => path === '/robustness/withoutCriterion/a');
    expect(note?.reason).to.contain("'y' has no price");
  });
});
