import { expect } from 'chai';
import { createSpreadsheetReader } from '../../../src/adapters/spreadsheet/reader.ts';
import type { Cell } from '../../../src/core/workbook/sheet.ts';
import { rawWorkbook, rawWorkbookParts, zipParts } from '../../support/raw-workbook.ts';
import { expectRefusal } from '../../support/refusal.ts';

const MB = 1024 * 1024;
const { load } = createSpreadsheetReader();
/** The same on a thread of its own, as the built service reads. */
const workerFile = new URL('../../support/read-worker-from-source.mjs', import.meta.url);

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const withRows = (rows: string): Uint8Array => rawWorkbook({ sheets: [{ name: 'Scores', rows }] });
const withPart = (name: string, content: string | Uint8Array): Uint8Array =>
  zipParts({ ...rawWorkbookParts({ sheets: [{ name: 'Scores', rows: ONE }] }), [name]: content });
/** Bytes that do not pack. */
const noise = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    bytes[index] = state >> 16;
  }
  return bytes;
};
const reads = async (bytes: Uint8Array): Promise<void> => {
  expect((await load(bytes, 'a.xlsx'))[0]?.rows[0]?.[0]).not.to.equal(undefined);
};

/** Changes four bytes of the directory entry of a part; the directory holds names once more after all content. */
const patchDirectory = (
  bytes: Uint8Array,
  name: string,
  offset: number,
  patch: (view: Buffer, at: number) => void,
): Uint8Array => {
  const view = Buffer.from(bytes);
  const at = view.lastIndexOf(name) - 46 + offset;
  patch(view, at);
  return view;
};

describe('a file that is too much', () => {
  it('is refused above 5 MB before it is looked at, and read just below', async () => {
    const filler = noise(5 * MB);
    const parts = rawWorkbookParts({ sheets: [{ name: 'Scores', rows: ONE }] });
    await expectRefusal(load(zipParts({ ...parts, 'xl/media/a.png': filler }), 'a.xlsx'), 'too-large');
    await reads(zipParts({ ...parts, 'xl/media/a.png': filler.subarray(0, 5 * MB - 10_000) }));
  });

  it('is refused when it says that it unpacks to more than 20 MB, and read just below', async () => {
    const half = Buffer.concat(
      Array.from({ length: 10 }, () => Buffer.concat([noise(60_000), Buffer.alloc(MB - 60_000, ' ')])),
    );
    await expectRefusal(
      load(
        zipParts({ ...rawWorkbookParts({ sheets: [{ name: 'S', rows: ONE }] }), a: half, b: half }),
        'a.xlsx',
      ),
      'too-large',
    );
    await reads(
      zipParts({
        ...rawWorkbookParts({ sheets: [{ name: 'S', rows: ONE }] }),
        a: half,
        b: half.subarray(0, 10 * MB - 8_000),
      }),
    );
  });

  it('is refused when a large part packs better than 100 to 1, and read when it packs worse', async () => {
    const refusal = await expectRefusal(
      load(withPart('a', Buffer.alloc(2 * MB, ' ')), 'a.xlsx'),
      'too-large',
    );
    expect(refusal.detail).to.contain('unpacks');
    await reads(withPart('a', Buffer.alloc(MB, ' ')));
    await reads(withPart('a', Buffer.concat([noise(25_000), Buffer.alloc(2 * MB, ' ')])));
  });

  it('is refused with more than 2,000 files inside, and read with as many', async () => {
    const parts = rawWorkbookParts({ sheets: [{ name: 'S', rows: ONE }] });
    const more = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`x/${index}`, '']));
    const own = Object.keys(parts).length;
    await expectRefusal(load(zipParts({ ...parts, ...more(2_001 - own) }), 'a.xlsx'), 'too-large');
    await reads(zipParts({ ...parts, ...more(2_000 - own) }));
  });

  it('is never unpacked beyond what its directory says, however much is packed inside', async () => {
    const bomb = withPart('xl/worksheets/sheet1.xml', Buffer.alloc(900_000, ' '));
    const lying = patchDirectory(bomb, 'xl/worksheets/sheet1.xml', 24, (view, at) =>
      view.writeUInt32LE(1_000, at),
    );
    expect((await expectRefusal(load(lying, 'a.xlsx'), 'invalid-input')).detail).to.contain(
      'does not unpack',
    );
  });

  it('is refused when a part is not the one that the directory tells of', async () => {
    const other = patchDirectory(withRows(ONE), 'xl/worksheets/sheet1.xml', 16, (view, at) =>
      view.writeUInt32LE(1, at),
    );
    expect((await expectRefusal(load(other, 'a.xlsx'), 'invalid-input')).detail).to.contain('damaged');
  });

  it('is refused with more sheets, rows, columns or characters than a person sends, and read with as many', async () => {
    const sheets = (count: number) =>
      rawWorkbook({ sheets: Array.from({ length: count }, (_, n) => ({ name: `S${n}`, rows: ONE })) });
    const at = (place: string) =>
      withRows(`<row r="${place.replace(/\D/g, '')}"><c r="${place}"><v>1</v></c></row>`);
    const long = (length: number) =>
      withRows(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(length)}</t></is></c></row>`);
    for (const [most, more] of [
      [sheets(50), sheets(51)],
      [at('A20000'), at('A20001')],
      [at('GR1'), at('GS1')],
      [long(32_767), long(32_768)],
    ] as const) {
      expect(await load(most, 'a.xlsx')).not.to.have.length(0);
      const refusal = await expectRefusal(load(more, 'a.xlsx'), 'too-large');
      if (more !== undefined && !refusal.detail.includes('51 sheets'))
        expect(refusal.detail).to.contain('Sheet "Scores"');
    }
    const empty = await load(withRows('<row r="1048576"><c r="XFD1048576" s="0"/></row>'), 'a.xlsx');
    expect(empty[0]?.rows, 'cells that are only coloured').to.deep.equal([]);
  });

  it('is refused with more cells than 500,000 in all, and read with as many', async () => {
    const rows = (count: number): Buffer => Buffer.from(`${'x,'.repeat(99)}x\n`.repeat(count));
    expect((await load(rows(5_000), 'a.csv'))[0]?.rows).to.have.length(5_000);
    await expectRefusal(load(rows(5_001), 'a.csv'), 'too-large');
  });

  it('is refused when many cells point to one long text', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`,
    ).join('');
    const file = (length: number) =>
      rawWorkbook({
        sheets: [{ name: 'S', rows }],
        sharedStrings: `<sst><si><t>${'x'.repeat(length)}</t></si></sst>`,
      });
    await expectRefusal(load(file(30_000), 'a.xlsx'), 'too-large');
    await reads(file(19_000));
  });

  it('is refused when it takes too long or too much memory on its thread, and read there otherwise', async () => {
    const file = withRows(
      Array.from(
        { length: 20_000 },
        (_, n) => `<row r="${n + 1}">${`<c t="inlineStr"><is><t>${n}</t></is></c>`.repeat(8)}</row>`,
      ).join(''),
    );
    const patient = createSpreadsheetReader({ workerFile });
    expect(await patient.load(file, 'a.xlsx')).to.deep.equal(await load(file, 'a.xlsx'));
    await expectRefusal(
      createSpreadsheetReader({ workerFile, mostSeconds: 0.01 }).load(file, 'a.xlsx'),
      'too-large',
    );
    await expectRefusal(
      createSpreadsheetReader({ workerFile, mostMemoryMb: 16 }).load(file, 'a.xlsx'),
      'too-large',
    );
    const refusal = await expectRefusal(patient.load(Buffer.from('a,b\n"x"y,5\n'), 'a.csv'), 'invalid-input');
    expect(refusal.faults, 'a refusal keeps its parts between threads').to.have.length(1);
  }).timeout(60_000);

  it('costs what its length costs when it is nothing but signs', async () => {
    for (const inside of ['<', '"', "'", ' a', '&', '<c ', '<![CDATA[', '<!--']) {
      await load(withRows(inside.repeat(400_000 / inside.length)), 'a.xlsx').catch(() => undefined);
      await load(Buffer.from(`a${inside}`.repeat(200_000)), 'a.csv').catch(() => undefined);
    }
    await expectRefusal(
      load(
        rawWorkbook({
          sheets: [
            {
              name: 'S',
              rows: '<row r="20000"><c r="GR20000"><v>1</v></c></row>',
              after: `<mergeCells>${'<mergeCell ref="A1:GR20000"/>'.repeat(20_000)}</mergeCells>`,
            },
          ],
        }),
        'a.xlsx',
      ),
      'invalid-input',
    );
  });
});

describe('XML of a workbook', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]><sst><si><t>&j;</t></si></sst>`;

  it('defines nothing: a document type is refused, wherever it stands', async () => {
    const strings = rawWorkbook({
      sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
      sharedStrings: laughs,
    });
    expect((await expectRefusal(load(strings, 'a.xlsx'), 'invalid-input')).detail).to.contain(
      'document type',
    );
    const outside =
      '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>';
    await expectRefusal(load(withPart('xl/worksheets/sheet1.xml', outside), 'a.xlsx'), 'invalid-input');
  });

  it('knows five names and numbers, and refuses others', async () => {
    const texts = async (text: string): Promise<Cell | undefined> =>
      (
        await load(withRows(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`), 'a.xlsx')
      )[0]?.rows[0]?.[0];
    expect(await texts('&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;<![CDATA[<&x;]]>')).to.deep.equal({
      kind: 'text',
      text: `<&>"'A😀<&x;`,
    });
    for (const text of ['&x;', '&#x110000;', '& b', '&#;']) await expectRefusal(texts(text), 'invalid-input');
  });

  it('is refused when it is cut off or closes what it did not open', async () => {
    for (const content of [
      '<worksheet><sheetData>',
      '<worksheet></sheetData>',
      '<worksheet',
      '<worksheet a="',
      '\u0000<worksheet/>',
      '<worksheet><!-- ',
    ]) {
      const outcome = load(withPart('xl/worksheets/sheet1.xml', content), 'a.xlsx');
      if (content.startsWith('\0')) await outcome;
      else await expectRefusal(outcome, 'invalid-input');
    }
  });
});

describe('a file of another kind', () => {
  it('is known by its content, whatever its name says, and the way out is named', async () => {
    const compound = (stream: string) =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
      ]);
    const zip = (...names: string[]) => zipParts(Object.fromEntries(names.map((name) => [name, 'x'])));
    const kinds: [string, Uint8Array, string][] = [
      ['xls', compound('Workbook'), '.xls'],
      ['doc', compound('WordDocument'), 'Word'],
      ['ods', zip('mimetype', 'content.xml'), '.ods'],
      ['xlsb', zip('_rels/.rels', 'xl/workbook.bin'), '.xlsb'],
      ['docx', zip('_rels/.rels', 'word/document.xml'), '.docx'],
      ['pptx', zip('_rels/.rels', 'ppt/presentation.xml'), '.pptx'],
      ['numbers', zip('Index/Document.iwa'), 'Numbers'],
      ['a zip', zip('readme.txt'), 'no workbook'],
      ['a zip with relations to nothing', zip('_rels/.rels'), 'no workbook'],
      ['pdf', Buffer.from('%PDF-1.7 ...'), 'PDF'],
      ['web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'web page'],
      ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not a workbook'],
    ];
    for (const [kind, bytes, says] of kinds) {
      for (const name of ['marks.xlsx', 'marks.csv']) {
        const { detail } = await expectRefusal(load(bytes, name), 'invalid-input');
        expect(detail, kind).to.contain(says);
        expect(detail, kind).to.match(/save it/);
      }
    }
    await expectRefusal(load(new Uint8Array(), 'a.csv'), 'invalid-input');
  });

  it('is asked for without its password', async () => {
    const compound = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    const locked = patchDirectory(withRows(ONE), 'xl/worksheets/sheet1.xml', 8, (view, at) =>
      view.writeUInt16LE(1, at),
    );
    for (const bytes of [compound, locked]) {
      expect((await expectRefusal(load(bytes, 'a.xlsx'), 'invalid-input')).detail).to.contain(
        'without a password',
      );
    }
  });

  it('is read when it is a workbook with macros under any name', async () => {
    await reads(withPart('xl/vbaProject.bin', noise(1_000)));
    expect((await load(withRows(ONE), 'marks.csv'))[0]?.name).to.equal('Scores');
  });
});
