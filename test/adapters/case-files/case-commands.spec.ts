import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../src/core/scoring/result.ts';
import { recomputeCase } from '../../../src/usecases/evaluate-case.ts';
import { makeRubric, scored } from '../../core/rubric/make-rubric.ts';
import { makeCase, mark, option } from '../../core/scoring/make-case.ts';
import { tenderCase } from '../../core/scoring/worked-cases.ts';
import { caseFiles, runCaseCli } from '../../support/run-case-cli.ts';

const rubric = makeRubric([scored('fit', 10000)]);
const given = makeCase(rubric, [option('a'), option('b')], [mark('a', 'fit', 3), mark('b', 'fit', 2)]);

describe('commands on case and rubric files', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'case-files-'))));
  after(() => rmSync(folder, { recursive: true }));
  const put = (name: string, value: unknown): string => {
    const file = join(folder, name);
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return file;
  };

  describe('evaluate', () => {
    it('prints a table and a sentence for people, with nothing on stderr', async () => {
      const { code, stdout, stderr } = await runCaseCli('evaluate', put('tender.json', tenderCase()));
      expect([code, stderr]).to.deep.equal([0, []]);
      expect(stdout).to.contain('First: P.').and.contain('79.50').and.contain('£480,000.00');
      expect(stdout).to.contain("R is out. 'team' has the score 1.666667; the minimum is 2.");
      expect(stdout).to.contain('stops being first if “social” counts for less than 11%');
    });

    it('prints the whole result with --json, the same bytes each time', async () => {
      const file = put('tender.json', tenderCase());
      const [one, two] = [
        await runCaseCli('evaluate', file, '--json'),
        await runCaseCli('evaluate', file, '--json'),
      ];
      const result = JSON.parse(one.stdout) as Result;
      expect(result.winner).to.equal('p');
      expect(result.format).to.equal('counterweight-result/1');
      expect(two.stdout).to.equal(one.stdout);
    });

    it('takes the rubric by path beside the case file, and by the id of one that ships', async () => {
      put('own.json', rubric);
      expect(
        (await runCaseCli('evaluate', put('by-path.json', { ...given, rubric: 'own.json' }))).code,
      ).to.equal(0);
      const shipped = await runCaseCli('evaluate', put('by-id.json', { ...given, rubric: 'small-buy' }));
      expect(shipped.code).to.equal(2);
      expect(shipped.stderr.join('\n')).to.contain("There is no criterion 'fit' in this rubric.");
    });

    it('gives every fault its own line with file and pointer, and nothing on stdout', async () => {
      const file = put('faulty.json', { ...given, marks: [mark('x', 'fit', 3), mark('a', 'fit', 9)] });
      const { code, stdout, stderr } = await runCaseCli('evaluate', file);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.deep.equal([
        `${file}#/marks/0/option: There is no option 'x' in this case.`,
        `${file}#/marks/1/score: 9 is not on the scale of 'fit'; a mark is 0, 1, 2, 3, 4 or 5.`,
      ]);
    });

    it('gives faults of the case and of the rubric inside it together', async () => {
      const file = put('both.json', { ...given, extra: 1, rubric: { ...rubric, version: 'one' } });
      expect((await runCaseCli('evaluate', file)).stderr).to.deep.equal([
        `${file}#/extra: unknown key 'extra'.`,
        `${file}#/rubric/version: must be a whole number.`,
      ]);
      const noRubric = put('neither.json', { ...given, extra: 1, rubric: null });
      expect((await runCaseCli('evaluate', noRubric)).stderr).to.have.length(2);
    });

    it('takes marks of as many decimals as a number keeps, and decides on all of them', async () => {
      const fine = (decimals: number) => ({ ...rubric, scale: { lowest: 0, highest: 1, decimals } });
      const marks = [mark('a', 'fit', 0.4512345678902), mark('b', 'fit', 0.4512345678901)];
      const file = put('fine.json', { ...given, rubric: fine(13), marks });
      const { code, stdout } = await runCaseCli('evaluate', file, '--json');
      const result = JSON.parse(stdout) as Result;
      expect([code, result.winner, result.options[1]?.total]).to.deep.equal([0, 'a', 45.123457]);
      const finer = put('finer.json', { ...given, rubric: fine(16), marks });
      expect((await runCaseCli('evaluate', finer)).stderr).to.deep.equal([
        `${finer}#/rubric/scale/decimals: must be at most 15.`,
      ]);
    });

    it('lists every missing piece, and works out the rest with --partial', async () => {
      const file = put('missing.json', { ...given, marks: given.marks.slice(0, 1) });
      const whole = await runCaseCli('evaluate', file);
      expect([whole.code, whole.stdout]).to.deep.equal([2, '']);
      expect(whole.stderr).to.deep.equal([
        `${file}#/options/1/criteria/fit: Option 'b' has neither a panel mark nor a consensus on 'fit'.`,
      ]);
      const partial = await runCaseCli('evaluate', file, '--partial', '--json');
      expect(partial.code).to.equal(0);
      expect((JSON.parse(partial.stdout) as Result).incomplete).to.have.length(1);
    });

    it('places faults of a rubric file in that file', async () => {
      put('bad-rubric.json', makeRubric([scored('fit', 9999)]));
      const { stderr } = await runCaseCli(
        'evaluate',
        put('uses-bad.json', { ...given, rubric: 'bad-rubric.json' }),
      );
      expect(stderr[0]).to.match(
        new RegExp(`^${join(folder, 'bad-rubric.json')}#/criteria: The weights here sum to 9999`, 'u'),
      );
    });

    it('names the line of broken JSON, a file that is not there, and a rubric that is not', async () => {
      const broken = put('broken.json', '{\n  "format": "counterweight-case/1",\n  oops\n}');
      expect((await runCaseCli('evaluate', broken)).stderr).to.deep.equal([
        `${broken}:3: a key in double quotes is missing here.`,
      ]);
      const absent = join(folder, 'absent.json');
      expect(await runCaseCli('evaluate', absent)).to.deep.equal({
        code: 2,
        stdout: '',
        stderr: [`${absent}#: there is no such file.`],
      });
      const noRubric = put('no-rubric.json', { ...given, rubric: 'nowhere' });
      expect((await runCaseCli('evaluate', noRubric)).stderr[0]).to.contain(
        `${noRubric}#/rubric: no rubric with the id 'nowhere'`,
      );
    });

    it('lets --draws and --seed win over the settings of the case', async () => {
      const file = put('plain.json', { ...given, settings: { seed: 1, draws: 500 } });
      const drawn = async (...flags: readonly string[]): Promise<unknown> => {
        const { stdout } = await runCaseCli('evaluate', file, '--json', ...flags);
        const { draws, seed, halfWidth95 } = (JSON.parse(stdout) as Result).robustness ?? {};
        return [draws, seed, halfWidth95];
      };
      expect(await drawn()).to.deep.equal([500, 1, 0.043827]);
      expect(await drawn('--draws', '2500', '--seed', '9')).to.deep.equal([2500, 9, 0.0196]);
    });

    it('refuses a number of draws, a seed or a number of workers that is none, by name', async () => {
      const file = put('plain.json', given);
      for (const [flag, value] of [
        ['--draws', '0'],
        ['--draws', 'many'],
        ['--seed', '-1'],
        ['--seed', '1.5'],
        ['--workers', '65'],
      ] as const) {
        const { code, stdout, stderr } = await runCaseCli('evaluate', file, `${flag}=${value}`);
        expect([code, stdout]).to.deep.equal([2, '']);
        expect(stderr[0]).to.contain(`${flag}: '${value}' is not a whole number from`);
      }
    });

    it('gives the same bytes for any number of workers', async () => {
      const file = put('plain.json', { ...given, settings: { draws: 5000, scoreUncertainty: 'panel' } });
      const [one, two] = await Promise.all(
        ['1', '2'].map((workers) => runCaseCli('evaluate', file, '--json', '--workers', workers)),
      );
      expect(one?.stdout).to.equal(two?.stdout);
      expect(one?.code).to.equal(0);
    });

    it('counts a cost line without a year as year 0 and as tendered', async () => {
      const priced = makeRubric([
        { id: 'price', title: 'P', kind: 'price', weightBp: 10000, basis: 'tendered', method: 'min-max' },
      ]);
      const raw = {
        ...makeCase(priced, [], []),
        options: [{ id: 'a', title: 'A', kind: 'bid', costs: [{ line: 'all', pence: 500 }] }],
      };
      const { stdout } = await runCaseCli('evaluate', put('yearless.json', raw), '--json');
      expect((JSON.parse(stdout) as Result).options[0]?.costPence).to.equal(500);
    });

    it('evaluates a case again from its bytes, by id but not by path', async () => {
      const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
      expect((await recomputeCase(caseFiles, bytes(given))).winner).to.equal('a');
      const refused = await recomputeCase(caseFiles, bytes({ ...given, rubric: '../own.json' })).catch(
        (error: unknown) => error,
      );
      expect(String(refused)).to.contain('case.json#/rubric');
    });
  });

  describe('rubric check', () => {
    it('says that a rubric can be used and prints its questions; --strict makes them count', async () => {
      const file = put('asking.json', rubric);
      const { code, stdout, stderr } = await runCaseCli('rubric', 'check', file);
      expect([code, stderr]).to.deep.equal([0, []]);
      expect(stdout).to.contain('can be used').and.contain('rubric/need-link-missing').and.contain('?');
      expect((await runCaseCli('rubric', 'check', file, '--strict')).code).to.equal(1);
    });

    it('with --strict is content with a rubric that raises none', async () => {
      const quiet = makeRubric([
        scored('fit', 9000, { linkToNeed: 'All of it.' }),
        scored('new', 1000, { linkToNeed: 'All of it.', tags: ['innovation'] }),
      ]);
      expect((await runCaseCli('rubric', 'check', put('quiet.json', quiet), '--strict')).code).to.equal(0);
    });

    it('prints every fault of every file, and nothing on stdout', async () => {
      const one = put('one.json', makeRubric([scored('fit', 9999)]));
      const two = put('two.json', { ...rubric, wieght: 1 });
      const { code, stdout, stderr } = await runCaseCli(
        'rubric',
        'check',
        put('fine.json', rubric),
        one,
        two,
      );
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr.map((line) => line.split(': ')[0])).to.deep.equal([`${one}#/criteria`, `${two}#/wieght`]);
    });

    it('passes every rubric that ships, as JSON for machines', async () => {
      const { code, stdout } = await runCaseCli('rubric', 'check', 'rubrics/small-buy.v1.json', '--json');
      expect(code).to.equal(0);
      expect(JSON.parse(stdout)).to.have.nested.property('[0].id', 'small-buy');
    });

    it('without a file is a usage error', async () => {
      expect((await runCaseCli('rubric', 'check')).code).to.equal(2);
    });
  });
});
