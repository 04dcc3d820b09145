import { observationsBaselineCosts, observationsBidCosts } from './observations-costs.ts';
import type { DemoGate, DemoOption } from './demo-decision.ts';

const gates = (c1: string, c2: string, c3: string, c4: string | DemoGate): readonly DemoGate[] => [
  { gate: 'dtac-c1', answer: 'met', evidence: c1 },
  { gate: 'dtac-c2', answer: 'met', evidence: c2 },
  { gate: 'dtac-c3', answer: 'met', evidence: c3 },
  typeof c4 === 'string' ? { gate: 'dtac-c4', answer: 'met', evidence: c4 } : c4,
];

const paperOutside =
  'Paper charts are not a digital product, so this section does not apply. The risks of paper are described under the scored criteria.';

/** Three invented bids and two comparators. Keys follow the order, as add-option makes them. */
export const observationsOptions: readonly DemoOption[] = [
  {
    key: 'bid-1',
    input: {
      kind: 'bid',
      title: 'Wrenfold Rounds',
      supplier: 'Wrenfold Systems (example supplier)',
      summary:
        'Observations entered on a handheld device at the bedside, kept on the device while the network is away, with a list of the sickest patients across wards and alerts to outreach. A firm of nine, founded in 2021; largest customer a hospital of 410 beds.',
    },
    gates: gates(
      'Form 2.0 of 14 July 2026 for version 4.2. Safety case report and hazard log read by our clinical safety officer; their own safety officer is a registered nurse. Eleven hazards are handed to us and each has an owner.',
      'Security and protection toolkit: standards met, 2025-26. Impact assessment covers all required topics; data stored in two UK centres; registration in date.',
      'Cyber certificate in date to 2 May 2027. Supplier charter signed. Outside penetration test of March 2026 found nothing above medium.',
      {
        gate: 'dtac-c4',
        answer: 'later',
        by: '2027-01-15',
        owner: 'Jonas Whitlock-Ferreira',
        evidence:
          'Interfaces are documented, open and free. The look-up of patient demographics passed in test on 8 July 2026; approval for live use is booked. Until it is there, demographics come from our own record system.',
      },
    ),
    costs: observationsBidCosts['bid-1'],
  },
  {
    key: 'bid-2',
    input: {
      kind: 'bid',
      title: 'Corvane Observations',
      supplier: 'Corvane Health (example supplier)',
      summary:
        'An observations module for tablets and ward computers with doctor and outreach views, part of a wider product family. In use at eleven hospitals, among them two of our size. A forecasting feature is planned for 2027.',
    },
    gates: gates(
      'Form 2.0 of 2 June 2026 for version 9.0. Safety case report, hazard log and the last two yearly reviews read by our clinical safety officer. Nine hazards are handed to us, with owners.',
      'Security and protection toolkit: standards exceeded, 2025-26. Impact assessment complete; data stored and supported in the UK only.',
      'Cyber certificate in date to 30 November 2026, renewal booked for October. Supplier charter signed; penetration test of May 2026 attached.',
      'Interface documents are public, with published terms for third parties. Patient number and demographics look-up in live use at other sites.',
    ),
    costs: observationsBidCosts['bid-2'],
  },
  {
    key: 'bid-3',
    input: {
      kind: 'bid',
      title: 'Ostwick Chart',
      supplier: 'Ostwick Digital (example supplier)',
      summary:
        'A web page for any device that looks like the paper chart, with a round list that each ward can put in its own order. Used in care homes and one small hospital. Devices are ours to buy; a local workshop would repair them.',
    },
    gates: gates(
      'Form 2.0 of 9 July 2026 for version 2.7. Safety case report and hazard log supplied; safety officer is a doctor on contract. Fourteen hazards are handed to us, two of them still open in test.',
      'Security and protection toolkit: standards met, 2025-26. Impact assessment complete after one clarification of 3 August 2026; data stored in the UK.',
      'Cyber certificate in date to 18 March 2027. Charter not signed, so the longer route was followed: penetration test of February 2026, extra sign-in step for all accounts, access logs.',
      'Interfaces documented openly and free of charge. Patient number in use; demographics look-up live at one site.',
    ),
    costs: observationsBidCosts['bid-3'],
  },
  {
    key: 'business-as-usual-1',
    input: {
      kind: 'business-as-usual',
      title: 'Paper charts, as today',
      summary:
        'Charts at the end of the bed, scores added by hand, scanned twelve days after discharge. Includes the improvement plan of 2025: reminders, audits and new colour bands in 2027.',
      incumbent: true,
    },
    gates: ['dtac-c1', 'dtac-c2', 'dtac-c3', 'dtac-c4'].map((gate) => ({
      gate,
      answer: 'notApplicable' as const,
      evidence: paperOutside,
    })),
    costs: observationsBaselineCosts['business-as-usual-1'],
  },
  {
    key: 'pilot-1',
    input: {
      kind: 'pilot',
      title: 'Pilot on two wards with a form in our own record system',
      summary:
        'Our own developers build an observations form in the record system and two wards use it on trolley computers for twenty weeks, with measures and an end rule. The other 22 wards stay on paper while it runs; a wider roll-out would be a new decision.',
    },
    gates: gates(
      'We would be the maker. The safety case for the form is drafted and our clinical safety officer has read it; hazard workshop held on 22 May 2026.',
      'The form adds no new data flow to the record system, whose impact assessment was renewed in January 2026.',
      'Runs inside the record system; certificate and penetration test of that system are in date to June 2027.',
      'Uses the patient number and the documented tables and interfaces of the record system.',
    ),
    costs: observationsBaselineCosts['pilot-1'],
  },
];
