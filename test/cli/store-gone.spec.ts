import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ServerProcess } from '../long/support/server-process.ts';
import { startServer } from '../long/support/server-process.ts';
import { runCommandOn } from '../support/cli-command.ts';
import { startDecisionIn } from '../support/cli-store.ts';

describe('a server whose store is taken away', function () {
  this.timeout(180_000);
  let parent: string;
  let data: string;
  let token: string;
  let server: ServerProcess;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'counterweight-gone-'));
    data = join(parent, 'data');
    const made = await runCommandOn(data)('token', 'create', '--email', 'lead@example.org', '--role', 'lead');
    token = made.stdout[0] ?? '';
    await startDecisionIn(data, 'Ward round software');
    server = await startServer(data);
  });
  afterEach(async () => {
    await server.kill();
    await rm(parent, { recursive: true, force: true });
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.address}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    return { status: response.status, text: await response.text() };
  };
  const start = () =>
    ask('/api/decisions', {
      method: 'POST',
      body: JSON.stringify({ title: 'Another', purpose: 'appraisal', leadJob: 'Lead' }),
    });

  it('says so to whoever reads or writes, goes on living, and ends with a sentence', async () => {
    expect((await start()).status, 'before').to.equal(201);
    expect((await ask('/readyz')).status, 'ready before').to.equal(200);
    await rename(data, join(parent, 'elsewhere'));
    for (const answer of [await ask('/api/decisions'), await start()]) {
      expect(answer.status, answer.text).to.equal(503);
      expect(JSON.parse(answer.text)).to.include({ code: 'store-unavailable', status: 503 });
      expect(answer.text).to.not.match(/SQLITE|\\n +at /);
    }
    expect((await ask('/healthz')).status).to.equal(200);
    expect((await ask('/readyz')).status).to.equal(503);
    expect(await server.stop(), 'exit code').to.equal(2);
    expect(server.said.at(-1)).to.include(data).and.include('lost from view');
    expect(server.said.join('\n')).to.not.match(/^ +at |fault of ours/m);
  });
});
