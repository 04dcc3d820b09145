import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "Outcome": section 2 of each response; the February audit for paper; the pilot paper for the pilot. */
export const outcomeMarks: ObservationsMarks = {
  criterion: 'outcome',
  options: {
    'bid-1': {
      scores: { sister: 4, registrar: 3, assistant: 4, safety: 3, integration: 3, finance: 3, training: 4 },
      reasons: {
        sister:
          'Section 2.4 shows rounds on time going from 58 to 83% on wards much like mine, with the way of counting printed beside it.',
        registrar:
          'Baseline, target and owner are all in section 2.1, but the review times in 2.5 come from a hospital two thirds our size.',
        assistant:
          'They start from our own night figure of 54% in section 2.2 and say step by step how a late round gets noticed.',
        safety:
          'Section 2.5 counts minutes from a score of five to a review, which is the right thing, over nine months at one site.',
        integration:
          'Measure, source table and owner are spelled out in 2.3, so we could compute it ourselves; the comparison hospital is smaller than us.',
        finance:
          'Section 2.1 gives a baseline and a date. The nursing time said to be released in 2.6 has no figure from anywhere else.',
        training:
          'The before and after table in 2.4 gives the month each ward went live, so the change can be tied to the product.',
      },
    },
    'bid-2': {
      scores: { sister: 4, registrar: 4, assistant: 3, safety: 4, integration: 4, finance: 5, training: 4 },
      reasons: {
        sister:
          'Three hospitals in section 2.4, two of them with more beds than ours, and all three rose above our target of 85%.',
        registrar:
          'Section 2.5 gives time to review before and after at three sites; the drop to 28 minutes is below what we ask for.',
        assistant:
          'The averages in 2.4 pass our target, yet the night line on page 31 stays flat for eight months and the text does not say why.',
        safety:
          'The split in section 2.5 shows wards for older people gaining least. I value that they printed it instead of leaving it out.',
        integration:
          'Definitions in annex A match the ones in our audit, so the change from 64 to 88% in section 2.4 compares with ours.',
        finance:
          'Section 2.4 passes our target at three sites and 2.5 says which wards gained less, with names we could ring to check.',
        training:
          'Section 2.6 separates the effect of the training weeks from the effect of the product, which makes me believe the figures in 2.4.',
      },
    },
    'bid-3': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 2, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'Section 2.2 repeats the target we set and makes the ward sister the owner of the count; no ward is named where this happened before.',
        registrar:
          'The chain from an entry at the bedside to a call to the doctor is drawn in 2.3, starting from our own 74 minutes.',
        assistant:
          'Page 12 has our figures for days and for nights and says who counts them each month, though nothing on shifts run by bank staff.',
        safety:
          'The steps in section 2.3 make sense, yet time to review gets a target only, with no starting figure by type of ward.',
        integration:
          'A measure, a monthly extract and a named owner are in section 2.4. None of it has been tried at another hospital so far.',
        finance:
          'Benefits in section 2.5 are listed in words. The one sum on page 15 counts paper saved and leaves out the outcome we asked about.',
        training:
          'Baseline, target, measure and owner are all on page 13, which is what the question asks for; results from a site in use are missing.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 1, registrar: 1, assistant: 1, safety: 1, integration: 0, finance: 2, training: 1 },
      reasons: {
        sister:
          'The February audit found 62% of rounds on time after two years of reminders: we name the outcome each month and it does not move.',
        registrar:
          'On paper I hear about a score of five by telephone, 74 minutes later at the median, and nothing in the present plan shortens that.',
        assistant:
          'Nights were at 54% in the audit. Everybody knows what we want, but a chart at the end of a bed cannot tell anyone it is late.',
        safety:
          'One chart in nine had a wrong total in the February audit, and the 2025 improvement plan lists aims without saying how they come about.',
        integration:
          'Nothing on paper produces a figure unless somebody counts charts by hand, so no outcome can be followed from month to month.',
        finance:
          'The audit gives a baseline, and the reminder cards of 2024 did lift day shifts by three points, so there is a link of sorts.',
        training:
          'We have retrained every ward twice since 2024, and the figure in the audit stayed within two points of where it began.',
      },
    },
    'pilot-1': {
      scores: { sister: 3, registrar: 2, assistant: 3, safety: 2, integration: 2, finance: 3, training: 2 },
      reasons: {
        sister:
          'For the two pilot wards page 4 gives the audit figure, a target of 80% and a count each month that I would own.',
        registrar:
          'The pilot paper argues that ward computers shorten escalation, but it measures rounds on time and never the minutes until a doctor comes.',
        assistant:
          'Section 3 of the pilot paper uses the night audit for both wards and says that the night coordinator counts every Monday.',
        safety:
          'A link from entry to alert is drawn on page 5 of the pilot paper; on the other twenty-two wards the risk stays as it is.',
        integration:
          'The form would give us timestamps at last, though the paper sets no target for the time to review and no owner for it.',
        finance:
          'Baseline, target, measure and owner are on page 4 and limited to two wards, which is what a pilot is supposed to look like.',
        training:
          'Page 4 sets a target for rounds on time, but how a form on a shared computer would change habits is left for us to guess.',
      },
    },
  },
};
