import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import type { Answer } from '../support/cli-command.ts';
import { expectRefused, runCommandOn } from '../support/cli-command.ts';
import { listBytes } from '../support/cli-folder.ts';
import { countIn, startDecisionIn } from '../support/cli-store.ts';

const golden = (name: string): string => new URL(`../golden/ledger/${name}.json`, import.meta.url).pathname;

describe('the command line', function () {
  this.timeout(120_000);
  let parent: string;
  let data: string;
  let run: (...words: readonly string[]) => Promise<Answer>;
  const at = (name: string): string => join(parent, name);
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'counterweight-commands-'));
    data = at('data');
    run = runCommandOn(data);
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const pdfWith = async (attached?: Uint8Array): Promise<string> => {
    const document = await PDFDocument.create();
    document.addPage();
    if (attached) await document.attach(attached, 'decision.json', { mimeType: 'application/json' });
    await writeFile(at('decision.pdf'), await document.save());
    return at('decision.pdf');
  };

  describe('verify', () => {
    it('says intact, how many parts are absent and the verify code, and exits 0', async () => {
      const { code, stdout, stderr } = await run('verify', golden('valid/erased-and-withheld'));
      expect(code).to.equal(0);
      expect(stdout[0]).to.match(
        /^intact: \d+ entries, \d+ parts? (is|are) withheld, \d+ parts? (is|are) erased$/,
      );
      expect(stdout[1]).to.match(/^verify code \S+$/);
      expect(stderr).to.deep.equal([]);
    });

    it('says faulty with every fault, and exits 1', async () => {
      for (const name of await readdir(new URL('../golden/ledger/invalid', import.meta.url))) {
        const { code, stdout, stderr } = await run('verify', golden(`invalid/${name.slice(0, -5)}`));
        expect(code, name).to.equal(1);
        expect(stdout[0], name).to.match(/^faulty: [1-9]\d* faults? found$/);
        expect(stdout.length, name).to.equal(Number(/\d+/.exec(stdout[0] ?? '')?.[0]) + 1);
        expect(stderr, name).to.deep.equal([]);
      }
    });

    it('prints the same as one JSON value with --json', async () => {
      const good = await run('verify', '--json', golden('valid/small'));
      expect(JSON.parse(good.stdout.join('\n'))).to.include({ intact: true });
      const bad = await run('verify', '--json', golden('invalid/edited-section'));
      expect(JSON.parse(bad.stdout.join('\n'))).to.include({ intact: false });
      expect([good.code, bad.code]).to.deep.equal([0, 1]);
    });

    it('reads the export out of a PDF', async () => {
      const good = await run('verify', await pdfWith(await readFile(golden('valid/small'))));
      expect(good.code, good.stderr.join()).to.equal(0);
      expect(good.stdout[0]).to.match(/^intact: /);
      const bad = await run('verify', await pdfWith(await readFile(golden('invalid/edited-section'))));
      expect(bad.code).to.equal(1);
      expect(bad.stdout[0]).to.match(/^faulty: /);
    });

    it('finds a PDF faulty that carries nothing', async () => {
      const { code, stdout } = await run('verify', await pdfWith());
      expect(code).to.equal(1);
      expect(stdout).to.deep.equal(['faulty: this PDF carries no export and no case.']);
    });

    it('finds bytes faulty that are no export, and never falls over them', async () => {
      const bytes = Buffer.from(Array.from({ length: 4096 }, (_unused, index) => (index * 7919 + 13) % 256));
      await writeFile(at('noise'), bytes);
      const { code, stdout } = await run('verify', at('noise'));
      expect(code).to.equal(1);
      expect(stdout[0]).to.match(/^faulty: /);
    });

    it('refuses what cannot be read: no such file, a folder, the start of a PDF', async () => {
      await writeFile(at('torn.pdf'), '%PDF-1.7\nnothing more');
      expectRefused(await run('verify', at('absent.json')), at('absent.json'), 'cannot be read');
      expectRefused(await run('verify', parent), parent, 'cannot be read');
      expectRefused(await run('verify', at('torn.pdf')), 'PDF cannot be read');
    });
  });

  describe('export and import', () => {
    it('carries a decision from one store to another', async () => {
      const decision = await startDecisionIn(data, 'Ward round software');
      const exported = await run('export', decision, '--out', at('one.json'));
      expect(exported).to.deep.equal({ code: 0, stdout: [], stderr: [`Written: ${at('one.json')}`] });
      expect((await run('verify', at('one.json'))).code).to.equal(0);
      const taken = await runCommandOn(at('other'))('import', at('one.json'));
      expect(taken).to.deep.equal({ code: 0, stdout: [`${decision} 1 entries`], stderr: [] });
      await runCommandOn(at('other'))('export', decision, '--out', at('two.json'));
      expect(await readFile(at('two.json'), 'utf8')).to.equal(await readFile(at('one.json'), 'utf8'));
    });

    it('refuses an unknown decision and writes no file', async () => {
      for (const id of ['0'.repeat(32), '../../etc/passwd', '']) {
        expectRefused(await run('export', id, '--out', at('out.json')), `no decision '${id}'`);
      }
      expect(await readdir(parent)).to.deep.equal(['data']);
    });

    it('refuses a place it cannot write to, and leaves no part of a file', async () => {
      const decision = await startDecisionIn(data, 'Ward round software');
      const out = join(parent, 'no-such-folder', 'out.json');
      expectRefused(await run('export', decision, '--out', out), out, 'cannot be written');
      expectRefused(await run('export', decision, '--out', data), data, 'cannot be written');
      expect(await readdir(parent)).to.deep.equal(['data']);
    });

    it('takes a decision in once, and leaves it alone the second time', async () => {
      const decision = await startDecisionIn(data, 'Ward round software');
      await run('export', decision, '--out', at('one.json'));
      expectRefused(await run('import', at('one.json')), decision, 'already in this store');
      expect(await countIn(data)).to.include({ decisions: 1 });
    });

    it('refuses an export that does not verify, each fault with its file, and takes nothing in', async () => {
      const decision = await startDecisionIn(data, 'Ward round software');
      await run('export', decision, '--out', at('one.json'));
      const other = runCommandOn(at('other'));
      const text = await readFile(at('one.json'), 'utf8');
      const spoilt = {
        changed: text.replace('Ward', 'Yard'),
        cut: text.slice(0, -40),
        empty: '',
        noise: '{]',
      };
      for (const [name, content] of Object.entries(spoilt)) {
        await writeFile(at(name), content);
        const answer = await other('import', at(name));
        expectRefused(answer);
        expect(answer.stderr, name).to.have.length.greaterThan(0);
        for (const line of answer.stderr) expect(line, name).to.match(new RegExp(`^${at(name)}#\\S*: [A-Z]`));
      }
      expectRefused(await other('import', at('absent')), at('absent'), 'cannot be read');
      expect(await countIn(at('other'))).to.include({ decisions: 0 });
    });
  });

  describe('backup and restore', () => {
    it('fills an empty store with all that was in the first', async () => {
      await startDecisionIn(data, 'Ward round software');
      await run('token', 'create', '--email', 'sam@example.org', '--role', 'administrator');
      const backup = await run('backup', '--out', at('backup'));
      expect(backup).to.deep.equal({ code: 0, stdout: [], stderr: [`Written: ${at('backup')}`] });
      const restored = await runCommandOn(at('other'))('restore', at('backup'));
      expect(restored).to.deep.equal({ code: 0, stdout: [], stderr: ['Restored.'] });
      expect(await countIn(at('other'))).to.deep.equal(await countIn(data));
    });

    it('never writes over a backup, nor where it cannot', async () => {
      await writeFile(at('kept'), 'precious');
      expectRefused(await run('backup', '--out', at('kept')), at('kept'), 'exists already');
      expect(await readFile(at('kept'), 'utf8')).to.equal('precious');
      const nowhere = join(parent, 'no-such-folder', 'backup');
      expectRefused(await run('backup', '--out', nowhere), nowhere);
      expect((await readdir(parent)).sort()).to.deep.equal(['data', 'kept']);
    });

    it('refuses a store that holds something, which stays as it is', async () => {
      await startDecisionIn(data, 'Ward round software');
      await run('backup', '--out', at('backup'));
      const before = listBytes(data);
      expectRefused(await run('restore', at('backup')), data, 'already holds data', 'DATA_DIR');
      expect(listBytes(data)).to.deep.equal(before);
    });

    it('refuses a broken backup by file and line, and keeps nothing of it', async () => {
      await startDecisionIn(data, 'Ward round software');
      await run('backup', '--out', at('backup'));
      const whole = await readFile(at('backup'), 'utf8');
      const lines = whole.trimEnd().split('\n');
      const other = runCommandOn(at('other'));
      const spoilt: readonly (readonly [string, string])[] = [
        [`${lines.slice(0, -1).join('\n')}\n`, `:${lines.length - 1}: `],
        [whole.slice(0, -4), `:${lines.length}: `],
        [`${lines.slice(0, 1).join('\n')}\n{]\n`, ':2: '],
        ['a shopping list\n', ':1: '],
        ['', ':0: '],
      ];
      for (const [content, place] of spoilt) {
        await writeFile(at('spoilt'), content);
        expectRefused(await other('restore', at('spoilt')), `${at('spoilt')}${place}`);
        expect(await countIn(at('other'))).to.deep.equal({ decisions: 0, accounts: 0, tokens: 0 });
      }
      expectRefused(await other('restore', at('absent')), at('absent'), 'cannot be read');
      expect((await other('restore', at('backup'))).code, 'and is still free for the whole one').to.equal(0);
    });
  });
});
