import type { DemoPerson } from './demo-decision.ts';
import type { CriterionMarks } from './marks-to-seal.ts';

/** The seven who mark, by key, in the order in which they are printed. */
export const OBSERVATIONS_ASSESSORS = [
  'sister',
  'registrar',
  'assistant',
  'safety',
  'integration',
  'finance',
  'training',
] as const;
type Assessor = (typeof OBSERVATIONS_ASSESSORS)[number];

type Option = 'bid-1' | 'bid-2' | 'bid-3' | 'business-as-usual-1' | 'pilot-1';

export type ObservationsMarks = CriterionMarks<Assessor, Option>;

const noInterest = { hasInterest: false } as const;

/** Invented people of an invented organisation. */
export const observationsPeople: readonly DemoPerson[] = [
  {
    key: 'lead',
    roles: ['lead'],
    name: 'Helen Marsh-Okoro',
    job: 'Programme lead, digital wards',
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
    name: 'Margaret Ellwood-Tay',
    job: 'Chief nurse and chair of the digital board',
    interestInput: noInterest,
  },
  {
    key: 'sister',
    roles: ['panel'],
    name: 'Ama Boateng-Reid',
    job: 'Ward sister, acute medicine',
    interestInput: noInterest,
  },
  {
    key: 'registrar',
    roles: ['panel'],
    name: 'Leila Farrokh-Jones',
    job: 'Registrar, acute medicine',
    interestInput: {
      hasInterest: true,
      statement:
        'In 2024 I gave Ostwick Digital half a day of paid advice on a discharge product, £250. I have had no contact with them since.',
    },
    managed: {
      by: 'lead',
      outcome: 'may-take-part',
      reason:
        'The work was on another product, ended two years ago and is printed in the record. Another assessor opens the talk about that bid.',
    },
  },
  {
    key: 'assistant',
    roles: ['panel'],
    name: 'Craig Dunmorrow',
    job: 'Senior healthcare assistant, surgical wards, nights',
    interestInput: noInterest,
  },
  {
    key: 'safety',
    roles: ['panel'],
    name: 'Priya Nandakumar-Hale',
    job: 'Clinical safety officer, registered pharmacist',
    interestInput: noInterest,
  },
  {
    key: 'integration',
    roles: ['panel'],
    name: 'Jonas Whitlock-Ferreira',
    job: 'Integration lead, digital services',
    interestInput: noInterest,
  },
  {
    key: 'finance',
    roles: ['panel'],
    name: 'Elspeth Carrow',
    job: 'Finance business partner, medicine',
    interestInput: noInterest,
  },
  {
    key: 'training',
    roles: ['panel'],
    name: 'Marek Sowinski-Bell',
    job: 'Training and change manager',
    interestInput: noInterest,
  },
];
