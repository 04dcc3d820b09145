import type { ObservationsMarks } from './observations-people.ts';

/** Marks on "Working with other systems, and leaving": section 5 and the export of annex D. */
export const interoperabilityMarks: ObservationsMarks = {
  criterion: 'interoperability-exit',
  options: {
    'bid-1': {
      scores: { sister: 4, registrar: 4, assistant: 3, safety: 4, integration: 5, finance: 3, training: 4 },
      reasons: {
        sister:
          'Our own people opened the July export from annex D and showed me a week of my ward in it, so leaving has been tried.',
        registrar:
          'Results and observations land on one timeline in the record through the documented interface of 5.1; the export was read here in July.',
        assistant:
          'Section 5.2 says the bed list follows a patient between wards in under a minute. The leaving part I could only take as written.',
        safety:
          'Published standards in 5.1, a price for leaving in 5.4, and in annex D an export that we checked against forty charts.',
        integration:
          'Two integrators other than the supplier run on the same interface today, 5.3 names both, and I read the full export myself.',
        finance:
          'Help with leaving is priced at £18,000 in section 5.4 and the formats are open. One export in July is not yet a habit.',
        training:
          'Annex D shows a full export read by our integration team, notes and times included; the glossary made sense even to me.',
      },
    },
    'bid-2': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 3, integration: 1, finance: 3, training: 2 },
      reasons: {
        sister:
          'Section 5.2 lists the connections to the record and the bed board, and 5.5 gives a price for help at the end.',
        registrar:
          'Interfaces are documented in 5.1 and the discharge summary can draw on them. Each further connection costs a fee, says 5.3.',
        assistant:
          'They connect to the bed board according to section 5.2, and help with leaving has a price, so both halves are answered.',
        safety:
          'Interface documents are public in 5.1 and leaving is priced. The export in annex D was not opened outside the company, so no higher.',
        integration:
          'The July export in annex D opened only in their own viewer. With a fee for every interface in 5.3 we would not get out unaided.',
        finance:
          'Leaving costs are stated in 5.5 at £46,000, with the standards named in 5.1; the fee table in 5.3 is at least complete.',
        training:
          'The export of annex D comes as one file for their viewer. It is documented, and everything else in section 5 follows from that.',
      },
    },
    'bid-3': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 3, integration: 3, finance: 2, training: 3 },
      reasons: {
        sister:
          'Section 5.1 says in plain words what goes to the record and what comes back, and leaving is priced on page 33.',
        registrar:
          'Standards for observations and results are named in 5.1, and the interface guide can be read without signing anything.',
        assistant:
          'They list how a move between wards is handled in section 5.2, and the price for handing our data back is there.',
        safety:
          'Open standards and a price for leaving in 5.4; no export was made in July because their test system was being moved.',
        integration:
          'A documented interface that I called from our test record within a day. Nobody has tried the export, so it rests on section 5.4.',
        finance:
          'The price for leaving in 5.4 covers forty hours and then a day rate without a ceiling, so I cannot call it priced.',
        training:
          'Interfaces and formats are laid out on pages 30 to 33, with a worked example of one patient; an export was not shown.',
      },
    },
    'business-as-usual-1': {
      scores: { sister: 0, registrar: 1, assistant: 1, safety: 0, integration: 0, finance: 1, training: 0 },
      reasons: {
        sister:
          'A chart goes into a folder and then to scanning twelve days after discharge. Nobody else can use a number on it before that.',
        registrar:
          'I can ask medical records for a scanned chart and get a picture of it, usually the week after I needed it.',
        assistant:
          'If somebody asks we photocopy the chart, which is a way of getting data out, I suppose, one sheet at a time.',
        safety:
          'No other system sees an observation on paper. Theatres and the outreach team learn of it only if somebody telephones.',
        integration:
          'Scans are pictures without a single value in them. Nothing can be connected, and leaving paper means typing everything once more.',
        finance:
          'Copies are available on request from the records library at a set charge, as the scanning contract lays down in clause 9.',
        training:
          'Each ward retypes scores into the handover sheet by hand because the chart cannot be connected to anything we run.',
      },
    },
    'pilot-1': {
      scores: { sister: 3, registrar: 3, assistant: 3, safety: 3, integration: 4, finance: 2, training: 3 },
      reasons: {
        sister:
          'The form lives inside the record we have, page 10 explains, so nothing needs connecting for ward staff to see results.',
        registrar:
          'Observations would sit next to results by design. Page 10 names the standards used for export and what switching off would cost.',
        assistant:
          'According to page 10 a patient who moves takes the form along, and stopping means going back to paper next morning.',
        safety:
          'Data stay in our own record with documented tables, and page 10 prices the work of taking the form out again.',
        integration:
          'I pulled the mock-up data in May with our ordinary reporting tool and a colleague at a neighbouring hospital read the file.',
        finance:
          'The export is documented on page 10 in the format of the record system, and that contract charges for anything further.',
        training:
          'Page 10 lists formats, tables and the two days it takes to withdraw the form; all of it uses what we already own.',
      },
    },
  },
};
