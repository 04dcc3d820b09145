import type { GateCriterion } from '../../../core/rubric/rubric.ts';
import type { DemoRubric } from './demo-decision.ts';

const gate = (id: string, title: string, section: string): GateCriterion => ({
  id,
  title,
  kind: 'gate',
  question: `Is every question of section ${section} that applies to the offered version met?`,
  passWhen: `The ${section} gates of the rubric dtac-2.0 have been worked through for the version on offer and none is left unmet.`,
  linkToNeed: 'Letters reach the right person, complete and unseen by others.',
});

/** The short rubric, with the four DTAC gates, because the product is made for care work. */
export const lettersRubric: DemoRubric = {
  base: 'small-buy',
  chosen: {
    adaptation: {
      renamed: {
        id: 'outpatient-letters',
        title: 'Dictation and sending of outpatient letters (example)',
        purpose:
          'Example. The shipped rubric for a small purchase, with price marks of our own and one gate for each of DTAC C1 to C4.',
      },
      price: {
        floorPence: 12_000_000,
        ceilingPence: 30_000_000,
        note: 'From our own estimate before any quotation: about £220,000 over three years at present value, counting the hours of our secretaries. Both marks are published.',
      },
      addedGates: [
        gate('dtac-c1', 'DTAC C1: clinical safety', 'C1'),
        gate('dtac-c2', 'DTAC C2: data protection', 'C2'),
        gate('dtac-c3', 'DTAC C3: technical security', 'C3'),
        gate('dtac-c4', 'DTAC C4: interoperability', 'C4'),
      ],
    },
    reason:
      'The sum is small and the questions are few, so the short rubric fits. Letters carry personal data and clinical content, so the four DTAC gates are added.',
  },
  changes: [],
};
