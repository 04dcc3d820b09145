import type { Block } from '../blocks.ts';
import { chart, facts, note, text } from '../blocks.ts';
import type { ReportInput } from '../input.ts';

/** How anyone can check that nothing in this document was changed after the event. */
export const buildVerify = (input: ReportInput): readonly Block[] => {
  const { ledger, state } = input;
  if (!ledger) {
    return [
      text('The PDF carries the case file it was made from, as case.json.'),
      text(
        'To check it: npm run -s counterweight -- verify FILE, where FILE is the PDF. The figures are worked out again from the case, and every page is printed again and compared; that takes the same version of the program and of its browser. There is no ledger behind a case file, so nothing shows when it was written or by whom.',
      ),
    ];
  }
  return [
    text(
      'Every act of this decision is one entry in a ledger, and each entry carries the hash of the one before. The PDF carries the entries of this edition; what is withheld or erased keeps its commitment, so the chain can be checked whole.',
    ),
    facts(
      ['Decision', state.id],
      ['Last entry', String(ledger.seq)],
      ['Hash of the last entry', ledger.hash],
      ['Verify code', ledger.verifyCode],
      ['File inside the PDF', ledger.attachment],
    ),
    text(
      'To check it: npm run -s counterweight -- verify FILE, where FILE is this PDF or the file inside it. The answer is “intact”, or every fault found. Of this PDF, every page is printed again from the file inside and compared; that takes the same version of the program and of its browser, and verify says so where it has another.',
    ),
    chart(
      ledger.qrDrawing,
      ledger.verifyUrl
        ? `The verify code as a picture for a phone: ${ledger.verifyUrl}`
        : 'The verify code as a picture for a phone.',
    ),
    note(
      'Compare the verify code with one that was written down or published earlier: if they agree, nothing up to that entry was changed since.',
    ),
  ];
};
