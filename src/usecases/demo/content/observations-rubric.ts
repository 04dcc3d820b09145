import type { DemoRubric } from './demo-decision.ts';

/** The shipped rubric, the team's own price marks, and two changes that staff brought about. */
export const observationsRubric: DemoRubric = {
  base: 'nhs-digital-standard',
  chosen: {
    adaptation: {
      renamed: {
        id: 'electronic-observations',
        title: 'Electronic observations for adult wards (example)',
        purpose:
          'Example. The shipped rubric for a digital product, with price marks, weights and wording set for this need.',
      },
      price: {
        floorPence: 60_000_000,
        ceilingPence: 160_000_000,
        note: 'From our own estimate of May 2026: about £1.1m over five years at present value, £0.6m if everything went well, £1.6m if it did not. Both marks are published.',
      },
      laterAllowed: ['dtac-c4'],
    },
    reason:
      'The need is a product that staff use at the bedside, which is what this rubric is for. Floor and ceiling come from our own estimate before any price was seen. A connection that waits for a national approval may be met later, with a date and an owner.',
  },
  changes: [
    {
      adaptation: {
        weightBp: { 'frontline-fit': 2588, evidence: 942 },
        note: {
          quality:
            'The weights inside are 20, 22, 8, 10, 10, 5 and 10 parts of 85, in whole basis points. They were 20, 20 and 10 at the top until ward staff were heard.',
        },
      },
      because: ['slower-than-paper'],
      reason:
        'Ward nurses told us that a round slower than paper would undo the rest. Fit to frontline work goes from 20 to 22 parts in 100. Evidence gives the two parts, from 10 to 8: early talks showed that most suppliers have some, so it would separate them least.',
    },
    {
      adaptation: {
        question: {
          'frontline-fit':
            'Have the people who will use it, bank and night staff among them, done their own tasks with it at the bedside, ten minutes of them with the network switched off, and how did that compare with today?',
        },
        evidence: {
          'frontline-fit': {
            4: 'As 3, with night staff, bank or agency staff and people who use assistive technology among them; nothing entered was lost while the network was off; and no more than one task took more steps or time than it does today.',
          },
        },
      },
      because: ['eleven-wards', 'wireless-drops'],
      reason:
        'A bank nurse and a healthcare assistant described shifts that a demonstration never shows: a log-in that does not exist yet, and a network that drops. Both become part of the question and of what must be seen for a 4.',
    },
  ],
};
