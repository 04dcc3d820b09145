import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock, systemRandom } from '../../src/adapters/clock/system-clock.ts';
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts';
import { createApiToken } from '../../src/usecases/api-token.ts';
import type { Caller } from './support/api-caller.ts';
import { createCaller } from './support/api-caller.ts';
import { createDice } from './support/dice.ts';
import { judgeAppends } from './support/judge-appends.ts';
import { runControls } from './support/judge-control.ts';
import { startServer } from './support/server-process.ts';
import { createWriters } from './support/writers.ts';

/**
 * kill -9 of the whole server in the middle of 200 acknowledged acts, again and again on one data folder, with four
 * programs writing to four decisions over HTTP. No acknowledged act may be missing, none may stand twice, and every
 * chain has to verify across all the deaths it has lived through.
 *
 *   kill-server.ts [--cycles 20] [--acts 200] [--seed 1]
 *
 * A process that dies takes nothing from the disk's own cache: the settings that guard against a power cut are read
 * back in embedded-store.spec.ts.
 */
const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '20' },
    acts: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const [cycles, acts, seed] = [Number(values.cycles), Number(values.acts), Number(values.seed)];
const began = performance.now();
const dice = createDice(seed);
const folder = await mkdtemp(join(tmpdir(), 'counterweight-kill-server-'));
const faults: string[] = [];
const lost = new Set<string>();
const doubled = new Set<string>();

const makeToken = async (): Promise<string> => {
  const store = await openEmbeddedStore({ folder, asServer: false });
  const ports = { store, clock: systemClock, random: systemRandom };
  const { token } = await createApiToken(ports, { email: 'lead@example.org', role: 'lead' });
  await store.close();
  return token;
};

const token = await makeToken();
let server = await startServer(folder);
let caller = createCaller(server.address, token);
const decisions = await Promise.all(['one', 'two', 'three', 'four'].map((title) => caller.start(title)));
const writers = createWriters(4, decisions, dice);
const cleanFiles = new Set(await readdir(folder));

const loadExports = async (from: Caller): Promise<ReadonlyMap<string, Uint8Array>> =>
  new Map(await Promise.all(decisions.map(async (id) => [id, await from.loadExport(id)] as const)));

/** What the server that is running now has to show for everything confirmed so far. */
const look = async (when: string) => {
  const exports = await loadExports(caller);
  const verdict = judgeAppends(writers.acknowledged, writers.sent, exports);
  for (const key of verdict.lost) lost.add(key);
  for (const key of verdict.doubled) doubled.add(key);
  faults.push(...verdict.faults.map((fault) => `${when}: ${fault}`));
  return { verdict, exports };
};

/** Sends the acknowledged requests of a cycle once more: each has to get its first answer again. */
const sendAgain = async (from: number, when: string): Promise<number> => {
  const requests = writers.acknowledged.slice(from);
  await Promise.all(
    [0, 1, 2, 3].map(async (writer) => {
      for (const { decision, key, seq } of requests.filter((_unused, index) => index % 4 === writer)) {
        const told = await caller.send(decision, key);
        if (told === undefined) faults.push(`${when}: ${key} sent again was not answered`);
        else if (!told.repeated) (lost.add(key), doubled.add(key));
        else if (told.seq !== seq) faults.push(`${when}: ${key} was entry ${seq} and is now ${told.seq}`);
      }
    }),
  );
  return requests.length;
};

let sentAgain = 0;
let inFlight = 0;
let written = 0;
for (let cycle = 1; cycle <= cycles; cycle += 1) {
  const when = `cycle ${cycle}`;
  const before = writers.acknowledged.length;
  const killAt = Math.max(1, Math.round(acts * (0.1 + 0.6 * dice())));
  const delayMs = dice() * 15;
  let killed: Promise<void> | undefined;
  await writers.run(caller, acts, (answers) => {
    if (answers !== killAt) return;
    killed = new Promise((resolve) => setTimeout(resolve, delayMs)).then(server.kill);
  });
  await killed;
  const waiting = writers.waiting();
  if (waiting.length === 0) faults.push(`${when}: the server outlived the acts, so nothing was proved`);
  server = await startServer(folder);
  caller = createCaller(server.address, token);
  const { verdict } = await look(`${when}, after the kill`);
  inFlight += waiting.length;
  written += verdict.unanswered.length;
  for (const key of verdict.unanswered.filter((one) => !waiting.includes(one)))
    faults.push(`${when}: ${key} stands unanswered and nobody waits for it`);
  await writers.run(caller, acts - (writers.acknowledged.length - before), () => undefined);
  if (writers.acknowledged.length - before < acts)
    faults.push(`${when}: only a part of the acts got through`);
  sentAgain += await sendAgain(before, when);
  await look(`${when}, at its end`);
}

const { exports } = await look('at the end');
const controls = runControls({ acknowledged: writers.acknowledged, sent: writers.sent, exports });
const missed = controls.filter(({ caught }) => !caught);
const code = await server.stop();
if (code !== 0) faults.push(`the last server ended with ${code} when asked to stop`);
const leftOver = (await readdir(folder)).filter((name) => !cleanFiles.has(name));
faults.push(...leftOver.map((name) => `${name} was left in the data folder`));
if (written !== writers.foundWritten())
  faults.push(`${written} acts were written unanswered; callers were told of ${writers.foundWritten()}`);
await rm(folder, { recursive: true });

const isGood = lost.size + doubled.size + faults.length + missed.length === 0;
const figure = (name: string, value: number, unit: string, note = ''): void =>
  console.log(JSON.stringify({ name: `kill-server/${name}`, value, unit, n: cycles, note }));
figure('kills', cycles, 'kills', `seed ${seed}, one data folder, 4 callers, 4 decisions`);
figure('acknowledged', writers.acknowledged.length, 'acts');
figure('lost', lost.size, 'acts', [...lost].slice(0, 5).join(' '));
figure('doubled', doubled.size, 'acts', [...doubled].slice(0, 5).join(' '));
figure('in-flight', inFlight, 'acts', `${written} of them written whole, the rest absent`);
figure('sent-again', sentAgain, 'acts', 'each got its first answer again');
figure('faults', faults.length, 'faults', 'chains that do not verify, torn entries, files left behind');
figure('controls', controls.length - missed.length, 'caught', `of ${controls.length}`);
figure('time', Math.round((performance.now() - began) / 1000), 's');
for (const fault of faults) console.error(`kill-server: ${fault}`);
for (const { name } of missed) console.error(`kill-server: the control was not caught: ${name}`);
process.exitCode = isGood ? 0 : 1;
