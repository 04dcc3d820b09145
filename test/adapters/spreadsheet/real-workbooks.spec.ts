import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createSpreadsheetReader } from '../../../src/adapters/spreadsheet/reader.ts';
import { columnNumber } from '../../../src/core/workbook/cell-name.ts';
import type { Sheet } from '../../../src/core/workbook/sheet.ts';
import { FOLDER, makeWorkbooks } from '../../support/make-workbooks.ts';
import { expectRefusal } from '../../support/refusal.ts';
import type { Expected } from '../../support/workbooks/expected.ts';

const { load } = createSpreadsheetReader();
const expectations = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Expected[];
const loadFile = (file: string): Promise<readonly Sheet[]> => load(readFileSync(join(FOLDER, file)), file);

const shown = (sheet: Sheet | undefined, row: number, letters: string): string => {
  const cell = sheet?.rows[row - 1]?.[columnNumber(letters) ?? -1];
  return !cell
    ? ''
    : cell.kind === 'text'
      ? cell.text
      : cell.kind === 'number'
        ? cell.number
        : `<${cell.kind}>`;
};

describe('workbooks as people keep them', () => {
  it('are the files that the script makes, byte for byte', async () => {
    const made = await makeWorkbooks();
    const files = readdirSync(FOLDER).filter((file) => !file.startsWith('.'));
    expect(files.sort()).to.deep.equal([...made.keys()].sort());
    for (const [file, bytes] of made)
      expect(readFileSync(join(FOLDER, file)).equals(bytes), file).to.equal(true);
  });

  it('are of at least 20 kinds, some of them refused', () => {
    expect(expectations.filter((one) => 'sheet' in one)).to.have.length.of.at.least(15);
    expect(expectations.filter((one) => 'refused' in one)).to.have.length.of.at.least(5);
    expect(expectations.filter(({ file }) => file.endsWith('.csv'))).to.have.length.of.at.least(4);
  });

  for (const one of expectations) {
    if ('sheet' in one) {
      it(`${one.file}: ${one.says}`, async () => {
        const sheets = await loadFile(one.file);
        const names = sheets.map(({ name }) => name);
        expect(names).to.include.members([one.sheet, ...(one.sheets ?? [])]);
        const first = sheets.find(({ name }) => name === one.sheet);
        for (const letters of Object.values(one.columns).flat()) {
          expect(shown(first, one.headerRow, letters), `heading of ${letters}`).not.to.equal('');
        }
        const criterion = String(one.columns['criterion']);
        for (const row of one.leftOutRows ?? []) {
          const line = first?.rows[row - 1]
            ?.map((cell) => (cell?.kind === 'text' ? cell.text : ''))
            .join(' ');
          expect(line, criterion).to.match(/total|average|cyfanswm/i);
        }
        for (const bidder of one.bidders ?? []) expect(JSON.stringify(sheets)).to.contain(bidder);
      });
    } else {
      it(`${one.file}, to be refused: ${one.says}`, async () => {
        const [place] = one.refused;
        if (place?.line !== undefined) {
          const refusal = await expectRefusal(loadFile(one.file), 'invalid-input');
          expect(refusal.detail).to.contain(`Line ${place.line} `).and.to.contain(place.says);
          return;
        }
        const sheets = await loadFile(one.file);
        for (const { sheet, cell = '' } of one.refused) {
          const found = sheets.find(({ name }) => name === sheet) ?? sheets[0];
          expect(shown(found, Number(cell.replace(/\D/g, '')), cell.replace(/\d/g, ''))).not.to.equal('');
        }
      });
    }
  }
});
