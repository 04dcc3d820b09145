import type { DemoReply } from './demo-decision.ts';

/** What came of each contribution, in the order of answering. One reply answers two people at once. */
export const observationsReplies: readonly DemoReply[] = [
  {
    on: '2026-05-06',
    contributions: ['one-night'],
    fate: 'passed-on',
    reply:
      'Thank you for telling us. This is about the care of one patient, so it went to the patient safety team on 5 May; they will write to you. We have deleted the words here, because this record may be published.',
  },
  {
    on: '2026-05-19',
    contributions: ['carried-on-a-towel'],
    fate: 'changed-need',
    reply:
      'You told us that nights look different and why. The need now says so, gives the night figure of 54%, and sets a target for nights of its own: 80% by October 2027.',
  },
  {
    on: '2026-05-19',
    contributions: ['outreach-hears-late'],
    fate: 'changed-need',
    reply:
      'You showed us a measure that we had left out. Time from a score of five to a review is now the second measure of success, starting from your 74 minutes, with a target of 30.',
  },
  {
    on: '2026-06-08',
    contributions: ['slower-than-paper'],
    fate: 'changed-rubric',
    reply:
      'We moved two parts in 100 from evidence to fit with frontline work, which now weighs more than anything else. Suppliers have to time a full round on your kind of ward against the chart.',
  },
  {
    on: '2026-06-08',
    contributions: ['eleven-wards', 'wireless-drops'],
    fate: 'changed-rubric',
    reply:
      'One answer to two of you, because you described the same gap: trials that never meet a real shift. Bank and night staff now take part in every trial, and for ten minutes of it the network is switched off. What gets lost is counted.',
  },
  {
    on: '2026-06-08',
    contributions: ['sickest-first'],
    fate: 'contract-requirement',
    reply:
      'A list across wards, sickest first, with the trend over 24 hours, is requirement 14 of the contract. It has to work before the second ward goes live.',
  },
  {
    on: '2026-06-08',
    contributions: ['desk-shuts-at-eight'],
    fate: 'contract-requirement',
    reply:
      'Support at all hours is requirement 21. Where a bid leaves nights to us, the cost of our own night cover is added to that bid, so that the comparison is fair to your team.',
  },
  {
    on: '2026-06-08',
    contributions: ['walking-oxygen'],
    fate: 'considered-not-used',
    reply:
      'We tried this out on paper with two wards. A second set of fields made each round longer, which other colleagues had warned us about, so it is not in this purchase. The first review in 2027 looks at it again and you are invited.',
  },
  {
    on: '2026-09-10',
    contributions: ['first-shift'],
    fate: 'contract-requirement',
    reply:
      'Yes. Requirement 30: a log-in before the first booked shift, and a guide at the bedside of fifteen minutes at most, day or night. It is checked with ten bank colleagues before ward three.',
  },
  {
    on: '2026-09-10',
    contributions: ['gloves-and-dark'],
    fate: 'contract-requirement',
    reply:
      'All three points are in the contract as requirements 31 to 33. You and two colleagues from nights are asked to accept the devices before they are paid for.',
  },
  {
    on: '2026-09-10',
    contributions: ['meal-orders'],
    fate: 'out-of-scope',
    reply:
      'Meal orders belong to another contract, so this purchase cannot settle it. We have told the catering lead, who owns that contract, that the devices could be shared, and the charging racks are bought with room for both.',
  },
];
