import type { CostLine } from '../../../core/scoring/case.ts';
import { costLines, everyYear } from './cost-rows.ts';

/**
 * Five years for every option, in pence, without VAT. `tendered` lines are in the bid; the others are our own money
 * and hours, estimated by the same people in the same way for each option.
 */
export const observationsBidCosts: Readonly<Record<'bid-1' | 'bid-2' | 'bid-3', readonly CostLine[]>> = {
  'bid-1': costLines([
    { line: 'licence', tendered: true, capital: false, byYear: everyYear(8_800_000, 5) },
    { line: 'hosting', tendered: true, capital: false, byYear: everyYear(2_100_000, 5) },
    { line: 'support, all hours', tendered: true, capital: false, byYear: everyYear(1_600_000, 5) },
    {
      line: 'indexation',
      tendered: true,
      capital: false,
      byYear: [0, 0, 300_000, 500_000, 800_000, 1_100_000],
    },
    { line: 'integration', tendered: true, capital: true, byYear: [6_400_000] },
    { line: 'migration of chart templates', tendered: true, capital: true, byYear: [1_200_000] },
    { line: 'exit and data return', tendered: true, capital: false, byYear: [0, 0, 0, 0, 0, 1_800_000] },
    { line: 'devices and charging', tendered: false, capital: true, byYear: [9_600_000, 0, 0, 0, 2_400_000] },
    {
      line: 'training and backfill',
      tendered: false,
      capital: false,
      byYear: [7_800_000, 1_800_000, 1_800_000, 1_800_000, 1_800_000, 1_800_000],
    },
    {
      line: 'clinical safety',
      tendered: false,
      capital: false,
      byYear: [1_400_000, 600_000, 600_000, 600_000, 600_000, 600_000],
    },
    { line: 'change management', tendered: false, capital: false, byYear: [3_000_000] },
    { line: 'parallel running', tendered: false, capital: false, byYear: [900_000] },
    { line: 'contract management', tendered: false, capital: false, byYear: everyYear(900_000, 5) },
  ]),
  'bid-2': costLines([
    { line: 'licence', tendered: true, capital: false, byYear: everyYear(9_400_000, 5) },
    { line: 'hosting', tendered: true, capital: false, byYear: everyYear(1_700_000, 5) },
    { line: 'support, all hours', tendered: true, capital: false, byYear: everyYear(1_400_000, 5) },
    {
      line: 'indexation',
      tendered: true,
      capital: false,
      byYear: [0, 0, 400_000, 700_000, 1_000_000, 1_400_000],
    },
    { line: 'integration, with interface fees', tendered: true, capital: true, byYear: [7_900_000] },
    { line: 'migration of chart templates', tendered: true, capital: true, byYear: [900_000] },
    { line: 'exit and data return', tendered: true, capital: false, byYear: [0, 0, 0, 0, 0, 4_600_000] },
    { line: 'devices and charging', tendered: false, capital: true, byYear: [9_900_000, 0, 0, 0, 2_400_000] },
    {
      line: 'training and backfill',
      tendered: false,
      capital: false,
      byYear: [9_700_000, 1_900_000, 1_900_000, 1_900_000, 1_900_000, 1_900_000],
    },
    {
      line: 'clinical safety',
      tendered: false,
      capital: false,
      byYear: [1_200_000, 500_000, 500_000, 500_000, 500_000, 500_000],
    },
    { line: 'change management', tendered: false, capital: false, byYear: [2_800_000] },
    { line: 'parallel running', tendered: false, capital: false, byYear: [1_100_000] },
    { line: 'contract management', tendered: false, capital: false, byYear: everyYear(900_000, 5) },
  ]),
  'bid-3': costLines([
    { line: 'licence', tendered: true, capital: false, byYear: everyYear(5_900_000, 5) },
    { line: 'hosting', tendered: true, capital: false, byYear: everyYear(1_500_000, 5) },
    { line: 'support, weekdays', tendered: true, capital: false, byYear: everyYear(900_000, 5) },
    {
      line: 'indexation',
      tendered: true,
      capital: false,
      byYear: [0, 0, 200_000, 300_000, 500_000, 700_000],
    },
    { line: 'integration', tendered: true, capital: true, byYear: [5_200_000] },
    { line: 'migration of chart templates', tendered: true, capital: true, byYear: [600_000] },
    { line: 'exit and data return', tendered: true, capital: false, byYear: [0, 0, 0, 0, 0, 2_200_000] },
    { line: 'devices and charging', tendered: false, capital: true, byYear: [11_200_000, 0, 0, 2_800_000] },
    {
      line: 'training and backfill',
      tendered: false,
      capital: false,
      byYear: [8_900_000, 2_000_000, 2_000_000, 2_000_000, 2_000_000, 2_000_000],
    },
    {
      line: 'clinical safety',
      tendered: false,
      capital: false,
      byYear: [1_900_000, 800_000, 800_000, 800_000, 800_000, 800_000],
    },
    {
      line: 'support at night by our own desk',
      tendered: false,
      capital: false,
      byYear: everyYear(1_400_000, 5),
    },
    { line: 'change management', tendered: false, capital: false, byYear: [3_200_000] },
    { line: 'parallel running', tendered: false, capital: false, byYear: [1_000_000] },
    { line: 'contract management', tendered: false, capital: false, byYear: everyYear(900_000, 5) },
  ]),
};

export const observationsBaselineCosts: Readonly<
  Record<'business-as-usual-1' | 'pilot-1', readonly CostLine[]>
> = {
  'business-as-usual-1': costLines([
    { line: 'printing and storage', tendered: false, capital: false, byYear: everyYear(3_100_000, 5) },
    { line: 'scanning', tendered: false, capital: false, byYear: everyYear(3_400_000, 5) },
    {
      line: 'copying scores by hand (staff time)',
      tendered: false,
      capital: false,
      byYear: everyYear(7_600_000, 5),
    },
    { line: 'audits and reminders', tendered: false, capital: false, byYear: everyYear(1_500_000, 5) },
    { line: 'training and backfill', tendered: false, capital: false, byYear: everyYear(1_100_000, 5) },
    { line: 'contract management', tendered: false, capital: false, byYear: everyYear(300_000, 5) },
    { line: 'move of the paper store', tendered: false, capital: false, byYear: [0, 1_200_000] },
  ]),
  'pilot-1': costLines([
    { line: 'building the form', tendered: false, capital: true, byYear: [4_100_000, 1_300_000] },
    { line: 'trolley computers', tendered: false, capital: true, byYear: [1_600_000] },
    {
      line: 'training and backfill',
      tendered: false,
      capital: false,
      byYear: [900_000, 1_200_000, 1_100_000, 1_100_000, 1_100_000, 1_100_000],
    },
    { line: 'clinical safety', tendered: false, capital: false, byYear: [1_800_000, 400_000] },
    { line: 'measuring the pilot', tendered: false, capital: false, byYear: [600_000, 600_000] },
    { line: 'exit and data return', tendered: false, capital: false, byYear: [0, 190_000] },
    { line: 'paper on the other wards', tendered: false, capital: false, byYear: everyYear(14_600_000, 5) },
    { line: 'audits and reminders', tendered: false, capital: false, byYear: everyYear(1_400_000, 5) },
  ]),
};
