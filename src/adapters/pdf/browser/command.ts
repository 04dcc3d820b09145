import puppeteer from 'puppeteer';
import type { FoundBrowser } from './candidates.ts';
import { BROWSER_FLAGS } from './flags.ts';
import type { Profile } from './profile.ts';
import type { Confinement } from './sandbox.ts';
import type { Surroundings } from './surroundings.ts';

export type Command = {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
};

const WINDOWS_KEEPS = [
  'SystemRoot',
  'SystemDrive',
  'TEMP',
  'TMP',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES',
];

/**
 * The exact command line. On POSIX systems a shell replaces itself by the browser, giving up root on the way
 * when asked to, and sends stderr to a file: puppeteer's own error does not say why a browser would not start.
 */
export const buildCommand = (
  browser: FoundBrowser,
  profile: Profile,
  confinement: Confinement,
  surroundings: Surroundings,
): Command => {
  const flags = puppeteer.defaultArgs({
    headless: 'shell',
    userDataDir: profile.userData,
    args: [...BROWSER_FLAGS, ...(confinement.sandbox ? [] : ['--no-sandbox'])],
  });
  const env = buildEnvironment(browser, profile, surroundings);
  if (surroundings.platform === 'win32') return { executablePath: browser.path, args: flags, env };
  const drop =
    confinement.dropToUid === null
      ? ''
      : `setpriv --reuid=${confinement.dropToUid} --regid=${confinement.dropToUid} --clear-groups --no-new-privs -- `;
  return {
    executablePath: '/bin/sh',
    args: ['-c', `exec ${drop}"$0" "$@" 2>"$COUNTERWEIGHT_STDERR"`, browser.path, ...flags],
    env: { ...env, COUNTERWEIGHT_STDERR: profile.stderr },
  };
};

/** A short list, never this process's whole environment: that one holds secrets. */
const buildEnvironment = (
  browser: FoundBrowser,
  profile: Profile,
  { platform, env }: Surroundings,
): Record<string, string> => {
  const kept = ['PATH', ...(platform === 'win32' ? WINDOWS_KEEPS : [])];
  return {
    ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    ...(platform === 'win32' ? {} : { HOME: profile.userData, TMPDIR: profile.userData }),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(platform === 'linux' ? { FONTCONFIG_FILE: profile.fontconfig } : {}),
    ...(browser.libraryPath === null ? {} : { LD_LIBRARY_PATH: browser.libraryPath }),
  };
};
