import { homedir, tmpdir } from 'node:os';
import puppeteer from 'puppeteer';

/** Everything about the machine that the search for a browser looks at; a test passes another machine. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly temp: string;
  /** The numeric user on POSIX systems, -1 elsewhere. */
  readonly uid: number;
  /** Where `puppeteer browsers install` puts the build that this version of puppeteer is made for. */
  readonly downloadedPath: string;
};

export const currentSurroundings = (): Surroundings => ({
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  home: homedir(),
  temp: tmpdir(),
  uid: process.getuid?.() ?? -1,
  downloadedPath: puppeteer.executablePath({ headless: 'shell' }),
});
