import type { LettersMarks } from './letters-people.ts';

/** What two of three assessors have sealed. Section numbers are those of each response; "the trial" lasted two weeks. */
export const lettersMarks: readonly LettersMarks[] = [
  {
    criterion: 'need-fit',
    options: {
      'bid-1': {
        scores: { consultant: 4, secretary: 4 },
        reasons: {
          consultant:
            'In the trial I did dictation, correction, signing and sending on my own clinic, and section 2 covers the copy to the patient.',
          secretary:
            'Every task on our list was done with it in the trial, urgent letters among them, using thirty recordings of ours.',
        },
      },
      'bid-2': {
        scores: { consultant: 3, secretary: 4 },
        reasons: {
          consultant:
            'Dictating and sending worked in the trial. Letters with two signatures, which my clinic needs each week, were shown on slides only.',
          secretary:
            'The typing pool view in section 2.3 does all that our queue does, and we saw it with our own recordings, agency work included.',
        },
      },
      'business-as-usual-1': {
        scores: { consultant: 2, secretary: 3 },
        reasons: {
          consultant:
            'Letters do get written, 17 days later. Tracing where one is takes three systems, as the queue count in the need shows.',
          secretary:
            'We do every task in the need today, by hand and in time for urgent ones; electronic sending stops at 61%.',
        },
      },
    },
  },
  {
    criterion: 'ease-of-use',
    options: {
      'bid-1': {
        scores: { consultant: 3, secretary: 5 },
        reasons: {
          consultant:
            'Three of us used it for a week. It hears me well in a quiet room and less well in clinic two, page 4 of the trial notes.',
          secretary:
            'Six secretaries, two of them part time and one with a screen reader, worked from the one-page guide and finished without asking.',
        },
      },
      'bid-2': {
        scores: { consultant: 4, secretary: 2 },
        reasons: {
          consultant:
            'The microphone with its buttons is what I am used to; four colleagues tried it, one of them left-handed, and the notes list two snags.',
          secretary:
            'One of my team tried it on two letters. Every change to a template is a request to the supplier, says section 3.2.',
        },
      },
      'business-as-usual-1': {
        scores: { consultant: 3, secretary: 3 },
        reasons: {
          consultant:
            'I can use a recorder in my sleep, and what gets in the way, batteries and lost files, was written down for the need.',
          secretary:
            'All of us know it and the snags are listed: unclear sound, files sent twice, and no way to see whose turn it is.',
        },
      },
    },
  },
  {
    criterion: 'support-and-exit',
    options: {
      'bid-1': {
        scores: { consultant: 4, secretary: 4 },
        reasons: {
          consultant:
            'I rang their help line twice in the trial, nine and fourteen minutes. Section 5 lets us leave with three months of notice.',
          secretary:
            'Templates and letters come out in an ordinary document format, section 5.2, and the help desk answered while I was still typing.',
        },
      },
      'bid-2': {
        scores: { consultant: 3, secretary: 2 },
        reasons: {
          consultant:
            'Hours and reply times are in section 5.1 and data come back on request within thirty days; the three-year term has a break at one.',
          secretary:
            'Help is from nine to five with times stated. As I read clause 12 we are bound for three years and pay to get templates back.',
        },
      },
      'business-as-usual-1': {
        scores: { consultant: 2, secretary: 2 },
        reasons: {
          consultant:
            'Our own desk mends recorders in working hours. The agency contract runs on for two years, clause 4, without a break.',
          secretary:
            'We help each other, and the service desk replies within a day. How we would get out of the agency terms nobody has described.',
        },
      },
    },
  },
  {
    criterion: 'safety-and-information',
    options: {
      'bid-1': {
        scores: { consultant: 4, secretary: 4 },
        reasons: {
          consultant:
            'Hazard log, data assessment and certificates are on file and in date; the wrong-word control in the safety case is one I would use.',
          secretary:
            'Each answer in section 6 has a paper behind it, and clause 7 says that recordings go after 30 days and train nothing.',
        },
      },
      'bid-2': {
        scores: { consultant: 4, secretary: 3 },
        reasons: {
          consultant:
            'A complete set of documents for version 11, with the answer about copied templates attached, all valid when we would start.',
          secretary:
            'Nothing that we must have is missing from section 6. The certificate runs out soon and recordings are kept for 90 days.',
        },
      },
      'business-as-usual-1': {
        scores: { consultant: 3, secretary: 3 },
        reasons: {
          consultant:
            'Information governance read the present arrangements last year and recorded what is required; letters to old addresses stay the known weak point.',
          secretary:
            'The required answers for recorders and post are with our data protection officer, who signed them off; window envelopes are the worry.',
        },
      },
    },
  },
];
