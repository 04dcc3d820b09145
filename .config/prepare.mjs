/** Brings the folder to the point where a command can run. Nothing to do takes a few dozen milliseconds. */
import { browserReady, prepareBrowser } from './browser.mjs';
import { build, buildReady } from './build.mjs';
import { stoppable } from './child.mjs';
import { installPackages, packagesReady } from './install.mjs';
import { withLock } from './lock.mjs';
import { inProject } from './project.mjs';

const steps = {
  packages: { ready: packagesReady, make: installPackages },
  build: { ready: buildReady, make: build },
};

/** `names` in order, each needing the ones before it; 'browser' last. */
export const prepare = async (names) => {
  const locked = names.filter((name) => name in steps);
  if (!locked.every(isReady))
    await stoppable(() => withLock(inProject('.cache'), 'ready.lock', () => makeAll(locked)));
  if (names.includes('browser') && !browserReady()) await stoppable(prepareBrowser);
};

const isReady = (name) => steps[name].ready();

/** Looks again at each: another process may have done it while this one waited. */
const makeAll = async (names) => {
  for (const name of names) if (!isReady(name)) await steps[name].make();
};
