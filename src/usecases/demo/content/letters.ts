import type { DemoDecision } from './demo-decision.ts';
import { lettersMarks } from './letters-marks.ts';
import { lettersDays, lettersNeed } from './letters-need.ts';
import { lettersOptions } from './letters-options.ts';
import { LETTERS_ASSESSORS, lettersPeople } from './letters-people.ts';
import { lettersRubric } from './letters-rubric.ts';
import { lettersVoices } from './letters-voices.ts';
import { marksToSeal } from './marks-to-seal.ts';

/**
 * The waiting example: an award with two bids and today's way, a panel of three of whom two have sealed, and four
 * contributions that are owed a reply. Organisation, suppliers, people and figures are invented.
 */
export const letters: DemoDecision = {
  key: 'letters',
  organisation: 'Aldermoor Hospitals (example)',
  startInput: {
    title: 'Example: outpatient letters, dictation and sending',
    purpose: 'award',
    example: true,
  },
  days: lettersDays,
  people: lettersPeople,
  seats: { lead: 'lead', panel: 'you', board: 'board', nurse: 'quiet-room' },
  need: lettersNeed,
  rubric: lettersRubric,
  tenderDeadline: -16,
  options: lettersOptions,
  seals: lettersMarks.flatMap((table) => marksToSeal(LETTERS_ASSESSORS, table)),
  voices: lettersVoices,
  replies: [],
};
