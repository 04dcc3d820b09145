import type { Surroundings } from './surroundings.ts';

/** One way to confine the browser. `dropToUid` runs it as a user who owns nothing. */
export type Confinement = {
  readonly name: string;
  readonly dropToUid: number | null;
  readonly sandbox: boolean;
};

/** The user id of `nobody` on every Linux. */
const NOBODY = 65534;

/**
 * The ways to try, strongest first. Chromium refuses its own sandbox to root, so root gives its rights up first;
 * without user namespaces (some containers) the sandbox cannot start at all, and what is left is that page
 * scripts are off and the network is walled off.
 */
export const listConfinements = ({ platform, uid }: Surroundings): readonly Confinement[] => {
  const own: Confinement = { name: 'sandbox', dropToUid: null, sandbox: true };
  if (platform !== 'linux') return [own];
  if (uid !== 0) return [own, { ...own, name: 'no sandbox', sandbox: false }];
  return [
    { name: 'sandbox, own user', dropToUid: NOBODY, sandbox: true },
    { name: 'no sandbox, own user', dropToUid: NOBODY, sandbox: false },
    { name: 'no sandbox, as root', dropToUid: null, sandbox: false },
  ];
};
