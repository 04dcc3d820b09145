import type { DemoPerson } from './demo-decision.ts';
import type { CriterionMarks } from './marks-to-seal.ts';

/** The two who have sealed. The third seat on the panel, `you`, is the visitor's and has nothing sealed yet. */
export const LETTERS_ASSESSORS = ['consultant', 'secretary'] as const;

export type LettersMarks = CriterionMarks<
  (typeof LETTERS_ASSESSORS)[number],
  'bid-1' | 'bid-2' | 'business-as-usual-1'
>;

const noInterest = { hasInterest: false } as const;

/** Invented people of an invented organisation. */
export const lettersPeople: readonly DemoPerson[] = [
  {
    key: 'lead',
    roles: ['lead'],
    name: 'Imogen Castellan',
    job: 'Outpatient service manager',
    interestInput: noInterest,
  },
  {
    key: 'commercial',
    roles: ['commercial'],
    name: 'Rafiq Denholm',
    job: 'Procurement category manager',
    interestInput: noInterest,
  },
  {
    key: 'board',
    roles: ['approver'],
    name: 'Owen Tregarthen-Shah',
    job: 'Chief operating officer',
    interestInput: noInterest,
  },
  {
    key: 'consultant',
    roles: ['panel'],
    name: 'Ruth Okafor-Lane',
    job: 'Consultant, rheumatology',
    interestInput: noInterest,
  },
  {
    key: 'secretary',
    roles: ['panel'],
    name: 'Janice Thorley-Bose',
    job: 'Team leader, medical secretaries',
    interestInput: noInterest,
  },
  {
    key: 'you',
    roles: ['panel'],
    name: 'You (example seat)',
    job: 'Outpatient sister',
    interestInput: noInterest,
  },
];
