import type { MarkState } from '../../core/decision/model/state.ts';
import type { Block } from '../blocks.ts';
import { cell, figure, note, table, text } from '../blocks.ts';
import { isWithheld, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { criterionTitle, optionName, personName } from '../names.ts';
import { count, dayWords } from '../numbers.ts';

type Spot = { readonly criterion: string; readonly option: string; readonly mark: MarkState };

/** Where talking moved a mark: what the panel agreed beside what each had sealed, and who changed a mark and why. */
export const buildAgreed = (input: ReportInput): readonly Block[] => {
  const { consensus, markingClosed } = input.state;
  const agreed = Object.entries(consensus).flatMap(([criterion, options]) =>
    Object.entries(options).map(([option, one]) => ({ criterion, option, one })),
  );
  const changed = allMarks(input).filter(({ mark }) => mark.changes.length > 0);
  const closed = markingClosed
    ? [
        text(
          `Marking was closed on ${dayWords(markingClosed.at)} before ${markingClosed.missing.map((id) => personName(input, id)).join(', ')} had sealed. Reason: ${shown(input, markingClosed.reason, 'text')}`,
        ),
      ]
    : [];
  if (isWithheld(input, 'consensus')) {
    const counted = [
      ...(agreed.length > 0 ? [`${count(agreed.length, 'agreed mark')} on record`] : []),
      ...(changed.length > 0
        ? [`${count(changed.length, 'mark')} changed after sealing, with a reason`]
        : []),
    ];
    return [
      ...closed,
      note(
        counted.length > 0
          ? `${counted.join('; ')}. What they were is withheld in this edition.`
          : 'No mark was agreed or changed after sealing.',
      ),
    ];
  }
  return [
    ...closed,
    ...(agreed.length + changed.length === 0 ? [note('No mark was agreed or changed after sealing.')] : []),
    ...table(
      'Marks that the panel agreed on',
      ['Criterion', 'Option', 'Sealed marks#', 'Agreed#', 'Why'],
      agreed.map(({ criterion, option, one }) => [
        cell(criterionTitle(input, criterion)),
        cell(optionName(input, option)),
        figure(sealedMarks(input, criterion, option)),
        figure(shown(input, one.score, 'consensus')),
        cell(one.reason ?? (one.score === null ? shown(input, null, 'consensus') : 'As sealed')),
      ]),
    ),
    ...table(
      'Marks changed after sealing',
      ['Criterion and option', 'Who', 'First#', 'Now#', 'Why it changed'],
      changed.map(({ criterion, option, mark }) => [
        cell(criterionTitle(input, criterion), optionName(input, option)),
        cell(personName(input, mark.assessor)),
        figure(shown(input, mark.firstScore, 'mark')),
        figure(shown(input, mark.score, 'mark')),
        cell('', ...mark.changes.map((one) => `${dayWords(one.at)}: ${shown(input, one.why, 'reason')}`)),
      ]),
    ),
  ];
};

const allMarks = (input: ReportInput): readonly Spot[] =>
  Object.entries(input.state.marks).flatMap(([criterion, options]) =>
    Object.entries(options).flatMap(([option, marks]) =>
      Object.values(marks).map((mark) => ({ criterion, option, mark })),
    ),
  );

const sealedMarks = (input: ReportInput, criterion: string, option: string): string =>
  Object.values(input.state.marks[criterion]?.[option] ?? {})
    .map((mark) => shown(input, mark.score, 'mark'))
    .join(',\u00a0');
