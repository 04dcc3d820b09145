import type { DemoAgreement } from './demo-decision.ts';

/** The moderation meeting of 3 September: every cell whose marks lay two points or more apart was talked through. */
export const observationsAgreement: DemoAgreement = {
  on: '2026-09-03',
  consensus: [
    {
      criterion: 'outcome',
      option: 'bid-2',
      score: '4',
      reason:
        'Figures from three sites pass the target and are split by ward, which points to a 5. The night line in section 2.4 stays flat for eight months without a word of explanation, and nights are half of our need. The panel settled on 4.',
    },
    {
      criterion: 'outcome',
      option: 'business-as-usual-1',
      score: '1',
      reason:
        'The reminder cards of 2024 are a link of sorts, but the audit shows that the gain on days was gone by February. The outcome is named and nothing brings it about: 1.',
    },
    {
      criterion: 'frontline-fit',
      option: 'bid-1',
      score: '4',
      reason:
        'Time given back was measured (71 against 96 seconds), which speaks for a 5. Annex B4 also shows late entries taking two more taps. Level 4 allows one slower task and level 5 builds on it with minutes per shift, which were not measured. The panel moved to 4 from both sides.',
    },
    {
      criterion: 'frontline-fit',
      option: 'bid-2',
      score: '3',
      reason:
        'The ward marks rest on 118 seconds a set and on three lost sets; the finance mark on the speed gained over five rounds in annex B4. Tasks, times and errors are listed for eleven staff, so level 3 is met. With nobody from nights it cannot be more, and slow is not the same as not shown.',
    },
    {
      criterion: 'frontline-fit',
      option: 'business-as-usual-1',
      score: '2',
      reason:
        'Paper was timed in July, but what goes wrong with it is known from the audit and not from the timing sheet. Used by everybody, without a list of what got in the way: 2.',
    },
    {
      criterion: 'evidence',
      option: 'business-as-usual-1',
      score: '2',
      reason:
        'The audit is careful and the regional network read it. It says how paper does, not that paper works, and it was taken by our own quality team. The panel agreed on own figures with the method stated.',
    },
    {
      criterion: 'interoperability-exit',
      option: 'bid-1',
      score: '4',
      reason:
        'The export of July was read by our integration team, which is level 4. The two other integrators named in 5.3 use the interface but not the full data of a hospital, so level 5 was not reached. The question about habit was answered by a clause for a yearly export.',
    },
    {
      criterion: 'interoperability-exit',
      option: 'bid-2',
      score: '2',
      reason:
        'Five of us had read section 5 before annex D was demonstrated. The export opens only in the viewer of the supplier, which is the wording of level 2, and the price for leaving in 5.5 does not change that. The panel moved down from 3 and the lowest mark moved up, since interfaces are documented.',
    },
    {
      criterion: 'interoperability-exit',
      option: 'pilot-1',
      score: '3',
      reason:
        'The file read at a neighbouring hospital came from a mock-up, so it does not count as a full export. Formats are documented and leaving is priced on page 10 of the pilot paper: 3.',
    },
    {
      criterion: 'deliverability',
      option: 'bid-1',
      score: '3',
      reason:
        'Names and points to stop are in annex E, hours are costed in 6.2. What each stopping point depends on is missing, and so is a stand-in for the one engineer who knows our record system. Size counts only for level 5, so the largest roll-out so far did not pull the mark down further.',
    },
    {
      criterion: 'innovation',
      option: 'pilot-1',
      score: '4',
      reason:
        'A trial with place, length, measures and end rule is level 4. The £1,900 to go back leaves out the hours of ward staff, which the panel wanted to see before giving a 5; the lowest mark moved up because the question is about the trial and not about the trolley.',
    },
  ],
  dissent: {
    person: 'finance',
    on: '2026-09-04',
    text: 'I stay with a 2 for Wrenfold on getting it into use. A firm of nine has never taken a product beyond 410 beds; we have 640 and a winter in between. The panel read the scale as written and I accept the mark as theirs. If this bid comes first, I ask three things: that the stop after ward two is real, that a third party holds the source code from the start, and that the board sees the dates for each ward monthly. Were the wards less clear about the bedside, I would argue for the larger supplier.',
  },
};
