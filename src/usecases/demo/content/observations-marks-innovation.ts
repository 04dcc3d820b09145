import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "A better way of working": section 7 of each response. */
export const innovationMarks: ObservationsMarks = {
  criterion: 'innovation',
  options: {
    'bid-1': {
      scores: { sister: 4, registrar: 5, assistant: 4, safety: 4, integration: 4, finance: 4, training: 4 },
      reasons: {
        sister:
          'Section 7.2 lays out an eight week trial of a shared sickest-first list on two wards, and what result would end it.',
        registrar:
          'The list in 7.1 would change my night: fewer blind walks. The trial has an end rule and going back costs £6,500 in 7.4.',
        assistant:
          'The idea in 7.2 is that the device says which bed is due next. They want to try it on two wards and count.',
        safety:
          'A trial with a measure and an end point is described in 7.2. I would add a look at alerts that nobody answers.',
        integration:
          'It works with the product as delivered, 7.1 says, and the trial design in 7.2 names the data extract it needs from us.',
        finance:
          'The trial in 7.2 has a length, a measure and a stop. The £6,500 to go back leaves out the hours of our staff.',
        training:
          'Section 7.2 gives place, length, measures and what ends the trial, written so that a ward manager could run it.',
      },
    },
    'bid-2': {
      scores: { sister: 2, registrar: 3, assistant: 2, safety: 2, integration: 2, finance: 3, training: 3 },
      reasons: {
        sister:
          "The forecast of who will get worse in section 7.1 arrives with next year's version. What I can have now is a chart on glass.",
        registrar:
          'The list across wards in 7.3 exists today and 7.4 proposes counting calls to outreach to see whether it helped.',
        assistant:
          'Most of section 7 is about features marked as planned. I could not find what I would do differently on a night shift in March.',
        safety:
          'The model described in 7.1 is on the roadmap for 2027 and would need its own safety case, so it counts as a promise.',
        integration:
          'Section 7.2 rests on a data platform that is in test at one customer; the date in the footnote has moved before.',
        finance:
          'Setting aside the roadmap, the ward list in 7.3 can be used from the first day and comes with a measure of calls made.',
        training:
          'Section 7.3 describes handover from one list with a count of minutes before and after, which we could start with at once.',
      },
    },
    'bid-3': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 2, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'The round list in section 7.1 can be put in our own order, and page 40 says to compare minutes per round before and after.',
        registrar:
          'A shared round list with a simple count of late sets is described on page 40, available now and easy to test.',
        assistant:
          'We could set the round to start with the beds that need turning, says 7.1. That would help, and we could time it.',
        safety:
          'Photographs of the ward whiteboard in 7.2 are promised for spring; the round list alone changes little in how risk is seen.',
        integration:
          'Page 40 shows the list settings as they are in the product, and the export needed to see whether rounds got shorter.',
        finance:
          'Section 7.2 depends on a camera feature that is not on sale yet. I give little for the list, which is a sorted table.',
        training:
          'Something staff could change themselves in 7.1 and a way to see if it worked on page 40; no trial is laid out.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 0, registrar: 0, assistant: 0, safety: 0, integration: 0, finance: 1, training: 0 },
      reasons: {
        sister:
          'The chart was redrawn in 2024 and the way we do a round has stayed what it was when I qualified.',
        registrar:
          'The plan for next year keeps the same sheet, the same walk and the same telephone call, so nothing about the work changes.',
        assistant:
          'Another reminder poster is in the plan for 2027. We would go on doing the round exactly as we do it now.',
        safety:
          'Neither the improvement plan nor the audit report describes a different way of noticing that somebody is getting worse.',
        integration:
          'With paper there is nothing to build on: no list, no alert, no trend, and the plan does not claim otherwise.',
        finance:
          'The quality team says that the colour bands planned for 2027 will help; how they would be used differently is not written down.',
        training:
          "My own training plan for the paper chart repeats last year's course with new dates, and I say so without pride.",
      },
    },
    'pilot-1': {
      scores: { sister: 4, registrar: 4, assistant: 3, safety: 4, integration: 4, finance: 5, training: 4 },
      reasons: {
        sister:
          'Page 14 sets out two wards, twenty weeks, what we count and the number below which we stop. It is a proper trial.',
        registrar:
          'A trial by definition, with length, measures and end rule on page 14, and results beside observations as the new thing.',
        assistant:
          'Entering on a trolley computer changes little for me, but page 14 does say what is measured and when we would stop.',
        safety:
          'Where, how long, what is counted and what ends it are all on page 14, including a count of alerts without an answer.',
        integration:
          'Page 14 describes the test and the extract for it; going back is two days of work, though the paper gives no sum.',
        finance:
          'A trial with an end rule on page 14, and on page 15 the two days and £1,900 it takes to go back, inside its budget.',
        training:
          'Two wards, a date to decide and measures chosen with the staff of both wards, all on page 14 of the pilot paper.',
      },
    },
  },
};
