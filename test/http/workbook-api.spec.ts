import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../support/act-world.ts';
import { withHttp } from '../support/http-world.ts';

const body = (file: string, naming?: object) => ({
  fileName: file,
  contentBase64: readFileSync(join(PROJECT_ROOT, 'test', 'fixtures', 'workbooks', file)).toString('base64'),
  ...(naming ? { naming } : {}),
});

describe('the API reads spreadsheets', function () {
  this.timeout(60_000);

  it('answers with what was understood, the case, its result and what the sheet does not show', () =>
    withHttp([], async (world) => {
      const api = await world.api('lead');
      const { status, body: answer } = await api.send(
        'post',
        '/api/workbooks/read',
        body('letters-long.xlsx'),
      );
      expect(status, JSON.stringify(answer)).to.equal(200);
      expect(answer.understood.counts).to.include({ bidders: 3, criteria: 4, assessors: 2, marks: 24 });
      expect(answer.naming.columns.E).to.include({ role: 'mark' });
      expect(answer.case.format).to.equal('counterweight-case/1');
      expect(answer.result.winner).to.equal('beech-example');
      expect(answer.howSure).to.include('Beech Example is first');
      expect(answer.missed.map(({ id }: { id: string }) => id)).to.include('reasons');
      expect(await world.store.records.list('draft', world.clock.nowIso())).to.deep.equal([]);
    }));

  it('names bad cells, and gives neither case nor result then', () =>
    withHttp([], async (world) => {
      const api = await world.api('lead');
      const { status, body: answer } = await api.send(
        'post',
        '/api/workbooks/read',
        body('records-words-for-marks.xlsx'),
      );
      expect(status).to.equal(200);
      expect(answer.faults.map(({ path }: { path: string }) => path)).to.deep.equal([
        '#/Scores/F3',
        '#/Scores/F8',
      ]);
      expect(answer).to.not.have.any.keys('case', 'result');
      expect(answer.rubric).to.equal(null);
      const report = await api.send(
        'post',
        '/api/workbooks/report.pdf',
        body('records-words-for-marks.xlsx'),
      );
      expect(report.status).to.equal(422);
      expect(report.body.faults).to.have.length(2);
    }));

  it('reads columns as named, gives a rubric of a questionnaire, and refuses what is no file', () =>
    withHttp([], async (world) => {
      const api = await world.api('lead');
      const columns = [
        { column: 'E', role: 'none' },
        { column: 'F', role: 'none' },
      ];
      const named = await api.send(
        'post',
        '/api/workbooks/read',
        body('rota-wide-by-bidder.xlsx', { columns, highest: '10' }),
      );
      expect(named.body.bidders).to.deep.equal(['Alder Example']);
      expect(named.body.case.rubric.scale.highest).to.equal(10);
      const questions = await api.send('post', '/api/workbooks/read', body('tender-questionnaire.xlsx'));
      expect(questions.body.rubric.criteria).to.have.length(4);
      const other = await api.send('post', '/api/workbooks/read', {
        fileName: 'x.xlsx',
        contentBase64: 'UEsDBA==',
      });
      expect(other.status).to.equal(422);
      expect(
        (await api.send('post', '/api/workbooks/read', { fileName: 'x.xlsx', contentBase64: '<>' })).status,
      ).to.equal(422);
    }));

  it('takes a body of more than a megabyte', () =>
    withHttp([], async (world) => {
      const api = await world.api('lead');
      const rows = Array.from(
        { length: 22_000 },
        (_, row) => `Question ${row % 11},Bidder ${row % 7},${row % 5},some words as a reason`,
      );
      const csv = ['Question,Bidder,Mark,Reason', ...rows.slice(0, 19_000)].join('\n');
      const contentBase64 = Buffer.from(csv.padEnd(900_000, '\n')).toString('base64');
      const answer = await api.send('post', '/api/workbooks/read', { fileName: 'long.csv', contentBase64 });
      expect(contentBase64.length).to.be.greaterThan(1_050_000);
      expect([200, 413], answer.text.slice(0, 300)).to.include(answer.status);
      expect(answer.text).not.to.include('What was sent is too large');
    }));
});
