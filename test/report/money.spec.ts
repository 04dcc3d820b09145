import { expect } from 'chai';
import type { Case } from '../../src/core/scoring/case.ts';
import { evaluateCase } from '../../src/core/scoring/evaluate.ts';
import { stateOfCase } from '../../src/report/case-state.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { makeRubric, scored } from '../core/rubric/make-rubric.ts';
import { makeCase, mark, option, PERCENT, price } from '../core/scoring/make-case.ts';
import { APPROVED } from '../support/decision-states.ts';
import { inputOf, readSection } from './report-of.ts';

const tender: Case = makeCase(
  makeRubric([scored('fit', 5000), price(5000, { method: 'lowest-over-price' })], {
    scale: PERCENT,
    method: { discountRateBp: 0, moneyPerQualityPointPence: 100 },
  }),
  [
    option('a', { pence: 1000000, lifeYears: 5 }),
    option('b', { pence: 1400000, lifeYears: 10 }),
    option('c', { costs: [{ line: 'rent', year: 1, pence: 200000, everyYearUntil: 3 }], lifeYears: 3 }),
  ],
  [mark('a', 'fit', 70), mark('b', 'fit', 90), mark('c', 'fit', 20)],
  { settings: { purpose: 'award', draws: 1, optimismBiasBp: { capitalBp: 4300 } } },
);

const caseInput = (given: Case): ReportInput => ({
  state: stateOfCase(given),
  edition: 'internal',
  result: evaluateCase(given, { partial: false }),
  noResult: '',
  ledger: null,
  asOf: null,
});

describe('the money in the cost section', () => {
  const words = readSection(caseInput(tender), 'costs');

  it('gives cost and quality together for each option, rounded to the penny', () => {
    expect(words).to.include('A | £142.86 | £9,930 | £2,000');
    expect(words).to.include('B | £155.56 | £13,910 | £1,400');
    expect(words).to.include('None of this changes who is first.');
  });

  it('gives the worth of a point at the median bid and the price of each step', () => {
    expect(words).to.include('At the median price of £10,000').and.include('as worth £166.67.');
    expect(words).to.include('C | A | £4,000 | 50 | £80');
    expect(words).to.include('A | B | £4,000 | 20 | £200');
    expect(words).not.to.include('Beaten by');
  });

  it('says on whose bid the first place depends, and what one more bid would do', () => {
    expect(words).to.include(
      'Which of A and B is first depends on whether C bids: the price formula measures every bid against the lowest.',
    );
  });

  it('says who is first with costs raised by the figures of the team', () => {
    expect(words).to.match(/With capital costs raised by 43% and revenue costs by 0%, B would be first/);
  });

  it('asks about cost lines, and lists a repeated line in every year of it', () => {
    expect(words).to.include('The last year with a cost differs: year 0 for A and B; year 3 for C.');
    expect(words).to.include('rent / Revenue, in the tendered price | £2,000 | £2,000 | £2,000');
    expect(words).to.include('C | £0 | £6,000 | £6,000 | £6,000');
  });

  it('says when in a year costs count, and lists what is left over as income', () => {
    const method = { discountTiming: 'mid-year' } as const;
    const [one] = tender.options;
    const input = caseInput({
      ...tender,
      rubric: { ...tender.rubric, method },
      options: [{ ...one, residualPence: 20000 }, ...tender.options.slice(1)] as Case['options'],
    });
    expect(readSection(input, 'rubric')).to.include('Each year counts in its middle.');
    expect(readSection(input, 'costs')).to.match(/Left over at the end \/ Revenue \| – \| \u2212£200/);
  });

  it('shows no sum in the shareable edition, where costs are withheld', () => {
    const shareable = readSection(inputOf(APPROVED, 'shareable'), 'costs');
    expect(shareable).to.include('withheld in this edition').and.not.include('£');
    expect(readSection(inputOf(APPROVED, 'internal'), 'costs')).to.include(
      'What the money says beside the ranking',
    );
  });
});
