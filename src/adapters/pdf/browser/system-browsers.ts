import { delimiter, join } from 'node:path';
import type { Surroundings } from './surroundings.ts';

/** Names on PATH, the headless-only build first: it starts faster and brings fewer libraries. */
const POSIX_NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];

const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** A browser that the machine's owner may have installed: what to call it, and where it would be. */
export type SystemBrowser = { readonly name: string; readonly paths: readonly string[] };

/** The ones to look for, best first. Paths only: nothing is looked at. */
export const listSystemBrowsers = ({ platform, env, home }: Surroundings): readonly SystemBrowser[] => {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return WINDOWS_PATHS.map((parts) => ({
      name: parts.join('\\'),
      paths: roots.flatMap((root) => (root === undefined ? [] : [join(root, ...parts)])),
    }));
  }
  const folders = [...new Set((env['PATH'] ?? '').split(delimiter))].filter((folder) => folder !== '');
  const onPath = POSIX_NAMES.map((name) => ({
    name: `${name} on PATH`,
    paths: folders.map((folder) => join(folder, name)),
  }));
  if (platform !== 'darwin') return [...onPath, at('/opt/google/chrome/chrome')];
  const apps = MAC_APPS.flatMap((name) =>
    ['/Applications', join(home, 'Applications')].map((folder) =>
      at(join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    ),
  );
  return [...apps, ...onPath];
};

const at = (path: string): SystemBrowser => ({ name: path, paths: [path] });
