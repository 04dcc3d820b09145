import { readFile } from 'node:fs/promises';
import puppeteer, { type Browser } from 'puppeteer';
import type { FoundBrowser, NotFound } from './candidates.ts';
import { buildCommand } from './command.ts';
import { fillProfile, makeProfile, removeProfile, type Profile } from './profile.ts';
import { listConfinements, type Confinement } from './sandbox.ts';
import type { Surroundings } from './surroundings.ts';

export type RunningBrowser = {
  readonly browser: Browser;
  /** Such as 'Chromium 148.0.7778.0'. */
  readonly name: string;
  /** Such as 'Chromium 148.0.7778.0 (bundled; sandbox, own user)'. */
  readonly description: string;
  readonly confinement: Confinement;
  /** Ends the browser and every process of it, and removes its folder. Never throws. */
  readonly close: () => Promise<void>;
};

const START_MS = 30_000;
const CALL_MS = 40_000;
const FAREWELL_MS = 3_000;
/** Page numbers in the margins come from CSS, which Chromium draws from this version on. */
const LOWEST_MAJOR = 131;

/** Starts a browser in the strongest confinement that works here, or says why none did. */
export const launchBrowser = async (
  found: FoundBrowser,
  surroundings: Surroundings,
): Promise<RunningBrowser | NotFound> => {
  const reasons: string[] = [];
  for (const confinement of listConfinements(surroundings)) {
    const first = await startOnce(found, confinement, surroundings);
    const started = wentAway(first) ? await startOnce(found, confinement, surroundings) : first;
    if ('browser' in started) return started;
    reasons.push(`${confinement.name}: ${started.reason}`);
  }
  return { reason: reasons.join('; ') };
};

/** A browser that was there and went away, as one may on a busy machine, says nothing of its confinement: once more. */
const wentAway = (started: RunningBrowser | NotFound): boolean =>
  'reason' in started && /(target|connection|session) closed/i.test(started.reason);

const startOnce = async (
  found: FoundBrowser,
  confinement: Confinement,
  surroundings: Surroundings,
): Promise<RunningBrowser | NotFound> => {
  const profile = await makeProfile(surroundings.temp);
  let browser: Browser;
  try {
    await fillProfile(profile, found, confinement.dropToUid);
    browser = await puppeteer.launch({
      ...buildCommand(found, profile, confinement, surroundings),
      ignoreDefaultArgs: true,
      // A pipe, not a port: any user of the machine could talk to a port.
      pipe: true,
      timeout: START_MS,
      protocolTimeout: CALL_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const reason = await explainFailure(profile, error);
    await removeProfile(profile);
    return { reason };
  }
  const close = async (): Promise<void> => endBrowser(browser, profile);
  const version = (await browser.version()).replace(/^\D*/, '');
  if (Number.parseInt(version, 10) < LOWEST_MAJOR) {
    await close();
    return { reason: `it is version ${version}; ${LOWEST_MAJOR} or newer is needed` };
  }
  const name = `Chromium ${version}`;
  const description = `${name} (${found.source}; ${confinement.name})`;
  return { browser, name, description, confinement, close };
};

const explainFailure = async (profile: Profile, error: unknown): Promise<string> => {
  const stderr = await readFile(profile.stderr, 'utf8').catch(() => '');
  const said = stderr.split('\n').find((line) => /error|fatal|not found|denied|cannot|no usable/i.test(line));
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return (said ?? message ?? 'it did not start').trim().slice(0, 300);
};

const endBrowser = async (browser: Browser, profile: Profile): Promise<void> => {
  const child = browser.process();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FAREWELL_MS);
  });
  await Promise.race([browser.close().catch(() => undefined), patience]);
  clearTimeout(timer);
  if (child?.pid !== undefined) {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It has gone already.
    }
  }
  await removeProfile(profile).catch(() => undefined);
};
