import { expect } from 'chai';
import { buildReport } from '../../src/report/outline.ts';
import type { Step } from '../support/record-acts.ts';
import { contributionId, recordActs, withoutOpening } from '../support/record-acts.ts';
import { APPROVED, BEGUN, MARKED, OPENED, WAITING } from '../support/decision-states.ts';
import { inputOf, readSection } from './report-of.ts';

const internal = inputOf(APPROVED);

describe('the sections of the internal edition', () => {
  it('come in one order, numbered', () => {
    const titles = buildReport(internal).sections.map((one) => one.title);
    expect(titles).to.have.length(17);
    expect(titles[0]).to.equal('1. The recommendation in full');
    expect(titles.at(-1)).to.equal('17. How to check this document');
  });

  it('give every option, baselines included, and what was set aside with ground and reason', () => {
    const text = readSection(internal, 'options');
    expect(text).to.include('Paper, as today / business-as-usual-1 | Business as usual / In place today');
    expect(text).to.include('planted-title-three / bid-3 | The price is abnormally low');
    expect(text).to.include('planted-aside-reason / The supplier’s answer: planted-supplier-answer');
  });

  it('give the rubric with hash, lock time, every step and the share of each criterion', () => {
    const text = readSection(internal, 'rubric');
    expect(text)
      .to.match(/Locked on: \d+ June 2026, \d\d:\d\d UTC/)
      .and.include(internal.state.rubric?.hash ?? '?');
    expect(text).to.include('offline work added.');
    expect(text)
      .to.match(/Fit to the work .*\| Scored .*\| 48%/)
      .and.match(/Cost over its life \| Price \| 20%/);
  });

  it('print the notice reference of a rubric that was replaced after locking', () => {
    const locked = OPENED.findIndex(([, command]) => command === 'lock-rubric') + 1;
    const rubric = internal.state.rubric?.rubric;
    const replace: Step = [
      'lead',
      'replace-rubric',
      { rubric, reason: 'A typing mistake', noticeReference: 'NOTICE-17' },
    ];
    const text = readSection(inputOf([...OPENED.slice(0, locked), replace]), 'rubric');
    expect(text).to.include('Replaced').and.include('A typing mistake / Notice: NOTICE-17');
  });

  it('give the sub-total of each group, of the options that are out as well', () => {
    const text = readSection(internal, 'scores');
    expect(text).to.include('Sub-total of each group, of 100');
    expect(text).to.match(/What it does for the ward \| 80 \| /);
    const head = text.split('\n').find((line) => line.startsWith('Group of criteria'));
    expect(head).to.include('Bedside Notes').and.include('Paper, as today');
  });

  it('make a condition of a gate to be met later, with owner and a day in words', () => {
    const text = readSection(internal, 'gates');
    expect(text).to.include('Clinical safety | 1 March 2027 | Sana Iqbal');
    expect(text).to.include('planted-evidence-data');
  });

  it('give each mark with its reason, the first mark where it changed, and what was agreed', () => {
    const text = readSection(internal, 'scores');
    expect(text).to.include('Bedside Notes | Pia Novak | 5 | planted-reason-pia-fit');
    expect(text).to.include('Bedside Notes | Agreed by the panel | 4 | planted-consensus');
    expect(text).to.match(
      /Paul Reed \| 3 \| planted-new-reason \/ First mark 2: .* \/ Changed on .*: planted-why-changed/,
    );
    expect(text).to.include('Together | 2.5 | From 2 panel marks.');
  });

  it('say the finding of the ranking in one sentence with the numbers of the table', () => {
    const text = readSection(internal, 'scores');
    const total = /Bedside Notes \| 1 \| ([\d.]+)/.exec(text)?.[1] ?? '?';
    expect(text).to.include(`Bedside Notes reaches ${total} of 100 points; next is planted-title-two with`);
  });

  it('say what talking changed', () => {
    const text = readSection(internal, 'agreed');
    expect(text).to.include('Fit to the work | Bedside Notes | 5,\u00a03 | 4 | planted-consensus');
    expect(text).to.include('Ease of use / planted-title-two | Paul Reed | 2 | 3');
  });

  it('give cost line by line, and as paid by year', () => {
    const text = readSection(internal, 'costs');
    expect(text).to.include('planted-line / Capital, in the tendered price | £66,666 | – | –');
    expect(text).to.include(
      'Bedside Notes costs £91,356 as paid, most of it in year 0. Paper, as today costs £46,912.',
    );
  });

  it('test the ranking without each assessor, option and criterion', () => {
    const text = readSection(internal, 'robustness');
    expect(text).to.include('Bedside Notes | 2').and.include('Fit to the work | Bedside Notes');
    expect(text).not.to.include('Pia Novak');
  });

  it('give each contribution its fate, its reply and its author, and thank those who wished it', () => {
    const text = readSection(internal, 'voice');
    expect(text).to.match(
      /when the network is down\. \/ A worry, from a poster, .*planted-contributor-one, Staff nurse, Ward 7/,
    );
    expect(text).to.include('It changed the rubric / Fit now asks about working offline.');
    expect(text)
      .to.include('With thanks to planted-contributor-one.')
      .and.not.include('thanks to planted-contributor-two');
  });

  it('print a different view unedited, with its author', () => {
    expect(readSection(internal, 'dissent')).to.match(
      /^planted-dissent: I would have waited\.\nPaul Reed, Charge nurse/,
    );
  });

  it('say what was declared and how it is managed', () => {
    const text = readSection(internal, 'interests');
    expect(text)
      .to.include('planted-interest with a supplier')
      .and.include('May take part / planted-managed as small');
  });

  it('name who took part and when each step was taken', () => {
    const text = readSection(internal, 'people');
    expect(text)
      .to.include('Abel Stone | Director | Approver')
      .and.match(/Approved \/ Entry \d+ \| .* \| Abel Stone/);
  });

  it('say what the document does not know', () => {
    const text = readSection(internal, 'unknown');
    expect(text)
      .to.include('patterns in rubric')
      .and.match(/\d+ receipt codes stay with the service/);
    expect(text, 'what was simulated is not called missing').not.to.include('a simulation');
    const robustness = internal.result?.robustness;
    const without = robustness && { ...internal.result, robustness: { ...robustness, draws: null } };
    expect(readSection({ ...internal, result: without ?? null }, 'unknown')).to.include('a simulation');
    expect(readSection(inputOf(BEGUN), 'unknown')).to.include('Nobody who will use this has been heard');
  });

  it('keep notes about money and agreement out of the ranking', () => {
    expect(readSection(internal, 'scores')).not.to.match(
      /optimism bias|lifeYears|one point of quality is worth/,
    );
    expect(internal.result?.notes.map(({ path }) => path).some((path) => path.startsWith('/money'))).to.equal(
      true,
    );
  });

  it('say how to check it, with the head of the ledger', () => {
    const text = readSection(internal, 'verify');
    expect(text)
      .to.include(internal.ledger?.hash ?? '?')
      .and.include(internal.ledger?.verifyCode ?? '?');
    expect(text).to.include('verify FILE').and.include('decision-01234567-internal.json');
  });

  it('are never empty, however early the decision', () => {
    for (const acts of [BEGUN, OPENED, MARKED]) {
      const empty = buildReport(inputOf(acts)).sections.filter((one) => one.blocks.length === 0);
      expect(empty.map((one) => one.id)).to.deep.equal([]);
    }
  });
});

describe('what a reader may not see yet', () => {
  it('is said to be so, and no ranking is made of a part of the marks', () => {
    const partly = inputOf(MARKED.slice(0, -4), 'internal', 'paul');
    expect(readSection(partly, 'scores')).to.include('4 marks are sealed: not yet visible to you.');
    expect(partly.result).to.equal(null);
    expect(inputOf(WAITING, 'internal', 'pia').result).not.to.equal(null);
  });

  it('is not taken for a price of nothing', () => {
    expect(readSection(inputOf(MARKED), 'costs'))
      .to.include('not yet visible to you')
      .and.not.include('£');
    expect(readSection(inputOf(MARKED, 'internal', 'cora'), 'costs')).to.include('£66,666');
  });
});

describe('what was erased', () => {
  const erase = (seq: number, section: string) => {
    const acts: readonly Step[] = [...OPENED, ['lead', 'erase-section', { seq, section, ground: 'request' }]];
    return withoutOpening(recordActs(acts), seq, section);
  };

  it('is called erased in both editions: words of a contribution', () => {
    for (const edition of ['internal', 'shareable'] as const) {
      const text = readSection(inputOf(erase(17, 'text'), edition), 'voice');
      expect(text).to.include('Erased / A worry').and.not.include('network is down');
    }
  });

  it('is called erased: a contributor’s name, while the words stay', () => {
    const text = readSection(inputOf(erase(17, 'name')), 'voice');
    expect(text).to.include('network is down').and.include('Erased, Staff nurse, Ward 7');
  });

  it('is called erased: a name of the team', () => {
    expect(readSection(inputOf(erase(8, 'name')), 'people')).to.include('Erased | Charge nurse | Panel');
  });

  it('is told apart from what is withheld: a declared interest', () => {
    expect(readSection(inputOf(erase(12, 'statement')), 'interests')).to.include('Erased');
    expect(readSection(inputOf(OPENED, 'shareable'), 'interests'))
      .to.include('withheld')
      .and.not.include('Erased');
  });

  it('is counted', () => {
    expect(readSection(inputOf(erase(17, 'text')), 'unknown')).to.include('1 part has been erased');
  });
});

describe('a contribution that the lead alone set aside', () => {
  it('waits for the second person and is still owed an answer', () => {
    const aside: Step = [
      'lead',
      'answer-contributions',
      { contributions: [contributionId(17)], fate: 'set-aside', reply: 'Not about this.' },
    ];
    const text = readSection(inputOf([...OPENED, aside]), 'voice');
    expect(text)
      .to.include('a second person has not agreed yet')
      .and.include('1 contribution is still owed an answer');
  });
});
