import { costLines, everyYear } from './cost-rows.ts';
import type { DemoOption } from './demo-decision.ts';

const noNewProduct =
  'Nothing new is brought in: recorders, typing and post go on as they are under the arrangements already in force.';

/** Two invented bids and today's way. Three years of costs, in pence, without VAT. */
export const lettersOptions: readonly DemoOption[] = [
  {
    key: 'bid-1',
    input: {
      kind: 'bid',
      title: 'Quillmere Letters',
      supplier: 'Quillmere Software (example supplier)',
      summary:
        'Clinicians dictate at a desk or on a telephone, speech becomes text at once, a secretary checks it and it goes out electronically. Templates are made by our own staff. Leaving is possible with three months of notice.',
    },
    gates: [
      {
        gate: 'dtac-c1',
        answer: 'met',
        evidence:
          'Form 2.0 for version 3.1. Safety case and hazard log read by our clinical safety officer; wrong-word risk is controlled by a second reader before sending.',
      },
      {
        gate: 'dtac-c2',
        answer: 'met',
        evidence:
          'Security and protection toolkit: standards met. Audio stays in the UK, is deleted after 30 days and is not used for training any model, as clause 7 of the terms says.',
      },
      {
        gate: 'dtac-c3',
        answer: 'met',
        evidence: 'Cyber certificate in date for ten more months; supplier charter signed.',
      },
      {
        gate: 'dtac-c4',
        answer: 'met',
        evidence:
          'Documented interface to the record system, free of charge; patient number and demographics look-up in live use.',
      },
    ],
    costs: costLines([
      { line: 'licence', tendered: true, capital: false, byYear: everyYear(3_100_000, 3) },
      { line: 'hosting', tendered: true, capital: false, byYear: everyYear(500_000, 3) },
      { line: 'support', tendered: true, capital: false, byYear: everyYear(450_000, 3) },
      { line: 'indexation', tendered: true, capital: false, byYear: [0, 0, 120_000, 250_000] },
      { line: 'integration', tendered: true, capital: true, byYear: [1_600_000] },
      { line: 'migration of templates', tendered: false, capital: false, byYear: [500_000] },
      {
        line: 'training and backfill',
        tendered: false,
        capital: false,
        byYear: [1_700_000, 300_000, 300_000, 300_000],
      },
      {
        line: 'clinical safety',
        tendered: false,
        capital: false,
        byYear: [400_000, 150_000, 150_000, 150_000],
      },
      { line: 'contract management', tendered: false, capital: false, byYear: everyYear(200_000, 3) },
      {
        line: 'postage and agency typing that remain',
        tendered: false,
        capital: false,
        byYear: everyYear(1_200_000, 3),
      },
      { line: 'exit and data return', tendered: true, capital: false, byYear: [0, 0, 0, 400_000] },
    ]),
  },
  {
    key: 'bid-2',
    input: {
      kind: 'bid',
      title: 'Fenholt Dictate and Send',
      supplier: 'Fenholt Systems (example supplier)',
      summary:
        'A dictation product used in large legal and care organisations, with hand-held microphones, a typing pool view and a sending hub. Templates are made by the supplier on request. Minimum term three years.',
    },
    gates: [
      {
        gate: 'dtac-c1',
        answer: 'met',
        evidence:
          'Form 2.0 for version 11. Safety case and hazard log read by our clinical safety officer, who asked one question about copied templates and had an answer in two days.',
      },
      {
        gate: 'dtac-c2',
        answer: 'met',
        evidence:
          'Security and protection toolkit: standards exceeded. Impact assessment complete; data stored in the UK; audio kept for 90 days.',
      },
      {
        gate: 'dtac-c3',
        answer: 'met',
        evidence:
          'Cyber certificate in date for five more months, renewal under way; penetration test attached, nothing high.',
      },
      {
        gate: 'dtac-c4',
        answer: 'met',
        evidence:
          'Interfaces documented, third-party terms set out, with a yearly fee; patient number in use, demographics through our record system.',
      },
    ],
    costs: costLines([
      { line: 'licence', tendered: true, capital: false, byYear: everyYear(3_500_000, 3) },
      { line: 'hosting', tendered: true, capital: false, byYear: everyYear(600_000, 3) },
      { line: 'support', tendered: true, capital: false, byYear: everyYear(400_000, 3) },
      { line: 'indexation', tendered: true, capital: false, byYear: [0, 0, 150_000, 310_000] },
      {
        line: 'integration, with interface fee',
        tendered: true,
        capital: true,
        byYear: [1_900_000, 300_000, 300_000, 300_000],
      },
      { line: 'microphones', tendered: true, capital: true, byYear: [1_300_000] },
      { line: 'migration of templates', tendered: true, capital: false, byYear: [300_000] },
      {
        line: 'training and backfill',
        tendered: false,
        capital: false,
        byYear: [1_500_000, 200_000, 200_000, 200_000],
      },
      {
        line: 'clinical safety',
        tendered: false,
        capital: false,
        byYear: [350_000, 150_000, 150_000, 150_000],
      },
      { line: 'contract management', tendered: false, capital: false, byYear: everyYear(200_000, 3) },
      {
        line: 'postage and agency typing that remain',
        tendered: false,
        capital: false,
        byYear: everyYear(1_500_000, 3),
      },
      { line: 'exit and data return', tendered: true, capital: false, byYear: [0, 0, 0, 900_000] },
    ]),
  },
  {
    key: 'business-as-usual-1',
    input: {
      kind: 'business-as-usual',
      title: 'Recorders, typing and post, as today',
      summary:
        'Dictation into recorders, typing in house and by an agency when the queue is long, signature on screen or on paper, two letters in five by post.',
      incumbent: true,
    },
    gates: ['dtac-c1', 'dtac-c2', 'dtac-c3', 'dtac-c4'].map((one) => ({
      gate: one,
      answer: 'notApplicable' as const,
      evidence: noNewProduct,
    })),
    costs: costLines([
      { line: 'agency typing', tendered: false, capital: false, byYear: everyYear(4_600_000, 3) },
      { line: 'postage and printing', tendered: false, capital: false, byYear: everyYear(2_900_000, 3) },
      {
        line: 'recorders and repairs',
        tendered: false,
        capital: true,
        byYear: [0, 400_000, 400_000, 400_000],
      },
      {
        line: 'answering practices by telephone (staff time)',
        tendered: false,
        capital: false,
        byYear: everyYear(900_000, 3),
      },
    ]),
  },
];
