import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "Fit to frontline work": the trial logs of July (annex B of each response) and today's paper round. */
export const frontlineFitMarks: ObservationsMarks = {
  criterion: 'frontline-fit',
  options: {
    'bid-1': {
      scores: { sister: 5, registrar: 4, assistant: 5, safety: 4, integration: 4, finance: 3, training: 4 },
      reasons: {
        sister:
          'Annex B2 times 71 seconds for a full set against 96 on paper, at the bed, gloves on, three nights running: that is time for patients.',
        registrar:
          'Three colleagues in the log of annex B found the sickest patient in two taps; on paper they walk round four bays first.',
        assistant:
          'I was one of the fourteen. With the network off for ten minutes nothing I typed was lost, and annex B3 says so for all 42 sets.',
        safety:
          'Bank staff, nights and a colleague with low vision are all in annex B1, and the six wrong entries are listed with what caused them.',
        integration:
          'Annex B3 is the only log that shows the queue on the device emptying itself after the network came back, with times to the second.',
        finance:
          'Fourteen people on two wards is a small trial, and B4 records that entering a late set took two more taps than the chart does.',
        training:
          'Eleven of the fourteen in annex B1 needed no help after the first round; late entries were slower, which B4 admits and times.',
      },
    },
    'bid-2': {
      scores: { sister: 2, registrar: 3, assistant: 2, safety: 3, integration: 3, finance: 4, training: 3 },
      reasons: {
        sister:
          'At 118 seconds a set in annex B2, a round of 28 patients takes ten minutes longer than paper. Nobody tried it on a night.',
        registrar:
          'Annex B lists times and errors for eleven staff. The doctor view is clear, though I scrolled past four screens to reach the trend.',
        assistant:
          'Fourteen taps for one set, and three of the forty sets in annex B3 had to be typed again when the network came back.',
        safety:
          'Tasks, times and errors are all logged in annex B2 for eleven people; the log covers day shifts only, so it cannot go higher.',
        integration:
          'The log in annex B3 is honest about three sets lost on reconnecting, and a correction is described with a version number.',
        finance:
          'Annex B4 shows the time per set falling by a third over five rounds, so the 118 seconds measure a first week, not a working year.',
        training:
          'Eleven staff did their own rounds and the errors are listed in annex B2. One bank nurse took part and no one from nights.',
      },
    },
    'bid-3': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 3, integration: 2, finance: 3, training: 3 },
      reasons: {
        sister:
          "Six of us did real rounds and annex B gives 99 seconds a set, level with paper. I could read the screen at arm's length.",
        registrar:
          'The doctor page in annex B2 shows the last twelve hours on one screen; only one doctor tried it, on one afternoon.',
        assistant:
          'About the same speed as the chart in annex B2. The pain score sits on a second page and two of six people missed it.',
        safety:
          'Times and errors are written down for the four tasks that matter most, with six staff taking part, none of them at night.',
        integration:
          'Four of the seven tasks in our script were timed in annex B; for the rest we have a sentence saying that staff coped.',
        finance:
          'Six staff, real tasks, times listed task by task on page 41: it meets the wording of the question and goes no further.',
        training:
          'The six in annex B1 were shown round for an hour first, longer than bank staff will get; the times that follow are fair.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 2, registrar: 2, assistant: 3, safety: 1, integration: 2, finance: 3, training: 2 },
      reasons: {
        sister:
          'Everyone can use a paper chart, true, but the 96 seconds timed in July leave out the walk to copy scores onto the board.',
        registrar:
          'I know my way round the chart. Finding who is sickest still means walking to every bed end, as the July timing showed.',
        assistant:
          'No log-in, no battery, works in the dark with a pen torch: 96 seconds when timed in July, and bank staff know it.',
        safety:
          'Totals are added in the head at five in the morning. The February audit found one in nine wrong, and nothing catches it.',
        integration:
          'People manage with it every day, but the numbers are then typed again into the record and the handover sheet, as the audit describes.',
        finance:
          'It was timed on the same seven tasks in July and beat one of the bids, so real use by real staff is on file.',
        training:
          'It needs no course, yet the audit lists charts that cannot be read, missing dates and sheets filed with the wrong patient.',
      },
    },
    'pilot-1': {
      scores: { sister: 3, registrar: 3, assistant: 2, safety: 3, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'Eight of us tried the mock-up in May with our own patients in mind; page 7 lists what got in the way, the trolley most of all.',
        registrar:
          'The mock-up puts observations beside blood results, which I liked, and page 7 gives times for five tasks done by eight people.',
        assistant:
          'You wheel a computer to each bed and find a socket. At night I would write on paper and type it in later, as people did in May.',
        safety:
          'The list of what went wrong in May is complete: eleven items with causes on page 8, including two entries against the wrong patient.',
        integration:
          'It is a form in the record that staff know already; the May session on page 7 timed five of the seven tasks in our script.',
        finance:
          'Eight people used a mock-up rather than a product. Page 7 has notes from that day and only some of the timings.',
        training:
          'The May session had eight staff from both wards with tasks, times and errors noted; bank and night staff come later, the paper says.',
      },
    },
  },
};
