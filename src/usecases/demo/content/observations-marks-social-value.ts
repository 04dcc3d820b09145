import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "Social value and net zero": section 8 of each response. */
export const socialValueMarks: ObservationsMarks = {
  criterion: 'social-value',
  options: {
    'bid-1': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 3, integration: 3, finance: 3, training: 4 },
      reasons: {
        sister:
          'Two apprentices from local colleges by September 2027 and a yearly count of devices repaired, in section 8.1 and 8.3.',
        registrar:
          'Section 8.2 ties the carbon plan to our devices, with a figure for each year and a check every quarter.',
        assistant:
          'They would train two people from around here and mend devices instead of replacing them, with numbers and dates in 8.1.',
        safety:
          'What, how much, by when and who checks are all in the table of section 8.3; no earlier contract is shown.',
        integration:
          'Hosting emissions per bed are given in 8.2 with a target for year three, specific to this contract and easy to verify.',
        finance:
          'The table in 8.3 is precise about this contract. As a young firm they cannot yet show a promise of this kind kept.',
        training:
          'Apprenticeships as in 8.1, and page 51 gives the figures for one they completed at a council in 2025, so it has been done.',
      },
    },
    'bid-2': {
      scores: { sister: 4, registrar: 4, assistant: 4, safety: 4, integration: 4, finance: 5, training: 4 },
      reasons: {
        sister:
          'Fifty work placements were promised to another hospital and forty-six happened, section 8.2 reports, and we are offered twelve.',
        registrar:
          'The climate part of 8.3 counts travel of their trainers for our roll-out, with the figures reached at an earlier customer.',
        assistant:
          'Section 8.2 has a table of what was promised and what was done at the last place. Most of it was done.',
        safety:
          'Commitments in 8.1 name amounts and dates for this contract, and annex F has the report on the earlier one.',
        integration:
          'Data centre energy at 8.3 is given per customer with an outside certificate, next to the figures of their last contract and a date for ours.',
        finance:
          'Besides the record in 8.2, section 8.4 accepts the placements as a contract measure with £3,000 back for each one missed.',
        training:
          'Twelve placements over five years on our sites, and annex F shows forty-six of fifty delivered elsewhere; I can plan for those.',
      },
    },
    'bid-3': {
      scores: { sister: 3, registrar: 2, assistant: 3, safety: 3, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'Section 8.2 would have tablets mended by a workshop in town, with a yearly number and a name who reports it to us.',
        registrar:
          'Apart from the repair scheme, section 8.1 attaches the company policy on climate, the same text for every customer.',
        assistant:
          'A repair workshop with four jobs, by summer 2027, counted twice a year: page 44 says so and it concerns this contract.',
        safety:
          'Page 44 sets amounts and dates for repair and for carbon in deliveries to us, to be checked at the service review.',
        integration:
          'The number of devices repaired each year is stated in 8.2 with a baseline from our own stores, which I could confirm.',
        finance:
          'The policy in 8.1 is general and the repair figures in 8.2 come without a way to check them in the accounts.',
        training:
          'Four jobs at a local workshop and a twice-yearly report, page 44, plus a short climate target for deliveries: tied to us.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 1, registrar: 1, assistant: 1, safety: 1, integration: 1, finance: 0, training: 1 },
      reasons: {
        sister:
          'We print about 310,000 sheets a year. The green ward plan says we should print less and leaves it at that.',
        registrar:
          'Less paper is an aim in the sustainability strategy, and nothing in the present way of working would bring it about.',
        assistant:
          'There are posters about saving paper beside the cupboard where the charts are kept, and the cupboard is always full.',
        safety:
          'The aim of halving printing by 2030 is in the estates strategy; observation charts are not mentioned among the actions.',
        integration:
          'The strategy wishes for fewer printed forms. As long as charts are the record there is no action behind it.',
        finance:
          'The printing contract has no commitment to people or climate of any sort; I read all of it, schedules included.',
        training:
          'An aim to print less is stated for the whole hospital, with no number for charts and nobody who looks after it.',
      },
    },
    'pilot-1': {
      scores: { sister: 2, registrar: 2, assistant: 2, safety: 1, integration: 2, finance: 2, training: 2 },
      reasons: {
        sister:
          'The pilot would follow the hospital green plan, says page 16, which is a published policy and applies with or without it.',
        registrar:
          'Reusing computers we own is a fair point on page 16; the policies attached are those of the hospital as a whole.',
        assistant:
          'No new devices are bought, and page 16 points to the green plan. Nothing else is promised for the two wards.',
        safety:
          'Page 16 says the pilot hopes to cut paper on both wards without stating how much or referring to any action.',
        integration:
          'The published sustainability policy is attached to the pilot paper; it would read the same if the pilot never took place.',
        finance:
          'Our own green plan is cited on page 16 together with the local hiring policy, both in force regardless of this choice.',
        training:
          'The paper refers to hospital policy on apprentices and on energy. One line about less printing has no figure beside it.',
      },
    },
  },
};
