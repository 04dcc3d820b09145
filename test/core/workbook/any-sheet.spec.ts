import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../../src/core/errors.ts';
import { checkRubric } from '../../../src/core/rubric/check-rubric.ts';
import { evaluateCase } from '../../../src/core/scoring/evaluate.ts';
import { mapWorkbook } from '../../../src/core/workbook/map-workbook.ts';
import { checkMissed } from '../../../src/core/workbook/missed.ts';
import type { NamingChoice } from '../../../src/core/workbook/naming.ts';
import { ROLES } from '../../../src/core/workbook/role-words.ts';
import type { Cell, Sheet } from '../../../src/core/workbook/sheet.ts';

const HEADINGS = [
  ...[
    'Question',
    'Weight',
    'Bidder',
    'Assessor',
    'Score',
    'Reason',
    'Section',
    'Max score',
    'Price',
    'Total',
  ],
  ...[
    'Acme',
    'Acme score',
    'Assessor 1',
    'Consensus',
    'Bravo comment',
    '',
    'Bewertung',
    'Poids',
    '__proto__',
  ],
];
const WORDS = [
  ...[
    'n/a',
    '-',
    '4/5',
    '80%',
    '3,5',
    '4 - Good',
    'Pass',
    'Fail',
    '#DIV/0!',
    '0-5',
    'Acme',
    'Bravo',
    'Fit',
    'Total',
  ],
  ...[
    '1,250',
    '£120',
    '=1+1',
    ' ',
    '\u00a0',
    'constructor',
    '9'.repeat(40),
    '0.'.padEnd(40, '3'),
    '-1',
    '1e9',
  ],
];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 5,
    arbitrary: fc.integer({ min: 0, max: 5 }).map((one): Cell => ({ kind: 'number', number: String(one) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('0.333333333333333', '33.3', '100', '-2', '12345678901234500')
      .map((number): Cell => ({ kind: 'number', number })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...WORDS, ...HEADINGS).map((text): Cell => ({ kind: 'text', text })),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }).map((text): Cell => ({ kind: 'text', text })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Cell>(
      { kind: 'day', day: '2026-05-03' },
      { kind: 'flag', flag: true },
      { kind: 'fault', fault: '#REF!' },
    ),
  },
);
const heading: fc.Arbitrary<Cell> = fc
  .constantFrom(...HEADINGS)
  .map((text) => (text === '' ? null : { kind: 'text', text }));

const sheet = (name: string): fc.Arbitrary<Sheet> =>
  fc
    .tuple(
      fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 2 }),
      fc.array(heading, { minLength: 2, maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
    )
    .map(([above, headings, rows]) => ({ name, rows: [...above, headings, ...rows] }));

const choices: fc.Arbitrary<NamingChoice> = fc.record(
  {
    headingRow: fc.integer({ min: 0, max: 4 }),
    sheetIs: fc.constantFrom<'bidder' | 'assessor' | 'neither'>('bidder', 'assessor', 'neither'),
    marksAre: fc.constantFrom<'bidders' | 'assessors'>('bidders', 'assessors'),
    columns: fc.dictionary(
      fc.constantFrom('0', '1', '2', '3', '4'),
      fc.constantFrom(...ROLES, 'none' as const),
    ),
    scale: fc.constant({ lowest: '0', highest: '5' }),
    weightsAreShares: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('any sheet at all, named in any way', () => {
  it('is read or refused in words; what is read whole is a case that the engine takes', () => {
    let [read, refused, faulty] = [0, 0, 0];
    fc.assert(
      fc.property(fc.tuple(sheet('One'), sheet('Two')), choices, (sheets, choice) => {
        let mapped;
        try {
          mapped = mapWorkbook(sheets, choice);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused += 1;
          return;
        }
        const { faults, given, rubric } = mapped;
        if (faults.length > 0) {
          faulty += 1;
          expect([given, rubric]).to.deep.equal([null, null]);
          for (const { message, cell: place } of faults) {
            expect(message)
              .to.match(/\.$/)
              .and.not.match(/undefined|NaN|\[object/);
            expect(place).to.match(/^[A-Z]+\d+$/);
          }
          return;
        }
        if (rubric) expect(checkRubric(rubric)).to.deep.equal([]);
        if (!given) return;
        read += 1;
        const result = evaluateCase(
          { ...given, settings: { ...given.settings, draws: 5 } },
          { partial: true },
        );
        for (const { sentence } of checkMissed(given, result, mapped))
          expect(sentence).to.not.match(/undefined|NaN|\[object/);
      }),
      { numRuns: 1500, seed: 20261126 },
    );
    // Control: the sheets are not all alike.
    for (const count of [read, refused, faulty]) expect(count).to.be.greaterThan(20);
  }).timeout(60_000);
});
