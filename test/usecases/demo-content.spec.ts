import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { checkRubric } from '../../src/core/rubric/check-rubric.ts';
import type { Rubric } from '../../src/core/rubric/rubric.ts';
import type { Case } from '../../src/core/scoring/case.ts';
import { adaptRubric } from '../../src/usecases/demo/content/adapt-rubric.ts';
import { calendarDay } from '../../src/usecases/demo/content/demo-day.ts';
import type { DemoDay } from '../../src/usecases/demo/content/demo-day.ts';
import type { DemoDecision } from '../../src/usecases/demo/content/demo-decision.ts';
import { letters } from '../../src/usecases/demo/content/letters.ts';
import { observations } from '../../src/usecases/demo/content/observations.ts';
import {
  assessors,
  flatten,
  gateIds,
  markFaults,
  marksOf,
  presentValue,
  scored,
  texts,
  totals,
  words,
} from './demo-content-checks.ts';
import type { Mark } from './demo-content-checks.ts';

const root = new URL('../../', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const shipped = (id: string): Rubric => readJson(`rubrics/${id}.v1.json`) as Rubric;
const skills = readJson('docs/examples/skills-booking.json') as Omit<Case, 'rubric'> & { rubric: string };

const rubricOf = (demo: DemoDecision): Rubric =>
  [demo.rubric.chosen, ...demo.rubric.changes].reduce(
    (rubric, step) => adaptRubric(rubric, step.adaptation),
    shipped(demo.rubric.base),
  );

const day = (given: DemoDay): string => calendarDay(given, '2026-11-25');
const skillsMarks = skills.marks.map((each) => ({ reason: '', ...each }));

const round = (figures: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figure.toFixed(4)]));

const keys = (demo: DemoDecision): readonly string[] => demo.options.map((each) => each.key);

for (const demo of [observations, letters]) {
  const rubric = rubricOf(demo);

  describe(`the example '${demo.key}'`, () => {
    it('says that it is an example, in its title and in every supplier', () => {
      expect(demo.startInput.title).to.match(/^Example: /);
      const suppliers = demo.options.filter((each) => each.input.kind === 'bid');
      expect(suppliers.every((each) => each.input.supplier?.endsWith('(example supplier)'))).to.equal(true);
    });

    it('adapts its rubric into a sound one', () => {
      expect(checkRubric(rubric)).to.deep.equal([]);
    });

    it('names options as add-option will', () => {
      const made = demo.options.map(({ input }, index) => {
        const before = demo.options.slice(0, index).filter((each) => each.input.kind === input.kind);
        return `${input.kind}-${before.length + 1}`;
      });
      expect(keys(demo)).to.deep.equal(made);
    });

    it('answers every gate of every option, later only where it is allowed, with a day and an owner', () => {
      for (const { gates } of demo.options) {
        expect(gates.map((each) => each.gate)).to.have.members(gateIds(rubric));
        for (const given of gates.filter((each) => each.answer === 'later')) {
          const gate = flatten(rubric.criteria).find((each) => each.id === given.gate);
          expect(gate).to.include({ laterAllowed: true });
          expect([given.by, given.owner]).not.to.include(undefined);
        }
      }
    });

    it('costs every option in whole pence, and every bid down to leaving', () => {
      for (const { input, costs } of demo.options) {
        expect(costs.every((each) => Number.isSafeInteger(each.pence) && each.pence > 0)).to.equal(true);
        const lines = costs.map((each) => each.line).join();
        const asked = /licence.*support.*integration.*migration.*training and backfill.*clinical safety/;
        if (input.kind === 'bid') expect(lines).to.match(asked).and.to.include('exit and data return');
      }
    });

    it('takes its steps in order, the tender deadline before the bids are opened', () => {
      const days = Object.values(demo.days).map(day);
      expect(days).to.deep.equal([...days].sort());
      expect(day(demo.tenderDeadline) < day(demo.days.opened)).to.equal(true);
    });

    it('hears needs and ideas before the rubric is locked, questions and requirements after', () => {
      for (const { on, input } of demo.voices) {
        const after = day(on) > day(demo.days.rubricLocked);
        expect(['question', 'requirement'].includes(input.kind), input.text).to.equal(after);
      }
    });
  });
}

describe('the finished example', () => {
  const rubric = rubricOf(observations);
  const marks = marksOf(observations);
  const agreed = observations.agreement?.consensus ?? [];
  const faults = (given: readonly Mark[]): readonly string[] =>
    markFaults(given, rubric, keys(observations), assessors(observations));

  it('has 245 marks, each on its scale and with a reason of its own', () => {
    expect(faults(marks)).to.deep.equal([]);
    expect(marks).to.have.length(7 * 5 * 7);
  });

  it('would not hide a missing cell, a copied or a short reason, or a reason that repeats its level', () => {
    const [first, second, ...rest] = marks;
    if (!first || !second) throw new Error('no marks');
    expect(faults([second, ...rest]).join()).to.match(/missing/);
    expect(faults([first, { ...second, reason: first.reason }, ...rest]).join()).to.match(/copied/);
    expect(faults([{ ...first, reason: 'Fine as in 4.2.' }, second, ...rest]).join()).to.match(/short/);
    expect(faults([{ ...first, score: 6 }, second, ...rest]).join()).to.match(/off the scale/);
    const level = scored(rubric)[0]?.levels;
    const evidence = level && !('lowest' in level) ? level[3]?.evidence : undefined;
    expect(faults([{ ...first, reason: `${evidence} Yes.` }, second, ...rest]).join()).to.match(/repeats/);
  });

  it('talks through exactly the cells in which marks lie two points or more apart', () => {
    const cells = scored(rubric).flatMap(({ id }) =>
      keys(observations).map((option) => [id, option] as const),
    );
    const apart = cells.filter(([criterion, option]) => {
      const scores = marks
        .filter((each) => each.criterion === criterion && each.option === option)
        .map((each) => each.score);
      return Math.max(...scores) - Math.min(...scores) >= 2;
    });
    expect(apart).to.have.length.of.at.least(8);
    expect(agreed.map((each) => `${each.criterion}/${each.option}`)).to.have.members(
      apart.map((each) => each.join('/')),
    );
    expect(agreed.every((each) => words(each.reason).length >= 15)).to.equal(true);
  });

  it('keeps a different view of at most 100 words', () => {
    expect(words(observations.agreement?.dissent.text ?? '').length).to.be.within(60, 100);
  });

  it('comes to the recorded totals', () => {
    expect(round(totals(rubric, observations.options, marks, agreed))).to.deep.equal({
      ...{ 'bid-1': '67.9440', 'bid-2': '66.2672', 'bid-3': '54.6445' },
      ...{ 'business-as-usual-1': '35.8847', 'pilot-1': '55.3758' },
    });
  });

  it('is close, and stays clear when price is made to count for nothing or for twice as much', () => {
    for (const share of [0, 0.15, 0.3]) {
      const shifted = totals(rubric, observations.options, marks, agreed, share);
      const [best = 0, second = 0] = ['bid-1', 'bid-2'].map((key) => shifted[key]);
      expect(best - second, `price at ${share}`).to.be.above(0.5);
      expect(second).to.be.above(shifted['bid-3'] ?? 100);
      expect(share === 0.15 ? best - second : 0).to.be.below(2);
    }
  });

  it('says in words what the figures say', () => {
    const why = observations.outcome?.recordInput.why ?? '';
    const now = totals(rubric, observations.options, marks, agreed);
    for (const figure of Object.values(now)) expect(why).to.include(figure.toFixed(2));
    const [first = 0, second = 0, , paper = 0] = observations.options.map((each) => presentValue(each.costs));
    const pounds = (pence: number): string =>
      `£${String(Math.round(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
    expect(why)
      .to.include(pounds(second - first))
      .and.to.include(pounds(first - paper));
    expect(observations.outcome?.recordInput.summary).to.include(pounds(first));
  });

  it('gives each of twelve contributions one fate, after it was said, one reply for two of them', () => {
    const answered = observations.replies.flatMap((each) => each.contributions);
    expect(answered).to.have.members(observations.voices.map((each) => each.key));
    expect([answered.length, observations.replies.length]).to.deep.equal([12, 11]);
    for (const { on, contributions } of observations.replies)
      for (const key of contributions)
        expect(day(observations.voices.find((each) => each.key === key)?.on ?? 0) < day(on), key).to.equal(
          true,
        );
    const fates = ['changed-rubric', 'changed-need', 'contract-requirement', 'considered-not-used'];
    expect(new Set(observations.replies.map((each) => each.fate))).to.have.keys(
      ...fates,
      'out-of-scope',
      'passed-on',
    );
  });

  it('changes the rubric only for those who were told so, and keeps no words that were passed on', () => {
    const fated = (fate: string): readonly string[] =>
      observations.replies.filter((each) => each.fate === fate).flatMap((each) => each.contributions);
    expect(observations.rubric.changes.flatMap((each) => each.because)).to.have.members(
      fated('changed-rubric'),
    );
    const erased = observations.voices.filter((each) => each.erase);
    expect(erased.map((each) => each.key)).to.deep.equal(fated('passed-on'));
  });
});

describe('the waiting example', () => {
  it('has every mark but those of the visitor, whose seat is on the panel', () => {
    const sealed = assessors(letters).filter((each) => each !== letters.seats.panel);
    expect(sealed).to.have.length(2);
    expect(markFaults(marksOf(letters), rubricOf(letters), keys(letters), sealed)).to.deep.equal([]);
  });

  it('owes four replies before a day still ahead, and has no outcome', () => {
    expect([letters.voices.length, letters.replies.length]).to.deep.equal([4, 0]);
    expect(letters.need.listeningInput.cutOff).to.be.above(0);
    expect(letters).not.to.have.any.keys('agreement', 'outcome');
  });
});

describe('the case file skills-booking.json', () => {
  const rubric = shipped(skills.rubric);
  const options = skills.options.map(({ id, costs }) => ({ key: id, costs: costs ?? [] }));
  const markers = [...new Set(skills.marks.map((each) => each.assessor))];

  it('is marked in full by four people, doing nothing included', () => {
    const ids = options.map((each) => each.key);
    expect(markFaults(skillsMarks, rubric, ids, markers)).to.deep.equal([]);
    expect(markers).to.have.length(4);
    expect(skills.options.map((each) => each.kind)).to.include('business-as-usual');
  });

  it('comes to the recorded totals', () => {
    expect(round(totals(rubric, options, skillsMarks, skills.consensus ?? []))).to.deep.equal({
      ...{ spreadsheet: '43.4925', 'room-module': '58.4282', brackwell: '71.8299' },
    });
  });
});

describe('the wording of the examples', () => {
  const avoided =
    /\b(bias\w*|fail\w*|suspicio\w*|payday|play\w* it safe|halo|lenien\w*|flag\w*|hugging|NHS)\b/i;

  it('names no motive and no real body', () => {
    const all = texts([observations, letters, skills]);
    expect(all.filter((each) => avoided.test(each) && !each.startsWith('nhs-digital'))).to.deep.equal([]);
    expect(avoided.test('It failed.')).to.equal(true);
  });
});
