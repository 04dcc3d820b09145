import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSpreadsheetReader } from '../../src/adapters/spreadsheet/reader.ts';
import { createSchemaChecker } from '../../src/adapters/schemas/schema-checker.ts';
import { createSimulator } from '../../src/adapters/workers/simulator.ts';
import { DomainError } from '../../src/core/errors.ts';
import { columnLetters } from '../../src/core/workbook/cell-name.ts';
import { listScored } from '../../src/core/rubric/walk-rubric.ts';
import { checkRubric } from '../../src/core/rubric/check-rubric.ts';
import { scaleOf } from '../../src/core/rubric/scale.ts';
import { evaluateWorkbook, readWorkbook } from '../../src/usecases/read-workbook.ts';
import { PROJECT_ROOT } from '../support/act-world.ts';

/** What a person would understand of each file; written beside the files, by another hand than the mapping. */
type Expected = {
  readonly file: string;
  readonly says: string;
  readonly sheet: string;
  readonly sheets?: readonly string[];
  readonly sheetIs?: 'bidder' | 'assessor';
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  readonly bidders?: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly weightsBp: readonly number[];
  readonly scale?: { readonly lowest: number; readonly highest: number };
  readonly leftOutRows?: readonly number[];
  readonly refused?: readonly { readonly cell?: string; readonly line?: number; readonly says: string }[];
};

const FOLDER = join(PROJECT_ROOT, 'test', 'fixtures', 'workbooks');
const EXPECTED = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as readonly Expected[];
const reader = createSpreadsheetReader();
const schemas = createSchemaChecker(join(PROJECT_ROOT, 'rubrics'));

const load = async (file: string) => reader.load(readFileSync(join(FOLDER, file)), file);

/** Weights of the leaves as shares of the whole, in basis points. */
const weightsOf = (rubric: Parameters<typeof listScored>[0]): readonly number[] =>
  listScored(rubric).map(({ criterion, above }) =>
    above.reduce((weight, group) => (weight * group.weightBp) / 10000, criterion.weightBp),
  );

describe('workbooks as people draw them up', () => {
  for (const expected of EXPECTED.filter(({ refused }) => !refused)) {
    it(`${expected.file}: ${expected.says}`, async () => {
      const mapped = readWorkbook({ sheets: await load(expected.file), fileName: expected.file }, {});
      expect(mapped.faults).to.deep.equal([]);
      const { naming, understood, rubric, given, source } = mapped;
      const [first] = naming.sheets;
      expect(naming.sheets.map(({ sheet }) => sheet.name)).to.deep.equal(expected.sheets ?? [expected.sheet]);
      expect(naming.sheetIs).to.equal(expected.sheetIs ?? null);
      expect((first?.headingRow ?? 0) + 1).to.equal(expected.headerRow);
      const found = [...(first?.columns ?? [])];
      for (const [role, letters] of Object.entries(expected.columns))
        expect(
          found.filter(([, column]) => column.role === role).map(([at]) => columnLetters(at)),
          role,
        ).to.deep.equal([letters].flat());
      const { counts } = understood;
      const agreed = given?.consensus?.length ?? 0;
      // Where nobody is named, a person counts one assessor; here the marks stand as agreed ones.
      expect(counts.assessors || (agreed > 0 ? 1 : 0), 'assessors').to.equal(expected.counts['assessors']);
      expect(counts.bidders, 'bidders').to.equal(expected.counts['bidders']);
      expect(counts.criteria, 'criteria').to.equal(expected.counts['criteria']);
      expect(counts.marks, 'marks').to.equal(
        (expected.counts['marks'] ?? 0) + (expected.counts['agreed'] ?? 0),
      );
      if (expected.counts['reasons'] !== undefined)
        expect(counts.reasons, 'reasons').to.equal(expected.counts['reasons']);
      if (expected.counts['groups'] !== undefined)
        expect(counts.groups, 'groups').to.equal(expected.counts['groups']);
      if (expected.counts['prices'] !== undefined)
        expect(given?.options.filter(({ costs }) => costs).length, 'prices').to.equal(
          expected.counts['prices'],
        );
      if (expected.bidders) expect(mapped.bidders).to.deep.equal(expected.bidders);
      expect(rubric && weightsOf(rubric)).to.deep.equal(expected.weightsBp);
      if (expected.scale && rubric)
        for (const { criterion } of listScored(rubric))
          expect(scaleOf(rubric, criterion)).to.include(expected.scale);
      const left = source.listed.flatMap(({ leftOut }) => leftOut.map(({ row }) => row + 1));
      for (const row of expected.leftOutRows ?? []) expect(left, 'left out').to.include(row);
      // What comes of it is a rubric and a case by their own schemas, and the engine takes it.
      expect(rubric && checkRubric(rubric)).to.deep.equal([]);
      expect(schemas.check('rubric', rubric)).to.deep.equal([]);
      if (!given) return;
      expect(schemas.check('case', given)).to.deep.equal([]);
      const { result } = await evaluateWorkbook(createSimulator(), mapped);
      expect(result.options).to.have.length(given.options.length);
    });
  }

  for (const { file, says, refused = [] } of EXPECTED.filter((one) => one.refused)) {
    it(`${file} is refused: ${says}`, async () => {
      const sheets = await load(file).catch((error: unknown) => error);
      if (sheets instanceof DomainError) {
        const [{ line, says: words } = { line: 0, says: '' }] = refused;
        expect(sheets.detail)
          .to.include(words)
          .and.match(new RegExp(`line ${line}`, 'i'));
        return;
      }
      const mapped = readWorkbook({ sheets: sheets as Awaited<ReturnType<typeof load>>, fileName: file }, {});
      expect(mapped.given).to.equal(null);
      expect(mapped.rubric).to.equal(null);
      expect(mapped.faults.map(({ cell }) => cell)).to.deep.equal(refused.map(({ cell }) => cell));
      refused.forEach(({ says: words }, index) => expect(mapped.faults[index]?.message).to.include(words));
    });
  }
});
