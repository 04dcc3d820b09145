import type { Role } from '../../../core/decision/model/roles.ts';
import type { ContributionKind, Fate } from '../../../core/decision/model/contribution.ts';
import type { CostLine, OptionKind, Purpose } from '../../../core/scoring/case.ts';
import type { RubricAdaptation } from './adapt-rubric.ts';
import type { DemoDay } from './demo-day.ts';
import type { MarksToSeal } from './marks-to-seal.ts';

/**
 * The content of one example decision, ready to be fed through the use cases. Data only: nothing here touches a
 * store, a clock or chance.
 *
 * How to read it. Parts called `...Input`, and the members called `input`, are the inputs of the commands of the same
 * name (start-decision, state-need, add-option, record-costs, ...), word for word. `days` says on which day each
 * step was taken, in order; a DemoDay is a calendar day, or a number of days from the day of seeding
 * (demo-day.ts turns both into YYYY-MM-DD). People, contributions and options are named by key:
 *
 * - a person's `key` stands for the participant id that the service makes when the person is named;
 * - a contribution's `key` stands for the id that the ledger gives it;
 * - an option's `key` is the id that `add-option` makes when the options are added in the order given.
 *
 * Whatever is optional and absent has not happened yet. A decision without `agreement` and `outcome` is waiting: the
 * person named by `seats.panel` has nothing in `seals`, so the marks of the others stay sealed.
 */
export type DemoDecision = {
  readonly key: string;
  readonly organisation: string;
  readonly startInput: { readonly title: string; readonly purpose: Purpose; readonly example: true };
  readonly days: DemoDays;
  readonly people: readonly DemoPerson[];
  readonly seats: DemoSeats;
  readonly need: DemoNeed;
  readonly rubric: DemoRubric;
  readonly tenderDeadline: DemoDay;
  readonly options: readonly DemoOption[];
  /** One for each assessor and criterion; the order is the order of sealing. */
  readonly seals: readonly DemoSeal[];
  readonly voices: readonly DemoVoice[];
  readonly replies: readonly DemoReply[];
  readonly agreement?: DemoAgreement;
  readonly outcome?: DemoOutcome;
};

/** In the order in which the steps are taken. */
export type DemoDays = {
  readonly started: DemoDay;
  readonly needStated: DemoDay;
  readonly peopleNamed: DemoDay;
  readonly listeningOpened: DemoDay;
  readonly moneyOffered: DemoDay;
  /** Absent where the need was stated once. */
  readonly needRestated?: DemoDay;
  readonly needLocked: DemoDay;
  readonly amountRecorded: DemoDay;
  readonly rubricChosen: DemoDay;
  /** Absent where nobody asked for a change. */
  readonly rubricChanged?: DemoDay;
  readonly rubricLocked: DemoDay;
  readonly interestsDeclared: DemoDay;
  readonly optionsAdded: DemoDay;
  readonly costsRecorded: DemoDay;
  readonly opened: DemoDay;
  readonly gatesAnswered: DemoDay;
  readonly marksSealed: DemoDay;
};

export type DemoPerson = {
  readonly key: string;
  readonly roles: readonly Role[];
  readonly name: string;
  readonly job: string;
  readonly interestInput: { readonly hasInterest: boolean; readonly statement?: string };
  /** How a declared interest was managed, and by whom (a person's key). */
  readonly managed?: {
    readonly by: string;
    readonly outcome: 'may-take-part' | 'stands-aside';
    readonly reason: string;
  };
};

/** Whose place a visitor takes: three people by key, and a contributor by the key of what they said. */
export type DemoSeats = {
  readonly lead: string;
  readonly panel: string;
  readonly board: string;
  readonly nurse: string;
};

export type NeedText = { readonly problem: string; readonly affected: string; readonly measure: string };

export type DemoNeed = {
  /** As first stated. */
  readonly firstInput: NeedText;
  /** As restated after hearing staff; the version that is locked. */
  readonly restatedInput?: NeedText;
  readonly moneyInput: { readonly offered: boolean; readonly spendBy: DemoDay };
  readonly amountInput: { readonly amountPence: number };
  readonly listeningInput: {
    readonly cutOff: DemoDay;
    readonly laterOwner: string;
    readonly question: string;
  };
};

/** The shipped rubric that is chosen, and what the team made of it before locking. */
export type DemoRubric = {
  /** `id` of a file in rubrics/; version 1. */
  readonly base: 'nhs-digital-standard' | 'small-buy';
  /** Made when the rubric was chosen: price marks, gates, what the documents allow. */
  readonly chosen: { readonly adaptation: RubricAdaptation; readonly reason: string };
  /** Made because of what staff said, one after the other; `because` lists contribution keys. */
  readonly changes: readonly {
    readonly adaptation: RubricAdaptation;
    readonly reason: string;
    readonly because: readonly string[];
  }[];
};

export type DemoGate = {
  readonly gate: string;
  readonly answer: 'met' | 'notMet' | 'notApplicable' | 'later';
  readonly evidence: string;
  readonly by?: DemoDay;
  readonly owner?: string;
};

export type DemoOption = {
  readonly key: string;
  readonly input: {
    readonly kind: OptionKind;
    readonly title: string;
    readonly supplier?: string;
    readonly summary: string;
    readonly incumbent?: boolean;
  };
  readonly gates: readonly DemoGate[];
  readonly costs: readonly CostLine[];
};

export type DemoSeal = { readonly assessor: string; readonly input: MarksToSeal };

export type DemoVoice = {
  readonly key: string;
  readonly on: DemoDay;
  readonly via: 'personal' | 'poster' | 'paper';
  /** For a paper slip: the person who typed it in. */
  readonly helper?: string;
  readonly input: {
    readonly kind: ContributionKind;
    readonly text: string;
    readonly name: string;
    readonly role: string;
    readonly team: string;
    readonly hasSupplierLink: boolean;
    readonly wantsCredit: boolean;
  };
  /** Sections of this entry that are erased once it is answered, on this ground. */
  readonly erase?: { readonly sections: readonly 'text'[]; readonly ground: 'passed-on' };
};

export type DemoReply = {
  readonly on: DemoDay;
  readonly contributions: readonly string[];
  readonly fate: Fate;
  readonly reply: string;
};

export type DemoAgreement = {
  readonly on: DemoDay;
  readonly consensus: readonly {
    readonly criterion: string;
    readonly option: string;
    readonly score: string;
    readonly reason: string;
  }[];
  readonly dissent: { readonly person: string; readonly on: DemoDay; readonly text: string };
};

export type DemoOutcome = {
  readonly qualitySealed: DemoDay;
  readonly pricesOpened: DemoDay;
  readonly recorded: DemoDay;
  readonly recordInput: {
    readonly outcome: 'award';
    readonly option: string;
    readonly why: string;
    readonly shareableWhy: string;
    readonly summary: string;
    readonly staffSaid: string;
    readonly risks: readonly { readonly risk: string; readonly owner: string }[];
    readonly paysAfterYearOne: string;
    readonly decideBy: DemoDay;
    readonly reviewOn: DemoDay;
    readonly stopRule: string;
  };
  readonly approved: DemoDay;
  readonly approveInput: { readonly reason: string };
  readonly notifiedOn: DemoDay;
};
