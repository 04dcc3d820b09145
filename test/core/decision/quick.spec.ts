import { expect } from 'chai';
import fc from 'fast-check';
import { askQuick } from '../../../src/core/decision/quick/questions.ts';
import { resultOfQuick } from '../../../src/core/decision/quick/result-of-quick.ts';
import { checkRubric } from '../../../src/core/rubric/check-rubric.ts';
import { draftRubricOf } from '../../../src/core/decision/quick/quick-rubric.ts';
import { emptyQuick } from '../../../src/core/decision/model/quick-state.ts';
import { tasksFor } from '../../../src/core/decision/tasks.ts';
import { canSee } from '../../../src/core/decision/visibility.ts';
import { OPENED } from '../../support/decision-states.ts';
import { before, given, tellAll } from '../../support/given-when-then.ts';
import {
  QUICK_CHOICE,
  QUICK_CHOSEN,
  QUICK_CRITERIA,
  QUICK_DISCUSSED,
  QUICK_FOUND,
  QUICK_LISTED,
  QUICK_NEED,
  QUICK_OPTIONS,
  QUICK_RAISED,
  QUICK_STARTED,
} from '../../support/quick-states.ts';
import { QUICK_LIMIT_PENCE } from '../../support/record-acts.ts';

const asked = (steps: Parameters<typeof tellAll>[0], limitPence: number | null = QUICK_LIMIT_PENCE) =>
  askQuick({ state: tellAll(steps).state, limitPence, choice: null }).map(({ id }) => id);

describe('a quick record', () => {
  it('has no panel, no sealing and no approver, and says how to get them', () => {
    for (const command of ['seal-quality', 'record-decision', 'choose-rubric', 'add-option', 'open-prices'])
      given(QUICK_DISCUSSED)
        .when('lead', command)
        .isRefused('not-allowed', /Raise it to a full decision/);
  });

  it('is a door of its own: a full decision has none of its acts', () => {
    given(OPENED)
      .when('lead', 'list-quotes', { options: QUICK_OPTIONS })
      .isRefused('not-allowed', /full decision/);
  });

  it('asks whether it would be bought later before any quote, where money has an end', () => {
    given(QUICK_STARTED)
      .when('lead', 'list-quotes', { options: QUICK_OPTIONS })
      .isRefused('too-early', /later/);
    const { after } = given(QUICK_STARTED)
      .when('lead', 'answer-later-question', {
        wouldBuyLater: 'no',
        because: 'It is a nice thing.',
        carryOver: 'not-asked',
      })
      .then('later-question-answered');
    expect(after.quick?.later).to.include({ wouldBuyLater: 'no', carryOver: 'not-asked', roughPence: null });
  });

  it('has nothing to ask where no money was offered', () => {
    given(QUICK_STARTED.filter(([, command]) => command !== 'offer-money'))
      .when('lead', 'answer-later-question', { wouldBuyLater: 'yes', because: 'x', carryOver: 'asked' })
      .isRefused('not-allowed');
  });

  it('keeps what users said and who they are in sections of their own', () => {
    const said = [{ words: 'It hurts.', who: 'A porter' }];
    const { sections, after } = given(QUICK_STARTED)
      .when('lead', 'note-findings', { said })
      .then('findings-noted');
    expect(sections.map(({ type }) => type)).to.deep.equal(['facts', 'voice', 'contributor']);
    expect(after.quick).to.deep.include({ said, owned: null });
  });

  it('gives each quote an id by kind and number, its price in a section of its own', () => {
    const { sections, after } = given(QUICK_FOUND)
      .when('lead', 'list-quotes', { options: QUICK_OPTIONS })
      .then('quotes-listed');
    expect(after.quick?.options.map(({ id }) => id)).to.deep.equal(['bid-1', 'bid-2', 'business-as-usual-1']);
    expect(sections.filter(({ type }) => type === 'price')).to.have.lengthOf(3);
    expect(JSON.stringify(sections.filter(({ type }) => type !== 'price'))).to.not.contain('640000');
    expect(after.quick?.options[1]?.price).to.deep.equal({
      termMonths: 12,
      wholeTermPence: 380_000,
      leavingPence: null,
    });
  });

  it('keeps the id of a quote that is listed again, and gives a new one a number that was never used', () => {
    const again = [{ ...QUICK_OPTIONS[1], option: 'bid-2' }, { ...QUICK_OPTIONS[0] }];
    const { after } = given(QUICK_DISCUSSED)
      .when('lead', 'list-quotes', { options: again })
      .then('quotes-listed');
    expect(after.quick?.options.map(({ id }) => id)).to.deep.equal(['bid-2', 'bid-3']);
    given(QUICK_DISCUSSED)
      .when('lead', 'list-quotes', { options: [{ ...QUICK_OPTIONS[0], option: 'bid-9' }] })
      .isRefused('invalid-input');
  });

  it('marks every option on each criterion, and only those listed', () => {
    const [first] = QUICK_CRITERIA;
    const short = { ...first, marks: { 'bid-1': 4, 'bid-7': 1 } };
    const refusal = given(QUICK_LISTED)
      .when('lead', 'discuss-criteria', { criteria: [first, short] })
      .isRefused('incomplete');
    expect(refusal.faults.map(({ path }) => path)).to.deep.equal([
      '/criteria/1/marks/bid-2',
      '/criteria/1/marks/business-as-usual-1',
      '/criteria/1/marks/bid-7',
    ]);
    given(QUICK_LISTED)
      .when('lead', 'discuss-criteria', { criteria: QUICK_CRITERIA })
      .then('criteria-discussed');
  });

  it('ranks by the marks with criteria weighed alike, and not before every mark is there', () => {
    expect(resultOfQuick(tellAll(QUICK_LISTED).state)).to.equal(null);
    const result = resultOfQuick(tellAll(QUICK_DISCUSSED).state);
    // 4+4+3, 2+3+1 and 1+3+5 of 15, with weights 33.34, 33.33 and 33.33%.
    expect(result?.options.map(({ total }) => total)).to.deep.equal([73.334, 40, 59.996]);
    expect(result?.winner).to.equal('bid-1');
  });
});

describe('options that are level on three criteria', () => {
  it('share the first place, though three equal weights cannot be whole hundredths of a per cent', () => {
    const marks = [
      { 'bid-1': 4, 'bid-2': 3, 'business-as-usual-1': 0 },
      { 'bid-1': 4, 'bid-2': 4, 'business-as-usual-1': 0 },
      { 'bid-1': 3, 'bid-2': 4, 'business-as-usual-1': 0 },
    ];
    const criteria = QUICK_CRITERIA.map((one, index) => ({ ...one, marks: marks[index] ?? {} }));
    const level = [...QUICK_LISTED, ['lead', 'discuss-criteria', { criteria }] as const];
    const result = resultOfQuick(tellAll(level).state);
    expect(result?.winner).to.equal(null);
    expect(result?.tied).to.deep.equal(['bid-1', 'bid-2']);
    // The control: the totals of the engine alone would part them.
    expect(result?.options[0]?.total).to.be.greaterThan(result?.options[1]?.total ?? 100);
    for (const option of ['bid-1', 'bid-2'])
      given(level)
        .when('lead', 'record-choice', { ...QUICK_CHOICE, option })
        .then('choice-recorded');
  });
});

describe('the choice of a quick record', () => {
  it('ends it: later acts are refused until it is looked at again, with a reason', () => {
    const { after } = given(QUICK_DISCUSSED)
      .when('lead', 'record-choice', QUICK_CHOICE)
      .then('choice-recorded');
    expect(after.outcome).to.include({ status: 'approved', option: 'bid-1', reviewOn: '2028-06-30' });
    expect(after.quick?.gates).to.have.lengthOf(1);
    given(QUICK_CHOSEN).when('lead', 'note-findings', { said: [] }).isRefused('too-late');
    const reopened = given(QUICK_CHOSEN).when('lead', 'reopen-record', { reason: 'The price rose.' });
    expect(reopened.then('record-reopened').after.outcome?.status).to.equal('returned');
    given(QUICK_DISCUSSED).when('lead', 'reopen-record', { reason: 'x' }).isRefused('too-early');
  });

  it('needs a written why for another than the one that the marks put first', () => {
    const other = { ...QUICK_CHOICE, option: 'business-as-usual-1' };
    const refusal = given(QUICK_DISCUSSED).when('lead', 'record-choice', other).isRefused('reason-needed');
    expect(refusal.faults[0]?.path).to.equal('/whyNotFirst');
    const why = { ...other, whyNotFirst: 'The money is needed for beds.' };
    given(QUICK_DISCUSSED).when('lead', 'record-choice', why).then('choice-recorded');
  });

  it('is refused above the limit of the organisation, and doing nothing never is', () => {
    const dear = QUICK_OPTIONS.map((one) => ({ ...one, wholeTermPence: QUICK_LIMIT_PENCE + 1 }));
    const listed = [...QUICK_FOUND, ['lead', 'list-quotes', { options: dear }] as const];
    given(listed)
      .when('lead', 'record-choice', QUICK_CHOICE)
      .isRefused('not-allowed', /limit.*Raise it/);
    const nothing = { option: 'business-as-usual-1', why: 'It can wait.' };
    given(listed).when('lead', 'record-choice', nothing).then('choice-recorded');
    const at = dear.map((one) => ({ ...one, wholeTermPence: QUICK_LIMIT_PENCE }));
    given([...QUICK_FOUND, ['lead', 'list-quotes', { options: at }] as const])
      .when('lead', 'record-choice', QUICK_CHOICE)
      .then('choice-recorded');
  });

  it('cannot stand against a gate that is not met; one that comes later has a day and an owner', () => {
    const [gate] = QUICK_CHOICE.gates;
    const withGate = (change: object) => ({ ...QUICK_CHOICE, gates: [{ ...gate, ...change }] });
    given(QUICK_DISCUSSED)
      .when('lead', 'record-choice', withGate({ answer: 'notMet' }))
      .isRefused('incomplete');
    const { gate: id, title, answer, evidence } = gate;
    const bare = { gate: id, title, answer, evidence };
    const refusal = given(QUICK_DISCUSSED)
      .when('lead', 'record-choice', { ...QUICK_CHOICE, gates: [bare] })
      .isRefused('incomplete');
    expect(refusal.faults.map(({ path }) => path)).to.deep.equal(['/gates/0/by', '/gates/0/owner']);
  });

  it('comes after interests, and somebody else judges one that is declared', () => {
    given(before(QUICK_DISCUSSED, 'declare-interest').concat(QUICK_DISCUSSED.slice(-2)))
      .when('lead', 'record-choice', QUICK_CHOICE)
      .isRefused('interests-needed');
  });

  it('owes a reply to whoever spoke by the cut-off, or names the day that forces it', () => {
    const heard = [
      ...QUICK_DISCUSSED,
      ['lead', 'open-listening', { cutOff: '2026-07-01', laterOwner: 'Lena' }] as const,
      [
        'lead',
        'contribute',
        {
          ...{ kind: 'worry', text: 'It mishears drug names.', name: 'N', role: 'Nurse', team: 'Ward 7' },
          ...{ hasSupplierLink: false, receiptHash: 'a'.repeat(64) },
        },
      ] as const,
    ];
    given(heard).when('lead', 'record-choice', QUICK_CHOICE).isRefused('unanswered-contributions');
    const forced = { ...QUICK_CHOICE, owedReason: 'The licence ends on 2 July.' };
    given(heard).when('lead', 'record-choice', forced).then('choice-recorded');
  });
});

describe('what a quick record is asked', () => {
  it('asks nothing that is not so, and stops nothing', () => {
    expect(asked(QUICK_DISCUSSED)).to.deep.equal(['leaving-not-priced']);
    expect(tellAll(QUICK_CHOSEN).state.quick?.asked).to.deep.equal([
      { id: 'leaving-not-priced', answer: 'B was asked twice and did not answer.' },
    ]);
  });

  it('asks about each thing that is left out, seen one by one', () => {
    const one = QUICK_OPTIONS[0];
    const cases: readonly (readonly [string, () => readonly string[]])[] = [
      ['users-not-heard', () => asked([...QUICK_FOUND, ['lead', 'note-findings', { said: [] }]])],
      ['owned-not-said', () => asked([...QUICK_FOUND, ['lead', 'note-findings', { said: [] }]])],
      ['doing-nothing-missing', () => asked([...QUICK_FOUND, ['lead', 'list-quotes', { options: [one] }]])],
      ['single-quote', () => asked([...QUICK_FOUND, ['lead', 'list-quotes', { options: [one] }]])],
      [
        'price-missing',
        () => asked([...QUICK_FOUND, ['lead', 'list-quotes', { options: [{ kind: 'bid', title: 'A' }] }]]),
      ],
      ['limit-not-set', () => asked(QUICK_DISCUSSED, null)],
      ['near-limit', () => asked(QUICK_DISCUSSED, 640_000)],
      [
        'not-bought-later',
        () =>
          asked([
            ...QUICK_FOUND,
            ['lead', 'answer-later-question', { wouldBuyLater: 'unsure', because: 'x', carryOver: 'asked' }],
          ]),
      ],
      [
        'criterion-flat',
        () => {
          const marks = { 'bid-1': 2, 'bid-2': 2, 'business-as-usual-1': 2 };
          return asked([
            ...QUICK_LISTED,
            ['lead', 'discuss-criteria', { criteria: [{ title: 'T', reason: 'R', marks }] }],
          ]);
        },
      ],
    ];
    for (const [id, ask] of cases) expect(ask(), id).to.include(id);
  });

  it('asks for the day of renewal only of something bought', () => {
    const { state } = tellAll(QUICK_DISCUSSED);
    const ids = (option: string, renewsOn: string | null) =>
      askQuick({ state, limitPence: null, choice: { option, renewsOn } }).map(({ id }) => id);
    expect(ids('bid-1', null)).to.include('renewal-missing');
    expect(ids('bid-1', '2028-01-01')).to.not.include('renewal-missing');
    expect(ids('business-as-usual-1', null)).to.not.include('renewal-missing');
  });

  it('is near the limit from 95% of it to the limit itself', () => {
    const near = (limit: number) => asked(QUICK_DISCUSSED, limit).includes('near-limit');
    expect([near(673_684), near(673_685), near(640_000), near(639_999)]).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('raising a quick record', () => {
  it('carries need, options, costs, criteria and gates into a full decision, nothing locked', () => {
    const { after } = given(QUICK_CHOSEN)
      .when('lead', 'raise-record', { purpose: 'award', reason: 'It grew.' })
      .then('record-raised');
    expect(after).to.include({ door: 'full', purpose: 'award' });
    expect(after.need).to.deep.include({ ...QUICK_NEED });
    expect(after.need?.lockedAt).to.equal(undefined);
    expect(after.outcome).to.equal(undefined);
    expect(after.options['bid-1']).to.include({
      title: 'Dictation A',
      supplier: 'Alder Speech',
      kind: 'bid',
    });
    expect(after.costs['bid-1']?.lines).to.deep.equal([
      { line: 'Price over the whole term', year: 0, pence: 640_000, tendered: true, capital: false },
      { line: 'Leaving at the end', year: 2, pence: 50_000, tendered: false, capital: false },
    ]);
    expect(after.gates['bid-1']?.['personal-data']).to.include({ answer: 'later', by: '2026-06-30' });
    expect(after.rubric?.lockedAt).to.equal(undefined);
    expect(after.quick?.raised).to.include({ choseBefore: 'bid-1', reason: 'It grew.' });
  });

  it('goes on as any full decision does, to the lock of its rubric', () => {
    const { after } = given([...QUICK_RAISED, ['lead', 'lock-need', {}], ['lead', 'lock-rubric', {}]])
      .when('lead', 'add-option', { kind: 'bid', title: 'Dictation C', summary: 'A third one' })
      .then('option-added');
    expect(Object.keys(after.options)).to.include('bid-3');
    given(QUICK_RAISED).when('lead', 'record-choice', QUICK_CHOICE).isRefused('not-allowed');
  });

  it('makes a sound rubric of any number of criteria, the scored weights alike within one basis point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (n) => {
        const criteria = Array.from({ length: n }, (_unused, index) => ({
          ...{ id: `criterion-${index + 1}`, title: `T${index}`, reason: 'r', marks: {} },
        }));
        const rubric = draftRubricOf({ ...emptyQuick, criteria }, 'T');
        expect(checkRubric(rubric)).to.deep.equal([]);
        const weights = rubric.criteria.flatMap((one) => (one.kind === 'scored' ? [one.weightBp] : []));
        expect(Math.max(...weights) - Math.min(...weights)).to.be.at.most(1);
      }),
    );
  });

  it('hides the marks given by discussion from a panel that has still to mark, and the prices too', () => {
    const named = [
      ...QUICK_RAISED,
      ['lead', 'name-person', { person: 'pan', roles: ['panel'], name: 'Pan', job: 'Nurse' }] as const,
      ['pan', 'declare-interest', { hasInterest: false }] as const,
    ];
    const { state } = tellAll(named);
    const [pan, lead] = [state.people['pan'], state.people['lead']];
    if (!pan || !lead) throw new Error('The story names nobody.');
    const at = { actor: 'lead', facts: { criteria: 3 } };
    for (const type of ['mark', 'reason', 'price'] as const) {
      expect(canSee(pan, state, { ...at, type }), type).to.equal(false);
      expect(canSee(lead, state, { ...at, type }), type).to.equal(true);
    }
    // The control: on the quick record itself both are there for whoever is on it.
    const onQuick = tellAll(QUICK_CHOSEN).state;
    expect(canSee(pan, onQuick, { ...at, type: 'mark' })).to.equal(true);
  });

  it('keeps whoever saw the prices from marking', () => {
    given(QUICK_RAISED)
      .when('lead', 'name-person', { person: 'lead', roles: ['lead', 'panel'], name: 'Lena', job: 'Manager' })
      .isRefused('not-allowed', /prices/);
  });
});

describe('the steps of a quick record', () => {
  const slugs = (steps: Parameters<typeof tellAll>[0]): readonly string[] => {
    const { state } = tellAll(steps);
    const lead = state.people['lead'];
    return lead ? tasksFor(state, lead).flatMap(({ yours, slug }) => (yours ? [slug] : [])) : [];
  };

  it('wait for the lead one after the other, and none waits when the choice is recorded', () => {
    expect(slugs(QUICK_STARTED)).to.deep.equal(['heard', 'quotes']);
    expect(slugs(QUICK_LISTED)).to.deep.equal(['weigh', 'choose']);
    expect(slugs(QUICK_CHOSEN)).to.deep.equal([]);
  });
});
