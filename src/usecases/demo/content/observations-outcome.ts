import type { DemoOutcome } from './demo-decision.ts';

/** The recommendation, the approval and the notice. Figures in the text are those of the ranking. */
export const observationsOutcome: DemoOutcome = {
  qualitySealed: '2026-09-07',
  pricesOpened: '2026-09-08',
  recorded: '2026-09-14',
  recordInput: {
    outcome: 'award',
    option: 'bid-1',
    why: [
      'Wrenfold Rounds comes first with 67.94 of 100 points, ahead of Corvane Observations with 66.27 and Ostwick Chart with 54.64. It leads on quality (70.7 against 69.8) and costs £62,581 less than Corvane over five years at present value.',
      'What decided it is the bedside. In the July trial a set of observations took 71 seconds, against 96 on paper and 118 with Corvane; nothing was lost while the network was off; and bank and night staff took part. It was also the only bid whose full export our own people could open.',
      'What we give up: Corvane has the stronger evidence, has delivered at our size before and makes firmer social value promises. The margin is small: 2.3 parts in 100 of weight, moved from where Wrenfold leads to where Corvane leads, would bring the two level. Price does not turn it: Wrenfold stays first among the bids until price counts for 65 parts in 100.',
      'Against staying on paper (35.88 points) it is 32 points better and costs £296,839 more over five years at present value. The pilot in our own record system (55.38) was well designed, but would have left 22 wards on paper for a year.',
      'Conditions of award: live approval of the demographics look-up by 15 January 2027; a named stand-in for the engineer who knows our record system before ward one; source code held by a third party from signature; a full export every year, read by our integration team; requirements 14, 21 and 30 to 33, which staff asked for.',
    ].join('\n\n'),
    shareableWhy:
      'Wrenfold Rounds best meets the criteria that were published before bids came in. What decided it is the bedside: in the trial a set of observations was quicker than on paper, nothing was lost while the network was off, bank and night staff took part, and our own people could open the whole export. The roll-out stops after ward two if the measures in the need are not met.',
    summary:
      'Approve the award of a five-year contract for electronic observations on 24 adult wards to Wrenfold Systems (example supplier), at £1,075,992 present value, with the five conditions listed and a real stop after ward two.',
    staffSaid:
      'Night, bank and ward staff told us that a round must not be slower than the chart, that trials never meet a real shift, and that the wait after a high score matters as much as the round. Because of them the need gained a night target and a second measure, fit to frontline work gained weight and a harder trial, and six requirements went into the contract.',
    risks: [
      {
        risk: 'The supplier is small and has not gone beyond 410 beds: the roll-out may slip into winter or stall. Stop after ward two; dates for each ward go to the board every month.',
        owner: 'Helen Marsh-Okoro',
      },
      {
        risk: 'Alerts are raised and nobody answers, so rounds are on time and reviews are not. Outreach cover is settled ward by ward and unanswered alerts are counted from the first day.',
        owner: 'Orla Fennimore',
      },
      {
        risk: 'The demographics look-up is not approved by 15 January 2027 and staff have to check identity twice. Our own record system supplies demographics until it is.',
        owner: 'Jonas Whitlock-Ferreira',
      },
    ],
    paysAfterYearOne:
      'The medicine and surgery divisions, £158,000 a year before indexation, from the printing, scanning and copying that ends; the digital budget pays the device refresh in year 4. Agreed by both divisions on 10 September 2026.',
    decideBy: '2026-09-25',
    reviewOn: '2027-10-29',
    stopRule:
      'Stop after ward two (by 12 February 2027) or ward eight if a set of observations takes longer than 96 seconds at the median in week four, if any observation entered is lost, or if fewer than 70% of rounds on those wards are on time. Stopping costs the work done so far and one month of licence; the wards go back to paper the same day.',
  },
  approved: '2026-09-22',
  approveInput: {
    reason:
      'The method was published, the panel followed it and the reasons point at what was offered. I read the different view on file and share the worry about size; the stop after ward two and the monthly dates answer it. Staff will see their own words in this contract, and I want the night figure at every board.',
  },
  notifiedOn: '2026-09-24',
};
