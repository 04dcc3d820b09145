/** The packages: installed exactly as package-lock.json says, again whenever it says something else. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';
import { runChild, runNode } from './child.mjs';
import { hashFiles, inProject, NotReady, readIfThere, say } from './project.mjs';

const lockFile = inProject('package-lock.json');
const stampFile = inProject('node_modules', '.counterweight-ready');

/** The lock file, and the kind of machine: a folder carried to another one needs that machine's binaries. */
export const packagesMark = () => `${hashFiles([lockFile])}${machineMark}`;

const machineMark = ` ${process.platform}-${process.arch}\n`;

/** True when the last install ran to its end, was of this lock file, and nothing we ask for by name has gone. */
export const packagesReady = () => {
  const { dependencies, devDependencies } = JSON.parse(readIfThere(inProject('package.json')));
  const there = (name) => existsSync(inProject('node_modules', name, 'package.json'));
  if (!Object.keys({ ...dependencies, ...devDependencies }).every(there)) return false;
  const stamp = readIfThere(stampFile);
  if (stamp === packagesMark()) return true;
  return (stamp === undefined || stamp.endsWith(machineMark)) && adoptInstall();
};

/**
 * Somebody ran npm themselves. Its own note of what it installed is written last, so when that note agrees with
 * the lock file the install is whole and need not be made again.
 */
const adoptInstall = () => {
  const note = readIfThere(inProject('node_modules', '.package-lock.json'));
  if (note === undefined) return false;
  const wanted = JSON.parse(readIfThere(lockFile)).packages;
  const found = JSON.parse(note).packages;
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  names.delete('');
  const agrees = (name) =>
    found[name] === undefined
      ? wanted[name].optional === true
      : found[name].version === wanted[name]?.version && found[name].integrity === wanted[name]?.integrity;
  if (![...names].every(agrees)) return false;
  writeStamp();
  return true;
};

export const installPackages = async () => {
  say('installing the packages (once, about half a minute)');
  rmSync(stampFile, { force: true });
  // Development packages always: the build needs them, also where NODE_ENV is production. No install script of
  // any package is needed, so none is run.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await runNpm(args);
  if (code !== 0) throw new NotReady(explainFailure(code));
  writeStamp();
};

const explainFailure = (code) =>
  [
    `The packages could not be installed: npm ci ended with code ${code}, and what it said is above.`,
    'The usual causes are no way to the package registry (a proxy, or no network), a folder or disk that cannot be',
    'written to, and a package.json that package-lock.json does not match. Put that right and run the same command again.',
  ].join('\n');

const writeStamp = () => {
  try {
    writeFileSync(stampFile, packagesMark());
  } catch {
    // A folder that only others may write to: nothing is lost but the short cut.
  }
};

/** npm itself is a script, so it needs no shell; only where it cannot be found is the npm on PATH asked. */
const runNpm = (args) => {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = places.find((place) => place && basename(place) === 'npm-cli.js' && existsSync(place));
  if (script !== undefined) return runNode([script, ...args]);
  const windows = process.platform === 'win32';
  return runChild(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
};
