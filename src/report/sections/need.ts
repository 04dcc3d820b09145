import type { Block } from '../blocks.ts';
import { facts, heading, note, text } from '../blocks.ts';
import { hiddenWords } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { dayWords, instantWords, pounds } from '../numbers.ts';

export const buildNeed = (input: ReportInput): readonly Block[] => {
  const { need } = input.state;
  if (!need) return [note('No need has been stated yet.')];
  return [
    ...part('The problem', need.problem),
    ...part('Who is affected', need.affected),
    ...part('How we will know that it worked', need.measure),
    facts(['Locked on', need.lockedAt ? instantWords(need.lockedAt) : null], ...moneyFacts(input)),
    ...(input.ledger && !need.lockedAt
      ? [note('The need is not locked yet: its words can still change.')]
      : []),
  ];
};

const part = (title: string, words: string | null): readonly Block[] =>
  words ? [heading(title), text(words)] : [];

const moneyFacts = (input: ReportInput): readonly (readonly [string, string | null])[] => {
  const { money, timeline } = input.state;
  if (!money) return [];
  const recorded = timeline.some((item) => item.act === 'amount-recorded');
  const amount = money.amountPence === null ? hiddenWords(input, 'money') : pounds(money.amountPence);
  return [
    ['Money offered', money.offered ? 'Yes' : 'No'],
    ['To be spent by', money.spendBy ? dayWords(money.spendBy) : null],
    ['Amount available', recorded ? amount : null],
  ];
};
