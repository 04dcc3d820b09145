import type { Contribution, Fate } from '../../core/decision/model/contribution.ts';
import type { DecisionState } from '../../core/decision/model/state.ts';
import { FATES } from '../../core/decision/model/contribution.ts';
import { contributionsOwed, isAnswered } from '../../core/decision/voice/owed.ts';
import type { Block } from '../blocks.ts';
import { cell, figure, note, table, text } from '../blocks.ts';
import { ERASED, hiddenWords, isWithheld, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { CONTRIBUTION_WORDS, FATE_WORDS, personName, VIA_WORDS } from '../names.ts';
import { count, dayWords, listWords } from '../numbers.ts';

export const fateCounts = (
  state: DecisionState,
): readonly { readonly fate: Fate; readonly words: string; readonly n: number }[] => {
  const answered = Object.values(state.contributions).filter(isAnswered);
  return [...FATES, 'with-idea' as const]
    .map((fate) => ({
      fate,
      words: FATE_WORDS[fate],
      n: answered.filter((one) => one.fate === fate).length,
    }))
    .filter(({ n }) => n > 0);
};

/** What the people who do the work said, what came of each, and the reply they got. */
export const buildVoice = (input: ReportInput): readonly Block[] => {
  const { state } = input;
  const all = Object.values(state.contributions);
  const listening = state.listening
    ? [
        text(
          `Listening opened on ${dayWords(state.listening.openedAt)}. What arrived by ${dayWords(state.listening.cutOff)} is owed an answer before the decision; ${shown(input, state.listening.laterOwner, 'name')} looks after what arrives later.`,
        ),
      ]
    : [note('This decision did not ask staff for contributions.')];
  if (all.length === 0)
    return [...listening, ...(state.listening ? [note('No contributions are on record.')] : [])];
  return [
    ...listening,
    ...owedBlocks(state),
    ...table(
      'What came of the contributions',
      ['What came of it', 'Number#'],
      [...fateCounts(state).map(({ words, n }) => [cell(words), figure(String(n))]), ...unansweredRow(all)],
    ),
    ...table(
      'Each contribution and its answer',
      ['What was said', 'What came of it, and the reply'],
      all.map((one) => contributionRow(input, one)),
    ),
    ...creditBlocks(input, all),
  ];
};

const owedBlocks = (state: DecisionState): readonly Block[] => {
  const owed = contributionsOwed(state).length;
  return owed === 0
    ? []
    : [text(`${count(owed, 'contribution is', 'contributions are')} still owed an answer.`)];
};

const unansweredRow = (all: readonly Contribution[]) => {
  const open = all.filter((one) => !isAnswered(one)).length;
  return open === 0 ? [] : [[cell('No answer yet'), figure(String(open))]];
};

const contributionRow = (input: ReportInput, one: Contribution) => [
  cell(
    one.textErased ? ERASED : shown(input, one.text, 'voice'),
    `${CONTRIBUTION_WORDS[one.kind]}, ${VIA_WORDS[one.via]}, ${dayWords(one.receivedAt)}${one.late ? ', after the closing day' : ''}`,
    ...whoNotes(input, one),
    ...(one.hasSupplierLink ? ['Says that there is a link with a supplier'] : []),
  ),
  one.fate === undefined
    ? cell('No answer yet')
    : cell(
        one.awaitsSecondPerson
          ? 'Set aside by the lead; a second person has not agreed yet'
          : FATE_WORDS[one.fate],
        shown(input, one.reply ?? null, 'text'),
      ),
];

const whoNotes = (input: ReportInput, one: Contribution): readonly string[] => {
  if (isWithheld(input, 'contributor')) return [];
  const part = (section: 'name' | 'role' | 'team'): string =>
    one[section] ?? hiddenWords(input, 'contributor', { seq: one.seq, section });
  const who = [...new Set([part('name'), part('role'), part('team')])].join(', ');
  return [who, ...(one.helper ? [`Typed in by ${personName(input, one.helper)}`] : [])];
};

const creditBlocks = (input: ReportInput, all: readonly Contribution[]): readonly Block[] => {
  const asked = all.filter((one) => one.wantsCredit);
  if (asked.length === 0) return [];
  if (isWithheld(input, 'contributor')) {
    return [
      note(
        `${count(asked.length, 'contribution comes', 'contributions come')} from people who asked to be thanked by name; names are withheld in this edition.`,
      ),
    ];
  }
  const names = [...new Set(asked.flatMap((one) => (one.name === null ? [] : [one.name])))];
  return names.length === 0 ? [] : [text(`With thanks to ${listWords(names)}.`)];
};
