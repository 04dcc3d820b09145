import type { DemoDays, DemoNeed } from './demo-decision.ts';

/** From the first statement of the need to sealed marks: one spring and summer. */
export const observationsDays: DemoDays = {
  started: '2026-04-13',
  needStated: '2026-04-15',
  peopleNamed: '2026-04-17',
  listeningOpened: '2026-04-20',
  moneyOffered: '2026-05-05',
  needRestated: '2026-05-18',
  needLocked: '2026-05-20',
  amountRecorded: '2026-05-21',
  rubricChosen: '2026-05-26',
  rubricChanged: '2026-06-05',
  rubricLocked: '2026-06-09',
  interestsDeclared: '2026-06-11',
  optionsAdded: '2026-07-27',
  costsRecorded: '2026-07-28',
  opened: '2026-07-29',
  gatesAnswered: '2026-08-05',
  marksSealed: '2026-08-27',
};

const affected =
  'About 1,450 nurses and healthcare assistants and 380 doctors on 24 adult wards at two sites, with 640 beds. Bank and agency staff work one shift in six. Critical care outreach, physiotherapists and the site team read the charts. About 52,000 adults stay with us each year.';

export const observationsNeed: DemoNeed = {
  firstInput: {
    problem:
      'Observations on adult wards are written on paper at the end of the bed. In the February audit of 1,200 charts, 62% of rounds were on time, one chart in nine had a wrong total, and nobody away from the bed could see that a patient was getting worse.',
    affected,
    measure:
      'Rounds taken on time: from 62% (audit, February 2026) to 85% by 31 October 2027, counted monthly from all wards. Owner: deputy chief nurse.',
  },
  restatedInput: {
    problem:
      'Observations on adult wards are written on paper at the end of the bed. In the February audit of 1,200 charts, 62% of rounds were on time (54% at night), one chart in nine had a wrong total, and nobody away from the bed could see that a patient was getting worse. At night one computer serves a ward, so numbers are carried on paper towels and typed in later. Outreach hears of a score of five or more by telephone, 74 minutes later at the median.',
    affected,
    measure:
      'Rounds taken on time: from 62% (54% at night) to 85% (80% at night) by 31 October 2027, counted monthly from all wards. Time from a score of five or more to review by a doctor or outreach: median from 74 to 30 minutes by the same day. Owner of both: deputy chief nurse.',
  },
  moneyInput: { offered: true, spendBy: '2027-03-31' },
  amountInput: { amountPence: 145_000_000 },
  listeningInput: {
    cutOff: '2026-08-28',
    laterOwner: 'Helen Marsh-Okoro',
    question:
      'What does a round of observations look like on your shift, and what would have to be true for a screen to be better than the chart?',
  },
};
