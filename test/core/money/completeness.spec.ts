import { expect } from 'chai';
import { checkCostCompleteness } from '../../../src/core/money/completeness.ts';
import type { CostedOption } from '../../../src/core/money/completeness.ts';

const costed = (
  id: string,
  lines: Readonly<Record<string, readonly number[]>>,
  lifeYears: number | null = null,
): CostedOption => ({
  id,
  title: id.toUpperCase(),
  lines: Object.entries(lines).map(([name, years]) => ({ name, years })),
  lifeYears,
  escalates: false,
});

const ALL = { Exit: [3], 'Implementation days': [0], Training: [0], 'Support desk': [1, 2, 3] };

const found = (options: readonly CostedOption[], id: string) =>
  checkCostCompleteness(options).filter((one) => one.id === id);

describe('completeness of cost lines', () => {
  it('asks nothing of options with the same lines in the same years', () => {
    expect(checkCostCompleteness([costed('a', ALL), costed('b', ALL)])).to.deep.equal([]);
    expect(checkCostCompleteness([])).to.deep.equal([]);
  });

  it('names a line that most have and one lacks, without regard to case and spaces', () => {
    const options = [
      costed('a', { ...ALL, Licence: [1] }),
      costed('b', { ...ALL, '  licence ': [1] }),
      costed('c', ALL),
    ];
    const [question, ...more] = found(options, 'line-not-everywhere');
    expect(more).to.deep.equal([]);
    expect(question?.options).to.deep.equal(['c']);
    expect(question?.observation).to.equal("'licence' is costed for 2 of 3 options, and not for C.");
  });

  it('gathers the lines that one option alone has in one question', () => {
    const options = [costed('a', { ...ALL, Hosting: [1], Tokens: [1] }), costed('b', ALL)];
    const questions = found(options, 'line-not-everywhere');
    expect(questions.map(({ observation }) => observation)).to.deep.equal([
      "Of 2 options only A has a cost line for 'hosting' and 'tokens'.",
    ]);
  });

  it('says in which last year each stops when the years differ', () => {
    const options = [costed('a', ALL), costed('b', { ...ALL, 'Support desk': [1, 5] })];
    expect(found(options, 'years-differ')[0]?.observation).to.equal(
      'The last year with a cost differs: year 3 for A; year 5 for B.',
    );
  });

  it('asks where leaving, setting up, training and support are paid for', () => {
    const questions = found([costed('a', { Licence: [1] })], 'purpose-not-named');
    expect(questions).to.have.length(4);
    expect(questions.map(({ observation }) => observation).join(' ')).to.include(
      '1 of 1 costed options has no cost line that names training: A.',
    );
    expect(found([costed('a', ALL)], 'purpose-not-named')).to.deep.equal([]);
  });

  it('asks about costs after the end of a stated life', () => {
    expect(found([costed('a', ALL, 3)], 'paid-after-life')).to.deep.equal([]);
    expect(found([costed('a', ALL, 2)], 'paid-after-life')[0]?.observation).to.equal(
      'A has costs up to year 3 and a stated life of 2 years.',
    );
  });

  it('asks in which prices costs are given when they rise in some options only', () => {
    const [rising, still] = [{ ...costed('a', ALL), escalates: true }, costed('b', ALL)];
    expect(found([rising, still], 'escalation-differs')[0]?.observation).to.equal(
      'Prices change from year to year in 1 of 2 costed options: A.',
    );
    expect(found([rising, rising], 'escalation-differs')).to.deep.equal([]);
  });

  it('keeps a sentence short when many options are meant, and blames nobody', () => {
    const many = Array.from({ length: 30 }, (_unused, index) => costed(`o${index}`, { Licence: [1] }));
    const questions = checkCostCompleteness([...many, costed('full', ALL)]);
    for (const { observation, question } of questions) {
      expect(`${observation} ${question}`).to.have.length.below(260);
      expect(`${observation} ${question}`).not.to.match(/hid|fail|omit|mistake|should have|suspicious/i);
    }
    expect(questions.map(({ observation }) => observation).join()).to.include('26 others');
  });
});
