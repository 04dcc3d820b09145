import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "Getting it into use": section 6 and the plan of annex E. */
export const deliverabilityMarks: ObservationsMarks = {
  criterion: 'deliverability',
  options: {
    'bid-1': {
      scores: { sister: 4, registrar: 3, assistant: 4, safety: 3, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'Annex E names the two trainers who would stand on my ward, and section 6.3 lets us stop after ward two and ward eight.',
        registrar:
          'Our hours are listed at 3,120 and costed, doctors included. Two wards a week through January looks tight beside winter pressures.',
        assistant:
          'Twenty minutes of training at the bedside, nights too, by people with names in annex E. That is a plan I can picture.',
        safety:
          'Hours and cover are costed in 6.2. The hazard workshop has a date but no chair yet, which keeps this at the middle.',
        integration:
          'Section 6.4 counts our interface work fairly. Only one of their engineers knows our record system, and nobody is named to stand in.',
        finance:
          'The largest roll-out in section 6.5 was 410 beds with nine staff. Our 640 beds in five months is their plan, not their record.',
        training:
          'Both halves are in annex E and the cover for bank staff is costed; the points to stop are there without what they depend on.',
      },
    },
    'bid-2': {
      scores: { sister: 4, registrar: 4, assistant: 4, safety: 4, integration: 4, finance: 5, training: 5 },
      reasons: {
        sister:
          'Annex E has a week by week sheet for each ward with the names on both sides and dates on which we may stop.',
        registrar:
          'Section 6.2 costs 4,400 of our hours and says whose. Doctors in training get their session on changeover day, which is sensible.',
        assistant:
          'They put a trainer on every night for the first two weeks of each ward, names in annex E, and count our time.',
        safety:
          'The hazard log owner, the workshop dates and three points to stop are named in 6.3, each with what it depends on.',
        integration:
          'Named people for each interface, test dates and a way back are in 6.4; the comparison plan had a slip of three weeks.',
        finance:
          'Two earlier plans at 590 and 720 beds are printed in 6.5 with planned and actual dates, three weeks late at worst.',
        training:
          'Planned against actual dates for two hospitals of our size in 6.5, with the training hours that it really took: rare and useful.',
      },
    },
    'bid-3': {
      scores: { sister: 3, registrar: 3, assistant: 2, safety: 3, integration: 2, finance: 2, training: 3 },
      reasons: {
        sister:
          'Section 6.1 counts two hours a nurse for training and prices the cover, so ward managers know what they would be asked for.',
        registrar:
          'Our hours and theirs are both in the table on page 36. The names are still to come, and so are the dates to stop.',
        assistant:
          'Training is on weekdays from nine to four in section 6.1. Night staff would come in on days off, and that time is not counted.',
        safety:
          'Hours for our hazard work are listed on page 37 with a cost, more than I expected; who does it is open.',
        integration:
          'The plan in 6.2 shows what the supplier does each week and has one line, without hours, for all of our interface work.',
        finance:
          'Backfill appears in 6.1 for training only. The hours of our service desk and integration team are left out of the table.',
        training:
          'Page 36 costs training and cover for day staff on both sites in enough detail to build a rota from it.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 3, registrar: 2, assistant: 3, safety: 2, integration: 2, finance: 3, training: 2 },
      reasons: {
        sister:
          'There is nothing to install. The cost of chart audits and of our hours for them is known and sits in ward budgets.',
        registrar:
          'Keeping paper has no date by which anything improves. The reminder rounds planned for spring leave out the doctors who take part.',
        assistant:
          'We carry on as we are, and the hours for filing and copying are known. Nobody has to cover for anybody to learn it.',
        safety:
          'The improvement plan of 2025 gives the quality team tasks and dates; the ward time for double checking totals is not in it.',
        integration:
          'Storage moves to another building in 2027 according to the estates plan, and our hours for that move appear nowhere.',
        finance:
          'Printing, scanning and audit hours are budgeted line by line for next year, so both the money and the time are visible.',
        training:
          'Each refresher since 2024 was planned by my team without counting the ward hours that it took, and that has not changed.',
      },
    },
    'pilot-1': {
      scores: { sister: 3, registrar: 4, assistant: 3, safety: 3, integration: 3, finance: 3, training: 4 },
      reasons: {
        sister:
          'Page 12 costs the hours of both wards and the cover for them, and it starts small enough for me to believe it.',
        registrar:
          'People are named on page 12 and there is a stop date at week eight and week twenty, each with the figure it turns on.',
        assistant:
          'Both wards know who to ring and the hours are counted. Nights are covered by one super user, which may not stretch.',
        safety:
          'As the maker we would owe the full safety case ourselves; page 13 lists the hours and the money without naming who writes it.',
        integration:
          'The work is set out and costed on page 13. One and a half developers build it, and holidays are not in the plan.',
        finance:
          'Costs and hours for two wards are complete on page 12; what a wider roll-out would take from us is a single line.',
        training:
          'Named super users, hours for cover and dated points to stop on page 12, all written with the two wards and not for them.',
      },
    },
  },
};
