import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { createSpreadsheetReader } from '../../src/adapters/spreadsheet/reader.ts';
import { createSpreadsheetWriter } from '../../src/adapters/spreadsheet/writer.ts';
import type { Cell, Sheet } from '../../src/core/workbook/sheet.ts';
import { loadDraft, saveDraft } from '../../src/usecases/mark-drafts.ts';
import type { SheetDraft } from '../../src/usecases/ports.ts';
import { MARKED, OPENED, PRICED } from '../support/decision-states.ts';
import { withHttp } from '../support/http-world.ts';
import type { Browser, HttpWorld } from '../support/http-world.ts';
import { DECISION } from '../support/record-acts.ts';

const reader = createSpreadsheetReader();
const writer = createSpreadsheetWriter();
const BASE = `/decisions/${DECISION}`;
const PIA = { decision: DECISION, participant: 'pia' };

const download = async (browser: Browser, file: string): Promise<Buffer> => {
  const answer = await browser.agent.get(`${BASE}/sheets/${file}`).responseType('blob');
  expect(answer.status, file).to.equal(200);
  return answer.body as Buffer;
};

const send = async (browser: Browser, bytes: Uint8Array, name = 'märks.xlsx') => {
  const { _csrf = '' } = browser.token(await browser.get(`${BASE}/marking-sheet`));
  return browser.agent
    .post(`${BASE}/marking-sheet`)
    .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
    .field({ do: 'read', _csrf })
    .attach('file', Buffer.from(bytes), name);
};

/** The sheet as it came, with other cells; rows and columns as a person counts and names them. */
const fill = async (sheet: Sheet | undefined, cells: Readonly<Record<string, Cell>>): Promise<Uint8Array> => {
  const rows = (sheet?.rows ?? []).map((row) => [...row]);
  for (const [place, cell] of Object.entries(cells)) {
    const row = rows[Number(place.slice(1)) - 1] ?? [];
    while (row.length < place.charCodeAt(0) - 64) row.push(null);
    row[place.charCodeAt(0) - 65] = cell;
  }
  const [headings = [], ...body] = rows;
  const draft: SheetDraft = {
    name: 'Marks',
    columns: headings.map((cell) => ({ heading: cell?.kind === 'text' ? cell.text : '', width: 10 })),
    rows: body,
  };
  return writer.renderWorkbook([draft]);
};

const number = (value: string): Cell => ({ kind: 'number', number: value });
const text = (value: string): Cell => ({ kind: 'text', text: value });
const sheetOf = async (bytes: Uint8Array): Promise<Sheet | undefined> =>
  (await reader.load(bytes, 'a.xlsx'))[0];
const drafts = (world: HttpWorld, criterion: string) => loadDraft(world, PIA, criterion);

describe('the marking sheet', () => {
  it('has a row for each option under each question, levels in words, a drop-down, ids hidden, own drafts filled in', () =>
    withHttp(OPENED, async (world) => {
      await saveDraft(world, PIA, 'ease', { 'bid-2': { score: '3', reason: '=Tried it' } });
      const browser = await world.signedIn('pia');
      const bytes = await download(browser, 'marking-sheet.xlsx');
      const rows = (await sheetOf(bytes))?.rows ?? [];
      expect(rows[0]).to.deep.equal(
        ['Question id', 'Option id', 'Question', 'What to look for', 'Option', 'Mark', 'Reason'].map(text),
      );
      expect(rows).to.have.length(1 + 2 * 4);
      expect(rows[1]?.slice(0, 5)).to.deep.equal([
        text('fit'),
        text('bid-1'),
        text('Fit to the work'),
        text(
          `Which tasks does it do?\n${[0, 1, 2, 3, 4, 5].map((n) => `${n}: Level ${n}. Seen at ${n}.`).join('\n')}`,
        ),
        text('Bedside Notes, planted-supplier-one'),
      ]);
      expect(rows.find((row) => JSON.stringify(row).includes('=Tried'))?.slice(5)).to.deep.equal([
        number('3'),
        text('=Tried it'),
      ]);
      const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
      expect(xml).to.contain('sqref="F2:F9"><formula1>&quot;0,1,2,3,4,5&quot;</formula1>');
      expect(xml.match(/hidden="1"/g)).to.have.length(2);
      const csv = await reader.load(await download(browser, 'marking-sheet.csv'), 'a.csv');
      expect(csv[0]?.rows).to.have.length(9);
    }));

  it('goes out, comes back filled, shows what changes, and changes drafts only when told to', () =>
    withHttp(OPENED, async (world) => {
      await saveDraft(world, PIA, 'fit', { 'bid-1': { score: '2', reason: 'As before.' } });
      const browser = await world.signedIn('pia');
      const sheet = await sheetOf(await download(browser, 'marking-sheet.xlsx'));
      const filled = await fill(sheet, {
        F2: number('4'),
        F3: text('5 - Good'),
        G3: text('Shown live.\nTwice.'),
        G9: text('Paper is slow.'),
      });
      const heads = (await world.store.ledgers.loadHead(DECISION))?.seq;
      expect((await send(browser, filled)).status).to.equal(303);
      const preview = (await browser.get(`${BASE}/marking-sheet`)).text;
      for (const words of [
        'märks.xlsx',
        '3 marks change',
        '2 becomes 4',
        'Shown live.',
        'Paper is slow.',
        '5 rows stay',
      ]) {
        expect(preview).to.contain(words);
      }
      expect(await drafts(world, 'fit')).to.deep.equal({ 'bid-1': { score: '2', reason: 'As before.' } });
      expect((await browser.post(`${BASE}/marking-sheet`, { do: 'use' })).status).to.equal(303);
      expect(await drafts(world, 'fit')).to.deep.equal({
        'bid-1': { score: '4', reason: 'As before.' },
        'bid-2': { score: '5', reason: 'Shown live.\nTwice.' },
      });
      expect(await drafts(world, 'ease')).to.deep.equal({
        'business-as-usual-1': { score: '', reason: 'Paper is slow.' },
      });
      expect((await world.store.ledgers.loadHead(DECISION))?.seq, 'nothing on record').to.equal(heads);
      expect((await browser.post(`${BASE}/marking-sheet`, { do: 'use' })).status, 'once').to.equal(404);
    }));

  it('comes back as csv too, sorted and with rows left out, and can be forgotten', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('pia');
      const csv =
        'Reason;Mark;Option id;Question id\r\nIt is fine;3;bid-2;ease\r\n;;;\r\n"Less; so";2;bid-1;fit\r\n';
      expect((await send(browser, Buffer.from(csv), 'a.csv')).status).to.equal(303);
      expect((await browser.get(`${BASE}/marking-sheet`)).text).to.contain('2 marks change');
      expect((await browser.post(`${BASE}/marking-sheet`, { do: 'forget' })).status).to.equal(303);
      expect((await browser.get(`${BASE}/marking-sheet`)).text).not.to.contain('2 marks change');
      expect(await drafts(world, 'ease')).to.deep.equal({});
    }));

  it('names every bad cell, and then nothing waits and nothing changes', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('pia');
      const sheet = await sheetOf(await download(browser, 'marking-sheet.xlsx'));
      const bad = await fill(sheet, {
        F2: number('6'),
        F3: { kind: 'day', day: '2026-05-03' },
        F4: text('good'),
        F5: { kind: 'fault', fault: '#DIV/0!' },
        G6: text('x'.repeat(4001)),
        A7: text('other'),
        B8: text('bid-9'),
        A9: text('ease'),
        B9: text('bid-1'),
      });
      await send(browser, Buffer.from('Question id,Option id,Mark,Reason\nfit,bid-1,4,Waits\n'), 'a.csv');
      const answer = await send(browser, bad);
      expect(answer.status).to.equal(422);
      expect(answer.text).to.contain('Nothing was changed: 8 cells').and.not.to.contain('Waits');
      for (const place of [
        'Row 2, column Mark',
        'Row 3, column Mark holds the date 3 May 2026',
        'Row 4, column Mark',
        'Row 5, column Mark shows #DIV/0!',
        'Row 6, column Reason has 4001 characters',
        'Row 7, column Question id',
        'Row 8, column Option id',
        'Row 9, column Option id is in row 6 already',
      ]) {
        expect(answer.text).to.contain(place);
      }
      expect(answer.text).to.contain('href="#file"').and.to.contain('id="file"');
      expect((await browser.post(`${BASE}/marking-sheet`, { do: 'use' })).status).to.equal(404);
      expect(await drafts(world, 'fit')).to.deep.equal({});
    }));

  it('is refused in words when it is another file, another sheet, or no file at all', () =>
    withHttp(OPENED, async (world) => {
      const browser = await world.signedIn('pia');
      for (const [bytes, says] of [
        [Buffer.from('%PDF-1.7'), 'a PDF'],
        [Buffer.from('Question,Mark\na,4\n'), 'not a marking sheet'],
      ] as const) {
        const answer = await send(browser, bytes);
        expect([answer.status, answer.text.includes(says)], says).to.deep.equal([422, true]);
      }
      const { _csrf = '' } = browser.token(await browser.get(`${BASE}/marking-sheet`));
      const none = await browser.agent
        .post(`${BASE}/marking-sheet`)
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
        .field({ do: 'read', _csrf });
      expect([none.status, none.text.includes('Choose a file first')]).to.deep.equal([422, true]);
    }));

  it('leaves sealed criteria out, and alone when a sheet from before comes back', () =>
    withHttp(MARKED.slice(0, -5), async (world) => {
      const browser = await world.signedIn('paul');
      const sheet = await sheetOf(await download(browser, 'marking-sheet.xlsx')).catch(() => undefined);
      expect(sheet?.rows.slice(1).every((row) => JSON.stringify(row).includes('"ease"'))).to.equal(true);
      const old = Buffer.from('Question id,Option id,Mark,Reason\nfit,bid-1,1,No\nease,bid-1,1,No\n');
      expect((await send(browser, old, 'a.csv')).status).to.equal(303);
      expect((await browser.get(`${BASE}/marking-sheet`)).text).to.contain(
        '1 row is of criteria that you have sealed',
      );
    }));

  it('shows its owner nothing that is anybody else’s: no mark, no reason, no draft, no price', () =>
    withHttp(MARKED.slice(0, -5), async (world) => {
      await saveDraft(world, PIA, 'ease', { 'bid-1': { score: '1', reason: 'planted-draft' } });
      const paul = await world.signedIn('paul');
      const text = JSON.stringify(await reader.load(await download(paul, 'marking-sheet.xlsx'), 'a.xlsx'));
      expect(text).to.contain('Bedside Notes');
      expect(text).not.to.match(/planted-(reason|draft|line)|6666600|66,666/);
      for (const who of ['cora', 'abel', 'lead']) {
        const answer = await (await world.signedIn(who)).get(`${BASE}/sheets/marking-sheet.xlsx`);
        expect(answer.status, who).to.equal(403);
        const page = await (await world.signedIn(who)).get(`${BASE}/marking-sheet`);
        expect([page.status, page.text.includes('You do not mark on this decision')]).to.deep.equal([
          200,
          true,
        ]);
      }
      const waiting = Buffer.from('Question id,Option id,Mark,Reason\nease,bid-1,1,Mine\n');
      await send(paul, waiting, 'a.csv');
      expect((await (await world.signedIn('pia')).get(`${BASE}/marking-sheet`)).text).not.to.contain('Mine');
    }));

  it('does through the API what the page does', () =>
    withHttp(OPENED, async (world) => {
      const api = await world.api('pia');
      const content = Buffer.from('Question id,Option id,Mark,Reason\nfit,bid-1,4,Shown\n').toString(
        'base64',
      );
      const path = `/api${BASE}/marking-sheet`;
      const looked = await api.send('post', path, { fileName: 'a.csv', content });
      expect(looked.status, looked.text).to.equal(200);
      expect(looked.body).to.deep.include({ used: false, unchanged: 0, sealedRows: 0 });
      expect(await drafts(world, 'fit')).to.deep.equal({});
      await api.send('post', path, { fileName: 'a.csv', content, use: true }).expect(200);
      expect(await drafts(world, 'fit')).to.deep.equal({ 'bid-1': { score: '4', reason: 'Shown' } });
      const bad = Buffer.from('Question id,Option id,Mark,Reason\nfit,bid-1,9,Shown\n').toString('base64');
      const refused = await api.send('post', path, { fileName: 'a.csv', content: bad });
      expect(refused.status).to.equal(422);
      expect((refused.body as { faults: { path: string }[] }).faults[0]?.path).to.equal('/rows/2/Mark');
      expect((await api.send('post', path, { fileName: 'a.csv', content: 'a b' })).status).to.equal(422);
    }));
});

describe('agreed marks', () => {
  const SEALED = PRICED.slice(0, -2);

  it('come once quality is sealed, a row for each bidder and question, with how each came about', () =>
    withHttp(SEALED, async (world) => {
      const browser = await world.signedIn('pia');
      const sheet = await sheetOf(await download(browser, 'agreed-marks.xlsx'));
      const rows = sheet?.rows ?? [];
      expect(rows[0]).to.deep.equal(
        [
          'Bidder',
          'Question id',
          'Question',
          'Weight (%)',
          'Agreed mark',
          'How it came about',
          'Agreed reason',
        ].map(text),
      );
      expect(rows, 'three bids, two questions; doing nothing is no bidder').to.have.length(7);
      expect(rows[1]).to.deep.equal([
        text('Bedside Notes, planted-supplier-one'),
        text('fit'),
        text('Fit to the work'),
        number('48'),
        number('4'),
        text('Agreed by the panel'),
        text('planted-consensus'),
      ]);
      const [, , , ease] = rows.map((row) => row.slice(4)).slice(1);
      expect(ease, 'marks 2 and, after a change, 3').to.deep.equal([
        number('2.5'),
        text('Mean of 2 marks'),
        text('planted-reason-pia-ease | planted-new-reason'),
      ]);
      const all = JSON.stringify(rows);
      expect(all).not.to.contain('Pia').and.not.to.contain('Paul');
      expect(all).to.contain('The same mark 2 times');
      const csv = (await reader.load(await download(browser, 'agreed-marks.csv'), 'a.csv'))[0]?.rows;
      expect(csv).to.have.length(7);
      const api = await world.api('pia');
      const { body } = await api.get(`/api${BASE}/agreed-marks`).expect(200);
      expect((body as { marks: object[] }).marks).to.have.length(6);
    }));

  it('are not there before, and not for whoever may not see marks', async () => {
    await withHttp(MARKED, async (world) => {
      for (const who of ['lead', 'pia']) {
        const browser = await world.signedIn(who);
        expect((await browser.get(`${BASE}/sheets/agreed-marks.xlsx`)).status).to.equal(409);
      }
    });
    await withHttp(SEALED, async (world) => {
      expect((await world.session().get(`${BASE}/sheets/agreed-marks.xlsx`)).status).to.equal(303);
    });
  });

  it('keep a bid that was set aside later', () =>
    withHttp(PRICED, async (world) => {
      const api = await world.api('lead');
      const { body } = await api.get(`/api${BASE}/agreed-marks`).expect(200);
      const { marks } = body as { marks: { option: string }[] };
      expect(marks.map(({ option }) => option)).to.include('bid-3');
    }));
});
