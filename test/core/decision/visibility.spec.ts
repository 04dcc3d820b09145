import { expect } from 'chai';
import fc from 'fast-check';
import { fold } from '../../../src/core/decision/decide.ts';
import { SECTION_TYPES } from '../../../src/core/decision/model/act.ts';
import type { SectionType } from '../../../src/core/decision/model/act.ts';
import type { DecisionState, Person } from '../../../src/core/decision/model/state.ts';
import { canSee } from '../../../src/core/decision/visibility.ts';
import { toEvent } from '../../../src/usecases/decision-log.ts';
import { viewFor } from '../../../src/usecases/read-decision.ts';
import { APPROVED, OPENED } from '../../support/decision-states.ts';
import { tellAll } from '../../support/given-when-then.ts';
import { DECISION, recordActs } from '../../support/record-acts.ts';
import type { Step } from '../../support/record-acts.ts';

/**
 * Who sees what, as a table of its own: a letter for each kind of reader who sees it. Upper case has declared no
 * interest, lower case has declared nothing yet. L lead, C commercial, P panel, F trial user, A approver, U auditor,
 * M lead who marks too, X auditor who is a trial user too.
 */
const EVERYBODY = 'LCPFAUMXcpfa';
const OPEN = 'LCPAUMXcpa';
const REVEALED: Readonly<Record<Phase, string>> = {
  ...{ opened: '', half: '', marked: 'LCPAUM', sealed: 'LCPAUMX', priced: 'LCPAUMX', approved: 'LCPAUMX' },
};
const PRICES = {
  opened: 'Cc',
  half: 'Cc',
  marked: 'Cc',
  sealed: 'Cc',
  priced: 'LCPAUMXc',
  approved: 'LCPAUMXc',
};
const DISSENT = {
  ...{ opened: '', half: '', marked: 'LPAUM', sealed: 'LPAUMX', priced: 'LPAUMX', approved: 'LPAUMX' },
};
const MONEY = 'LCAUMca';
const always = (who: string): Readonly<Record<Phase, string>> => ({
  ...{ opened: who, half: who, marked: who, sealed: who, priced: who, approved: who },
});

type Phase = 'opened' | 'half' | 'marked' | 'sealed' | 'priced' | 'approved';
const TABLE: Readonly<Record<SectionType, Readonly<Record<Phase, string>>>> = {
  facts: always(EVERYBODY),
  text: always(EVERYBODY),
  name: always(EVERYBODY),
  rubric: always(EVERYBODY),
  bid: always('LCPFAUMX'),
  mark: REVEALED,
  reason: REVEALED,
  consensus: always('LCPAUM'),
  price: PRICES,
  money: { ...always(MONEY), priced: OPEN, approved: OPEN },
  interest: always('LAUMXa'),
  voice: always(OPEN),
  contributor: always(OPEN),
  dissent: DISSENT,
  receipt: always(''),
};
/** What the panel agreed exists only once marks are revealed; a trial user with a second role waits for the seal. */
const CONSENSUS_LATER = { sealed: 'LCPAUMX', priced: 'LCPAUMX', approved: 'LCPAUMX' };

const ROLES_OF: Readonly<Record<string, Person['roles']>> = {
  ...{ L: ['lead'], C: ['commercial'], P: ['panel'], F: ['frontline'], A: ['approver'], U: ['auditor'] },
  ...{ M: ['lead', 'panel'], X: ['auditor', 'frontline'] },
};

const upToNth = (steps: readonly Step[], command: string, nth: number): readonly Step[] => {
  let seen = 0;
  return steps.slice(0, steps.findIndex(([, one]) => one === command && ++seen === nth) + 1);
};
const PHASES: Readonly<Record<Phase, readonly Step[]>> = {
  opened: OPENED,
  half: upToNth(APPROVED, 'seal-marks', 1),
  marked: upToNth(APPROVED, 'file-dissent', 1),
  sealed: upToNth(APPROVED, 'seal-quality', 1),
  priced: upToNth(APPROVED, 'open-prices', 1),
  approved: APPROVED,
};

const viewerOf = (letter: string): Person => {
  const upper = letter.toUpperCase();
  const declared = letter === upper;
  return {
    id: upper === 'L' || upper === 'M' ? 'lead' : `viewer-${letter}`,
    roles: ROLES_OF[upper] ?? [],
    ...{ name: letter, job: letter, namedAt: '' },
    ...(declared ? { interest: { declaredAt: '', hasInterest: false, statement: null } } : {}),
  };
};
const expected = (type: SectionType, phase: Phase): string =>
  type === 'consensus' ? ({ ...TABLE.consensus, ...CONSENSUS_LATER }[phase] ?? '') : TABLE[type][phase];

describe('who may see what', () => {
  for (const type of SECTION_TYPES) {
    it(`follows the table for ${type}, for every reader at every phase`, () => {
      for (const phase of Object.keys(PHASES) as Phase[]) {
        const { state } = tellAll(PHASES[phase]);
        const seen = [...EVERYBODY].filter((letter) =>
          canSee(viewerOf(letter), state, { actor: 'somebody else', facts: { criterion: 'fit' }, type }),
        );
        expect(seen.sort().join(''), `${type} when ${phase}`).to.equal(
          [...expected(type, phase)].sort().join(''),
        );
      }
    });
  }

  it('shows everybody what they wrote themselves, and nobody a receipt', () => {
    const { state } = tellAll(OPENED);
    for (const letter of EVERYBODY) {
      const viewer = viewerOf(letter);
      const own = (type: SectionType): boolean =>
        canSee(viewer, state, { actor: viewer.id, facts: {}, type });
      for (const type of ['mark', 'reason', 'interest', 'dissent', 'voice'] as const)
        expect(own(type), `${type} ${letter}`).to.equal(true);
      expect(own('receipt')).to.equal(false);
    }
  });

  it('keeps a different view to its author until the last assessor has sealed, whatever it tells', () => {
    const early = ['paul', 'file-dissent', { text: 'planted-early: I gave bid two a 4.' }] as const;
    const before = upToNth(APPROVED, 'seal-marks', 3);
    const told = recordActs([...before, early]);
    const textFor = (loaded: typeof told, who: string): string => {
      const person = loaded.state.people[who];
      return person ? JSON.stringify(viewFor(loaded, person).state) : 'nobody';
    };
    for (const who of ['lead', 'pia', 'cora', 'abel'])
      expect(textFor(told, who)).not.to.include('planted-early');
    expect(textFor(told, 'paul')).to.include('planted-early');
    const sealed = recordActs([...upToNth(APPROVED, 'seal-marks', 4), early]);
    for (const who of ['lead', 'pia', 'abel', 'paul'])
      expect(textFor(sealed, who)).to.include('planted-early');
  });

  it('hides again from somebody whose new interest is not judged yet', () => {
    const { state } = tellAll(PHASES.priced);
    const waiting = { ...viewerOf('P'), interest: { declaredAt: '', hasInterest: true, statement: 'x' } };
    const at = { actor: 'somebody else', facts: { criterion: 'fit' } };
    for (const type of ['bid', 'mark', 'reason', 'consensus', 'price'] as const)
      expect(canSee(waiting, state, { ...at, type }), type).to.equal(false);
    const judged = { ...waiting, interest: { ...waiting.interest, outcome: 'may-take-part' as const } };
    expect(canSee(judged, state, { ...at, type: 'mark' })).to.equal(true);
  });
});

type See = typeof canSee;
const whole = recordActs(APPROVED);

/** The fold of what `see` lets through of the first `length` entries, as text. */
const viewText = (viewer: Person, length: number, see: See): string => {
  const entries = whole.entries.slice(0, length);
  const state = fold(DECISION, entries.map(toEvent));
  const seen = entries.map((stored) => ({
    ...toEvent(stored),
    sections: Object.fromEntries(
      stored.entry.sections.flatMap(({ name, type }) => {
        const facts = stored.openings['facts']?.value as Readonly<Record<string, unknown>>;
        const at = { actor: stored.entry.actor, facts, type: type as SectionType };
        return see(viewer, state, at) ? [[name, stored.openings[name]?.value] as const] : [];
      }),
    ),
  }));
  return JSON.stringify(fold(DECISION, seen));
};

/** The latest of the phases that these acts have reached. */
const phaseAfter = (length: number): Phase =>
  (Object.keys(PHASES) as Phase[]).findLast((phase) => PHASES[phase].length <= length) ?? 'opened';

const planted = (state: DecisionState, length: number, letter: string): readonly string[] => {
  const phase = phaseAfter(length);
  const hidden = (type: SectionType): boolean => !expected(type, phase).includes(letter);
  const revealed = (criterion: string): boolean =>
    ['pia', 'paul'].every((who) => state.marks[criterion]?.['bid-1']?.[who] !== undefined);
  return [
    ...(hidden('bid') ? ['planted-title', 'planted-summary', 'planted-supplier', 'planted-evidence'] : []),
    ...(revealed('fit') && !hidden('consensus') ? [] : ['planted-reason-pia-fit', 'planted-reason-paul-fit']),
    ...(revealed('ease') && !hidden('consensus')
      ? []
      : ['planted-reason-pia-ease', 'planted-reason-paul-ease']),
    ...(hidden('price') ? ['6666600', '9198700', 'planted-line'] : []),
    ...(hidden('money') ? ['77777700'] : []),
    ...(hidden('interest') ? ['planted-interest', 'planted-managed'] : []),
    ...(hidden('contributor') ? ['planted-contributor'] : []),
    ...(hidden('dissent') ? ['planted-dissent'] : []),
    ...(hidden('consensus') ? ['planted-consensus'] : []),
  ];
};

const assertBlind = (see: See): void =>
  fc.assert(
    fc.property(
      fc.constantFrom(...EVERYBODY),
      fc.integer({ min: OPENED.length, max: APPROVED.length }),
      (letter, length) => {
        const state = fold(DECISION, whole.entries.slice(0, length).map(toEvent));
        const text = viewText(viewerOf(letter), length, see);
        const leaked = planted(state, length, letter).filter((word) => text.includes(word));
        expect(leaked, `reader ${letter} after ${length} acts`).to.deep.equal([]);
      },
    ),
    { numRuns: 150 },
  );

describe('a decision as one reader sees it', () => {
  it('holds no planted word before its time', () => {
    assertBlind(canSee);
  });

  it('would be caught showing everything, or one thing too early', () => {
    expect(() => assertBlind(() => true)).to.throw(/Counterexample/);
    for (const type of ['reason', 'price', 'money', 'bid', 'interest', 'contributor', 'dissent'] as const) {
      expect(
        () => assertBlind((viewer, state, at) => at.type === type || canSee(viewer, state, at)),
        type,
      ).to.throw();
    }
  });

  it('is what the pages read', () => {
    for (const letter of ['L', 'P', 'c']) {
      const viewer = viewerOf(letter);
      expect(JSON.stringify(viewFor(whole, viewer).state)).to.equal(
        viewText(viewer, APPROVED.length, canSee),
      );
    }
  });
});
