import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "Evidence that it works": section 4 and annex C of each response. */
export const evidenceMarks: ObservationsMarks = {
  criterion: 'evidence',
  options: {
    'bid-1': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 2, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'Annex C is written by a university team that the supplier did not pay, about one hospital of 410 beds over nine months.',
        registrar:
          'A before and after study by outsiders in annex C, with the dropout wards reported. One site, no comparison wards, so no more than this.',
        assistant:
          'Somebody from outside came and counted, says section 4.1, nights included. I would have liked a second hospital next to it.',
        safety:
          'The evaluation in annex C was checked by others, but harm was not among the things counted and the sample of alerts is thin.',
        integration:
          'Section 4.2 links to the data tables behind the evaluation, and I could reproduce the main figure from them in an hour.',
        finance:
          "The report in annex C is still a draft awaiting review. Until it is out I treat the figures as close to the supplier's own account.",
        training:
          'Independent authors, method stated and limits listed in annex C2; it says plainly that training hours at that site were generous.',
      },
    },
    'bid-2': {
      scores: { sister: 4, registrar: 5, assistant: 4, safety: 4, integration: 4, finance: 5, training: 4 },
      reasons: {
        sister:
          'Two published papers in annex C from hospitals with our kind of wards, one with the same paper chart that we use now.',
        registrar:
          'A controlled study at two sites of our size, in print, and section 4.4 dates the checks that would follow here, with an owner.',
        assistant:
          'The people who counted were not from the company, and one of the two hospitals in annex C is an old building like ours.',
        safety:
          'Annex C reports missed deteriorations as well as speed, from a like setting. The plan in 4.4 needs our agreement before I go higher.',
        integration:
          'Section 4.3 names the record system at each study site; one is the same as ours, which makes the setting a match.',
        finance:
          'Two journals, an outside audit and, in section 4.4, quarterly checks with dates and a person: nothing more was asked for.',
        training:
          'The second paper in annex C follows staff for eighteen months, long enough to see whether the habit stays after the trainers leave.',
      },
    },
    'bid-3': {
      scores: { sister: 2, registrar: 2, assistant: 2, safety: 2, integration: 2, finance: 2, training: 1 },
      reasons: {
        sister:
          'Section 4.1 has figures from three care homes and a small hospital, collected by the supplier, and says how they counted.',
        registrar:
          "The numbers in 4.1 are the company's own, with the sampling explained. I found nobody outside who had looked at them.",
        assistant:
          'Charts and percentages on pages 22 to 24 come from their customers, counted by their staff, for three months at a time.',
        safety:
          'Own data with a stated method in section 4.1. For something that guides care I would want an outside check, and there is none.',
        integration:
          'Section 4.2 explains the extract behind the figures well enough to follow, but it was run by the supplier on its own hosting.',
        finance:
          'Four customers and one page of method in section 4.1, all from the supplier. The largest site has a fifth of our beds.',
        training:
          'What I find in section 4 are quotations from matrons with a percentage here and there; the method covers only one of the sites.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 3, registrar: 2, assistant: 2, safety: 3, integration: 1, finance: 3, training: 2 },
      reasons: {
        sister:
          'The February audit of 1,200 charts was run by the quality team, not by the wards, and is as solid as anything here.',
        registrar:
          'We have our own audit and its method, which tells us how paper does today and little about what would improve it.',
        assistant:
          'Our audit counted 1,200 charts and people from our own quality team did it, so it is the house measuring itself.',
        safety:
          'The audit was checked by the regional quality network in March, and incident reviews since 2023 point the same way.',
        integration:
          "There is one audit, done once by hand. Everything else said about paper in the file is opinion, mine as much as anybody's.",
        finance:
          'An audit of 1,200 charts, sampled at random and checked by the regional network, is evidence by somebody without a stake.',
        training:
          'The figures are our own, with the sampling written up in the audit; nobody has compared paper here with paper elsewhere.',
      },
    },
    'pilot-1': {
      scores: { sister: 2, registrar: 2, assistant: 1, safety: 2, integration: 2, finance: 1, training: 2 },
      reasons: {
        sister:
          'Our developers timed eight people in May and wrote down how, on page 7. It is a start and it is our own work.',
        registrar:
          'Page 9 promises good measurement during the pilot; before it begins there are only timings from one May afternoon, made in house.',
        assistant:
          'What people said in May is quoted on page 7. I was there, and I would not call an afternoon with a mock-up proof.',
        safety:
          'In-house timings with the method stated, and a plan on page 9 for what the pilot would add. No outside study of the form exists.',
        integration:
          'The team logged every screen change in May and published the sheet with the pilot paper; small numbers, own figures, clear method.',
        finance:
          'Comments from a mock-up session carry the pilot paper. The timings cover five tasks and are too few to rest a claim on.',
        training:
          'Timings from May are listed person by person on page 7, collected by the same colleagues who would build the form.',
      },
    },
  },
};
