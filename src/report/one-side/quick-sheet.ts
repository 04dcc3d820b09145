import { quickOf } from '../../core/decision/quick/quick-of.ts';
import { resultOfQuick } from '../../core/decision/quick/result-of-quick.ts';
import { sureWords } from '../../core/scoring/sure-words.ts';
import type { QuickAsked, QuickOption, QuickState } from '../../core/decision/model/quick-state.ts';
import type { Block, Cell } from '../blocks.ts';
import { cell, facts, figure, frontHeading, lead, list, note, table } from '../blocks.ts';
import { shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { GATE_WORDS, KIND_WORDS, personWithJob } from '../names.ts';
import { count, dayWords, pounds } from '../numbers.ts';
import { CARRY_OVER_WORDS, LATER_WORDS } from './later-words.ts';
import { buildFoot } from './one-side.ts';
import type { OneSide, OneSideInput } from './one-side.ts';
import { answeredWords } from './question-words.ts';

/** A whole small purchase on one side: what was needed, heard, owned, offered, chosen and why. */
export const buildQuickSheet = (input: OneSideInput): OneSide => {
  const { state } = input;
  const isChosen = state.outcome?.status === 'approved' && state.door === 'quick';
  return {
    title: state.title ?? 'A purchase without a title',
    kicker: `Quick record, ${input.edition} edition`,
    status: statusOf(input),
    marks: [...(isChosen ? [] : ['DRAFT']), ...(state.example ? ['Example data'] : [])],
    blocks: [
      ...choiceBlocks(input),
      ...needBlocks(input),
      ...optionBlocks(input),
      ...criteriaBlocks(input),
      ...askedBlocks(input),
    ],
    foot: buildFoot(input.ledger),
  };
};

const statusOf = (input: ReportInput): string => {
  const { outcome, quick } = input.state;
  const again = quick?.reopened.length ? ` Looked at again ${count(quick.reopened.length, 'time')}.` : '';
  if (quick?.raised)
    return `Raised to a full decision on ${dayWords(quick.raised.at)}. This is what was recorded before.`;
  if (outcome?.status === 'approved')
    return `Recorded on ${dayWords(outcome.recordedAt)} by ${personWithJob(input, quick?.chosenBy ?? '')}.${again}`;
  return `Draft. No choice is recorded${outcome ? ' again' : ''} yet.${again}`;
};

const nameOf = (input: ReportInput, option: QuickOption): string => {
  const title =
    option.title ?? (input.state.outcome?.option === option.id ? input.state.outcome.optionTitle : null);
  return title ?? option.id;
};

const choiceBlocks = (input: ReportInput): readonly Block[] => {
  const { outcome } = input.state;
  const quick = quickOf(input.state);
  const chosen = quick.options.find(({ id }) => id === outcome?.option);
  if (!outcome || !chosen || outcome.status !== 'approved') return [];
  const price = chosen.price?.wholeTermPence ?? null;
  const supplier = chosen.supplier ? ` from ${chosen.supplier}` : '';
  const cost = price === null ? '' : `, ${pounds(price)}${termWords(chosen)}`;
  const what =
    chosen.kind === 'business-as-usual'
      ? 'Nothing is bought.'
      : `Chosen: ${nameOf(input, chosen)}${supplier}${cost}.`;
  return [
    lead(what),
    facts(
      ['Why', outcome.why ?? outcome.shareableWhy ?? shown(input, null, 'bid')],
      ['Why not the one the marks put first', outcome.whyNotFirst],
      ['Looked at again', outcome.reviewOn ? dayWords(outcome.reviewOn) : 'No date is set'],
      [
        'Limit for quick records that day',
        quick.limitPence === null ? 'None was set' : pounds(quick.limitPence),
      ],
    ),
  ];
};

const termWords = ({ price }: QuickOption): string =>
  price?.termMonths ? ` over ${count(price.termMonths, 'month')}` : '';

const needBlocks = (input: ReportInput): readonly Block[] => {
  const { need, money, contributions } = input.state;
  const { said, owned, later } = quickOf(input.state);
  const heard = Object.keys(contributions).length;
  const words = said.map(
    (one) => `“${shown(input, one.words, 'voice')}” (${shown(input, one.who, 'contributor')})`,
  );
  return [
    facts(
      ['The need', need ? shown(input, need.problem, 'text') : 'Not stated yet'],
      ['Who has it', need ? shown(input, need.affected, 'text') : null],
      ['It worked when', need ? shown(input, need.measure, 'text') : null],
      [
        'What users said',
        words.length > 0 ? words.join('\n') : `Nobody is quoted${heard > 0 ? '' : ' (n = 0)'}`,
      ],
      ['Heard by link or poster', heard > 0 ? count(heard, 'contribution') : null],
      ['What we own already', owned],
      [
        'Money with an end',
        money?.offered
          ? `${money.spendBy ? `To be spent by ${dayWords(money.spendBy)}. ` : ''}${later ? `${LATER_WORDS[later.wouldBuyLater]}: ${shown(input, later.because, 'text')} ${CARRY_OVER_WORDS[later.carryOver]}.` : ''}`
          : null,
      ],
    ),
  ];
};

/** Options are named once and then by a letter, so that a criterion has room for its reason. */
const letterOf = (index: number): string => 'ABCDE'.charAt(index);

const optionBlocks = (input: ReportInput): readonly Block[] => {
  const { options } = quickOf(input.state);
  const rows = options.map((option, index): readonly Cell[] => {
    const { price } = option;
    const money = (pence: number | null | undefined): Cell =>
      figure(
        price === null ? shown(input, null, 'price') : typeof pence === 'number' ? pounds(pence) : 'Not said',
      );
    const kind = ['bid', 'business-as-usual'].includes(option.kind) ? null : KIND_WORDS[option.kind];
    const notes = [option.supplier, kind, option.note].filter((words) => words !== null);
    return [
      cell(`${letterOf(index)}. ${nameOf(input, option)}`, ...(notes.length > 0 ? [notes.join('. ')] : [])),
      figure(price?.termMonths ? count(price.termMonths, 'month') : ''),
      money(price?.wholeTermPence),
      money(price?.leavingPence),
    ];
  });
  return table('What was compared', ['Option', 'Term#', 'Whole term#', 'Leaving#'], rows);
};

const criteriaBlocks = (input: ReportInput): readonly Block[] => {
  const { criteria, options } = quickOf(input.state);
  const isSeen = criteria.some(({ marks }) => marks !== null);
  if (!isSeen) {
    return criteria.length > 0
      ? [
          note(
            `${count(criteria.length, 'criterion', 'criteria')} were discussed; the marks and reasons are withheld in this edition.`,
          ),
        ]
      : [];
  }
  const result = resultOfQuick(input.state);
  const titles = Object.fromEntries(options.map((option) => [option.id, nameOf(input, option)]));
  const criterionTitles = Object.fromEntries(criteria.map(({ id, title }) => [id, title ?? id]));
  const sure = result && sureWords(result, titles, criterionTitles);
  return [
    ...table(
      'Talked through, each out of 5, weighed alike',
      ['Criterion', ...options.map((_option, index) => `${letterOf(index)}#`)],
      criteria.map(({ title, reason, marks }) => [
        cell(shown(input, title, 'text'), shown(input, reason, 'reason')),
        ...options.map(({ id }) => figure(marks?.[id] === undefined ? '' : String(marks[id]))),
      ]),
    ),
    ...(sure ? [note(sure)] : []),
  ];
};

const askedBlocks = (input: ReportInput): readonly Block[] => {
  const { gates, asked } = quickOf(input.state);
  const gateItems = gates.map((gate) => {
    const owner = gate.by ? ` by ${dayWords(gate.by)}, ${shown(input, gate.owner, 'name')}` : '';
    return `${gate.title ?? gate.id}: ${GATE_WORDS[gate.answer].toLowerCase()}${owner}. ${shown(input, gate.evidence, 'bid')}`;
  });
  const people = Object.values(input.state.people);
  const declared = people.filter(({ interest }) => interest);
  const linked = declared.filter(({ interest }) => interest?.hasInterest).length;
  return [
    ...(gateItems.length > 0 ? [frontHeading('Gates that apply'), ...list(gateItems)] : []),
    ...(asked.length > 0
      ? [
          frontHeading('Asked before the choice'),
          ...list(asked.map((one) => answeredWords(input, withWaiver(one, quickOf(input.state))))),
        ]
      : []),
    facts([
      'Interests',
      `${declared.length} of ${count(people.length, 'person', 'people')} declared; ${linked === 0 ? 'none has a link with a supplier' : `${linked} with a link, judged by somebody else`}.`,
    ]),
  ];
};

/** Why one quote is enough was said once, for the waiver note; it is the answer to that question, too. */
const withWaiver = (one: QuickAsked, { singleQuoteReason }: QuickState): QuickAsked =>
  one.id === 'single-quote' ? { ...one, answer: one.answer ?? singleQuoteReason } : one;
