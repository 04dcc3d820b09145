import type { Interest, Person } from '../../core/decision/model/state.ts';
import type { Block } from '../blocks.ts';
import { cell, note, table, text } from '../blocks.ts';
import { isWithheld, seqOfAct, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { personWithJob } from '../names.ts';
import { count, dayWords } from '../numbers.ts';

const OUTCOMES = { 'may-take-part': 'May take part', 'stands-aside': 'Stands aside' } as const;

/** Who declared what before seeing what was on offer, and what followed. */
export const buildInterests = (input: ReportInput): readonly Block[] => {
  const people = Object.values(input.state.people);
  const declared = people.filter((one) => one.interest);
  const linked = declared.filter((one) => one.interest?.hasInterest);
  const links =
    linked.length === 0 ? 'None of them has one' : `${count(linked.length, 'person', 'people')} declared one`;
  const counted = text(
    declared.length === 0
      ? 'Nobody has declared yet whether they have a link with a supplier.'
      : `${declared.length} of ${people.length} people named on this decision declared whether they have a link with a supplier. ${links}.`,
  );
  if (isWithheld(input, 'interest')) {
    return [
      counted,
      ...(linked.length > 0
        ? [note('What the links are and how they are managed is withheld in this edition.')]
        : []),
    ];
  }
  return [
    counted,
    ...table(
      'Declared interests',
      ['Who', 'Declared', 'How it is managed'],
      people.map((one) => personRow(input, one)),
    ),
  ];
};

const personRow = (input: ReportInput, person: Person) => {
  const { interest } = person;
  const who = cell(personWithJob(input, person.id));
  if (!interest) return [who, cell('Nothing declared yet'), cell('')];
  if (!interest.hasInterest) return [who, cell('No link', dayWords(interest.declaredAt)), cell('')];
  const place = { seq: seqOfAct(input, 'interest-declared', person.id), section: 'statement' };
  return [
    who,
    cell(shown(input, interest.statement, 'interest', place), dayWords(interest.declaredAt)),
    managedCell(input, interest),
  ];
};

const managedCell = (input: ReportInput, interest: Interest) =>
  interest.outcome
    ? cell(OUTCOMES[interest.outcome], shown(input, interest.outcomeReason ?? null, 'interest'))
    : cell('Not settled yet');
