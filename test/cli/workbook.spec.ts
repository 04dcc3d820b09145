import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../support/cli-command.ts';
import { expectRefused, runCommandOn } from '../support/cli-command.ts';

const fixture = (name: string): string => new URL(`../fixtures/workbooks/${name}`, import.meta.url).pathname;

describe('counterweight workbook', function () {
  this.timeout(60_000);
  let folder: string;
  let run: (...words: readonly string[]) => Promise<Answer>;
  const at = (name: string): string => join(folder, name);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counterweight-workbook-'));
    run = runCommandOn(at('data'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes a case that evaluate takes', async () => {
    const read = await run('workbook', fixture('letters-long.xlsx'), '--out', at('case.json'));
    expect(read.code, read.stderr.join()).to.equal(0);
    expect(read.stdout[0]).to.equal('We understood 3 bidders, 4 questions, 2 assessors and 24 marks.');
    expect(read.stdout.join('\n')).to.include('A  criterion').and.include('F  reason');
    const ranked = await run('evaluate', at('case.json'), '--json');
    expect(ranked.code, ranked.stderr.join()).to.equal(0);
    const result = JSON.parse(ranked.stdout.join('\n')) as {
      winner: string;
      options: { id: string; total: number }[];
    };
    expect(result.winner).to.equal('beech-example');
    expect(result.options.map(({ total }) => total)).to.deep.equal([54.5, 78.5, 71]);
  });

  it('writes the rubric of a questionnaire, which rubric check takes', async () => {
    const read = await run('workbook', fixture('tender-questionnaire.xlsx'), '--out', at('rubric.json'));
    expect(read.code, read.stderr.join()).to.equal(0);
    expect(read.stdout.join('\n')).to.include('There are no marks');
    const checked = await run('rubric', 'check', at('rubric.json'));
    expect(checked.code, checked.stderr.join()).to.equal(0);
  });

  it('names every bad cell on a line of its own and writes nothing', async () => {
    const file = fixture('records-dates-for-marks.xlsx');
    const answer = await run('workbook', file, '--out', at('case.json'));
    expectRefused(answer, `${file}#/Scores/F4: row 4, column Score: holds the date 3 May 2026`);
    expect(answer.stderr).to.have.length(2);
    expect(await readFile(at('case.json')).catch(() => 'none')).to.equal('none');
  });

  it('refuses what is no spreadsheet, a broken line, and flags that name nothing', async () => {
    await writeFile(at('words.docx'), 'not a workbook');
    expectRefused(await run('workbook', at('nowhere.xlsx')), 'nowhere.xlsx');
    expectRefused(
      await run('workbook', fixture('screens-broken-quotes.csv')),
      'screens-broken-quotes.csv:3:',
    );
    const file = fixture('letters-long.xlsx');
    expectRefused(await run('workbook', file, '--columns', 'weight'), '--columns', 'weight=B');
    expectRefused(await run('workbook', file, '--columns', 'wait=B'), '--columns', "'wait' is none of");
    expectRefused(await run('workbook', file, '--scale', 'five'), '--scale');
    expectRefused(await run('workbook', file, '--sheet', 'Nowhere'), "no sheet 'Nowhere'");
    expectRefused(await run('workbook', file, '--heading-row', 'two'), '--heading-row');
  });

  it('reads the columns as they are named', async () => {
    const file = fixture('rota-wide-by-bidder.xlsx');
    const answer = await run(
      'workbook',
      file,
      '--columns',
      'criterion=B,weight=C,mark=D,none=E,none=F',
      '--scale',
      '0-10',
      '--title',
      'Rota',
      '--json',
    );
    expect(answer.code, answer.stderr.join()).to.equal(0);
    const json = JSON.parse(answer.stdout.join('\n')) as {
      bidders: string[];
      case: { title: string; rubric: { scale: object } };
    };
    expect(json.bidders).to.deep.equal(['Alder Example']);
    expect(json.case.title).to.equal('Rota');
    expect(json.case.rubric.scale).to.include({ lowest: 0, highest: 10 });
  });
});
