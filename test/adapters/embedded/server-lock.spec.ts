import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts';
import { linesOf, startChild } from '../../support/child.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { buildStored } from '../../support/stored-entries.ts';

const HOLDER = new URL('../../support/lock-holder.ts', import.meta.url);

describe('one server a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counterweight-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('refuses a second server in the same process with a sentence that names the folder', async () => {
    const server = await openEmbeddedStore({ folder, asServer: true });
    const { detail } = await expectRefusal(openEmbeddedStore({ folder, asServer: true }), 'store-in-use');
    expect(detail).to.include(folder).and.include('DATA_DIR');
    await server.close();
    const next = await openEmbeddedStore({ folder, asServer: true });
    await next.close();
  });

  it('refuses a second server in another process, lets a command in, and is free after kill -9', async () => {
    const holder = startChild(HOLDER, [folder]);
    for await (const line of holder.lines) {
      expect(line).to.equal('holding');
      break;
    }
    await expectRefusal(openEmbeddedStore({ folder, asServer: true }), 'store-in-use');
    const command = await openEmbeddedStore({ folder, asServer: false });
    expect((await command.ledgers.append(buildStored('d', 1), 'k')).outcome).to.equal('appended');
    await command.close();
    await expectRefusal(openEmbeddedStore({ folder, asServer: true }), 'store-in-use');
    holder.child.kill('SIGKILL');
    await holder.ended;
    const server = await openEmbeddedStore({ folder, asServer: true });
    expect(await server.ledgers.load('d', 0)).to.have.length(1);
    await server.close();
  });

  it('still keeps other processes out after this one has been refused or has opened a command', async () => {
    const server = await openEmbeddedStore({ folder, asServer: true });
    await expectRefusal(openEmbeddedStore({ folder, asServer: true }), 'store-in-use');
    await (await openEmbeddedStore({ folder, asServer: false })).close();
    expect(await linesOf(startChild(HOLDER, [folder]))).to.deep.equal(['store-in-use']);
    await server.close();
  });
});
