import type { Block } from '../blocks.ts';
import { note, quote } from '../blocks.ts';
import { isWithheld, seqOfAct, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { personWithJob } from '../names.ts';
import { count, dayWords } from '../numbers.ts';

/** What panel members put on record against the majority, unedited. */
export const buildDissent = (input: ReportInput): readonly Block[] => {
  const { dissents } = input.state;
  if (dissents.length === 0) return [note('Nobody on the panel put a different view on record.')];
  if (isWithheld(input, 'dissent')) {
    return [
      note(
        `${count(dissents.length, 'different view is', 'different views are')} on record and withheld in this edition.`,
      ),
    ];
  }
  return dissents.map((one) => {
    const place = { seq: seqOfAct(input, 'dissent-filed', one.person), section: 'text' };
    return quote(
      shown(input, one.text, 'dissent', place),
      `${personWithJob(input, one.person)}, ${dayWords(one.at)}`,
    );
  });
};
