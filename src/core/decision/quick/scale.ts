import type { Level } from '../../rubric/rubric.ts';

/** The scale on which one or two people mark by discussion, the same as that of the small-purchase rubric. */
export const QUICK_SCALE: readonly Level[] = [
  { score: 0, label: 'Nothing shown', evidence: 'No answer, or an answer to some other question.' },
  { score: 1, label: 'Claimed in part', evidence: 'The supplier says so for part of the question.' },
  { score: 2, label: 'Claimed', evidence: 'The supplier says so for all of it; we have seen nothing.' },
  { score: 3, label: 'Seen', evidence: 'We have seen what matters most, or hold a document that shows it.' },
  { score: 4, label: 'Seen in full', evidence: 'We have seen all of it, or hold documents for all of it.' },
  {
    score: 5,
    label: 'Seen, and more than asked',
    evidence: 'As 4, and the extra serves the need and was seen.',
  },
];

export const QUICK_HIGHEST = 5;
