import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { renderExport } from '../../src/ledger/export.ts';
import { expectRefused, runCommandOn } from '../support/cli-command.ts';
import { APPROVED, WAITING } from '../support/decision-states.ts';
import { DECISION, recordActs } from '../support/record-acts.ts';

describe('sharing a decision by command', function () {
  this.timeout(60_000);
  let parent: string;
  const at = (name: string): string => join(parent, name);
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'counterweight-share-'));
    await writeFile(at('made.json'), renderExport(recordActs(APPROVED).entries));
    await writeFile(at('open.json'), renderExport(recordActs(WAITING).entries));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('writes a file here that another store takes in, once', async () => {
    const here = runCommandOn(at('here'));
    const there = runCommandOn(at('there'));
    expect((await here('import', at('made.json'))).code).to.equal(0);
    const made = await here('share', DECISION, '--out', at('share.json'), '--contact', 'team@example.org');
    expect(made, made.stderr.join()).to.include({ code: 0 });
    expect(made.stdout).to.deep.equal([]);
    const file = await readFile(at('share.json'), 'utf8');
    expect(file).to.include('counterweight-shared-decision/1').and.include('team@example.org');
    expect(file).not.to.include('planted-');
    const first = await there('import-shared', at('share.json'));
    expect(first.code, first.stderr.join()).to.equal(0);
    expect(first.stdout[0]).to.match(/^[0-9a-f]{32} Notes at the bedside$/);
    expect((await there('import-shared', at('share.json'))).stdout).to.deep.equal(first.stdout);
  });

  it('refuses a decision that is not made or not here, and a file that is none, a fault a line', async () => {
    const run = runCommandOn(at('here'));
    await run('import', at('open.json'));
    expectRefused(await run('share', DECISION, '--out', at('x.json')), 'Only a decision that is made');
    expectRefused(await run('share', 'f'.repeat(32), '--out', at('x.json')), 'There is no decision');
    expectRefused(await run('import-shared', at('made.json')), `${at('made.json')}#`);
    expectRefused(await run('import-shared', at('nowhere.json')), 'nowhere.json');
  });
});
