import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeRubric, scored } from '../core/rubric/make-rubric.ts';
import { makeCase, mark, option } from '../core/scoring/make-case.ts';
import type { Answer } from '../support/cli-command.ts';
import { expectRefused, runCommandOn } from '../support/cli-command.ts';
import { runCli } from '../support/cli-process.ts';
import { countIn } from '../support/cli-store.ts';

const COMMANDS = [
  'rubric',
  'evaluate',
  'report',
  'verify',
  'export',
  'import',
  'backup',
  'restore',
  'token',
  'sign-in',
  'demo',
];

describe('using the command line', function () {
  this.timeout(120_000);
  let parent: string;
  let data: string;
  let run: (...words: readonly string[]) => Promise<Answer>;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'counterweight-usage-'));
    data = join(parent, 'data');
    run = runCommandOn(data);
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));
  const put = async (name: string, value: unknown): Promise<string> => {
    const file = join(parent, name);
    await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
    return file;
  };

  describe('help and usage', () => {
    it('lists every command and the exit codes on stdout with --help, and exits 0', async () => {
      for (const words of [['--help'], ['help']]) {
        const { code, stdout, stderr } = await run(...words);
        const text = stdout.join('\n');
        for (const command of COMMANDS) expect(text).to.match(new RegExp(`^  ${command}\\b`, 'm'));
        expect(text).to.include('Exit codes: 0 good');
        expect([code, stderr]).to.deep.equal([0, []]);
      }
    });

    it('explains each command with --help, and exits 0', async () => {
      for (const command of COMMANDS) {
        const { code, stdout } = await run(command, '--help');
        expect(stdout[0]).to.match(new RegExp(`^Usage: counterweight ${command}`));
        expect(code).to.equal(0);
      }
    });

    it('refuses an unknown command, option or number of words on stderr, and makes nothing', async () => {
      expectRefused(await run('evalute', 'case.json'), "unknown command 'evalute'");
      expectRefused(await run('verify', 'a.json', '--loud'), "unknown option '--loud'");
      expectRefused(await run('verify'), "missing required argument 'file'");
      expectRefused(await run('verify', 'a.json', 'b.json'), 'too many arguments');
      expectRefused(await run('export', 'x'), "required option '--out <file>' not specified");
      expectRefused(await run('backup'), "required option '--out <file>' not specified");
      expectRefused(await run('token', 'create', '--role', 'lead'), "required option '--email <email>'");
      expectRefused(await run('token', 'make'), "unknown command 'make'");
      expect(await readdir(parent)).to.deep.equal([]);
    });

    it('says how it is used when told nothing, and exits 2', async () => {
      const { code, stdout, stderr } = await run();
      expect([code, stdout]).to.deep.equal([2, []]);
      expect(stderr[0]).to.match(/^Usage: counterweight/);
    });

    it('names a wrong setting once, and makes nothing', async () => {
      const withPort = runCommandOn(data, { PORT: 'abc' });
      const answer = await withPort('sign-in', '--email', 'sam@example.org');
      expectRefused(answer, "PORT: 'abc' is not a port");
      expect(answer.stderr.join('\n').match(/PORT/g)).to.have.length(1);
      expect(await readdir(parent)).to.deep.equal([]);
    });
  });

  describe('token create and sign-in', () => {
    it('prints a token on stdout and nothing else, and the account has the role', async () => {
      const { code, stdout, stderr } = await run(
        'token',
        'create',
        '--email',
        'Sam@Example.org',
        '--role',
        'lead',
      );
      expect([code, stderr]).to.deep.equal([0, []]);
      expect(stdout).to.have.length(1);
      expect(stdout[0]).to.match(/^\S{20,}$/);
      expect(await countIn(data)).to.include({ accounts: 1, tokens: 1 });
    });

    it('refuses a role that does not exist, naming those that do, and makes nothing', async () => {
      const answer = await run('token', 'create', '--email', 'sam@example.org', '--role', 'emperor');
      expectRefused(answer, 'emperor', 'administrator', 'lead', 'panel');
      expect(await readdir(parent)).to.deep.equal([]);
    });

    it('refuses what is not an email address, and makes no account', async () => {
      for (const email of ['sam', 'sam@', '@example.org', 'sam@example.org, kim@example.org', '']) {
        const answer = await run('token', 'create', '--email', email, '--role', 'lead');
        expectRefused(answer, 'Give a full email address');
        expect(answer.stderr).to.have.length(1);
      }
      expect(await countIn(data)).to.include({ accounts: 0, tokens: 0 });
    });

    it('prints a one-time link for an account, and the code beside it on stderr', async () => {
      await run('token', 'create', '--email', 'sam@example.org', '--role', 'lead');
      const { code, stdout, stderr } = await run('sign-in', '--email', 'SAM@example.org');
      expect(code).to.equal(0);
      expect(stdout).to.have.length(1);
      expect(stdout[0]).to.match(/^http:\/\/127\.0\.0\.1:3000\/sign-in\/link#\S+$/);
      expect(stderr).to.have.length(1);
    });

    it('refuses an address that has no account, naming it', async () => {
      expectRefused(await run('sign-in', '--email', 'kim@example.org'), 'kim@example.org', 'no account');
    });
  });

  describe('case and rubric files', () => {
    const rubric = makeRubric([scored('fit', 10000)]);
    const good = makeCase(rubric, [option('a'), option('b')], [mark('a', 'fit', 3), mark('b', 'fit', 2)]);

    it('are taken when they are right', async () => {
      expect((await run('evaluate', await put('case.json', good))).code).to.equal(0);
      expect((await run('rubric', 'check', await put('rubric.json', rubric))).code).to.equal(0);
    });

    it('are refused by file and place when they are wrong, and by no door is anything left behind', async () => {
      const broken = await put('broken.json', '{\n  "format": ]\n}');
      const badCase = await put('bad-case.json', { ...good, options: [] });
      const badRubric = await put('bad-rubric.json', makeRubric([scored('fit', 9999)]));
      const out = join(parent, 'out.pdf');
      for (const words of [['evaluate'], ['report', '--out', out], ['rubric', 'check']]) {
        expectRefused(await run(...words, broken), `${broken}:2`);
        expectRefused(await run(...words, join(parent, 'absent.json')), join(parent, 'absent.json'));
      }
      for (const words of [['evaluate'], ['report', '--out', out]]) {
        expectRefused(await run(...words, badCase), `${badCase}#/options: `);
        expectRefused(await run(...words, badRubric), `${badRubric}#`);
      }
      expectRefused(await run('rubric', 'check', badRubric), `${badRubric}#/`, '9999', '10000');
      expect((await readdir(parent)).sort()).to.deep.equal([
        'bad-case.json',
        'bad-rubric.json',
        'broken.json',
      ]);
    });

    it('make no report without a browser, and no file', async () => {
      const withoutBrowser = runCommandOn(data, { PUPPETEER_EXECUTABLE_PATH: join(parent, 'no-browser') });
      const out = join(parent, 'out.pdf');
      const answer = await withoutBrowser('report', await put('case.json', good), '--out', out);
      expectRefused(answer, 'PUPPETEER_EXECUTABLE_PATH', 'no-browser');
      expect(await readdir(parent)).to.deep.equal(['case.json']);
    });
  });

  it('says which store cannot be opened, and leaves what is in its place', async () => {
    const file = await put('data', 'a shopping list');
    const commands = [
      ['token', 'create', '--email', 'sam@example.org', '--role', 'lead'],
      ['export', '0'.repeat(32), '--out', join(parent, 'out.json')],
      ['backup', '--out', join(parent, 'out.backup')],
      ['demo'],
    ];
    for (const words of commands) expectRefused(await run(...words), file, 'cannot be opened');
    expect(await readdir(parent)).to.deep.equal(['data']);
    expect(await readFile(file, 'utf8')).to.equal('a shopping list');
  });

  it('keeps to the same streams and exit codes in a process of its own', async () => {
    const refused = await runCli(['export', '0'.repeat(32), '--out', join(parent, 'out.json')], {
      DATA_DIR: data,
    });
    expect(refused).to.deep.equal({
      code: 2,
      stdout: '',
      stderr: `There is no decision '${'0'.repeat(32)}' in this store.\n`,
    });
    const faulty = await put('faulty.json', '{}\n');
    const found = await runCli(['verify', faulty], {});
    expect(found.code).to.equal(1);
    expect(found.stdout).to.match(/^faulty: /);
    expect(found.stderr).to.equal('');
  });
});
