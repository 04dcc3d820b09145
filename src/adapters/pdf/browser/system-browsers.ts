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

/** Where a browser that the machine's owner installed may be, best first. Paths only: nothing is looked at. */
export const listSystemBrowsers = ({ platform, env, home }: Surroundings): readonly string[] => {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return WINDOWS_PATHS.flatMap((parts) =>
      roots.flatMap((root) => (root === undefined ? [] : [join(root, ...parts)])),
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = POSIX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform !== 'darwin') return [...onPath, '/opt/google/chrome/chrome'];
  const apps = MAC_APPS.flatMap((name) =>
    ['/Applications', join(home, 'Applications')].map((folder) =>
      join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  );
  return [...apps, ...onPath];
};
