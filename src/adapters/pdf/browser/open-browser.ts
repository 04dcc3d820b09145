import { DomainError } from '../../../core/errors.ts';
import { listCandidates, NOT_THERE } from './candidates.ts';
import { launchBrowser, type RunningBrowser } from './launch.ts';
import { sweepProfiles } from './profile.ts';
import type { Surroundings } from './surroundings.ts';

export type Tried = { readonly name: string; readonly reason: string };

/**
 * Looks for a browser in every place, in order, and starts the first that starts. When none does, the error
 * lists each place with its reason and then what can be done.
 */
export const openBrowser = async (
  projectRoot: string,
  chosenPath: string | undefined,
  surroundings: Surroundings,
): Promise<RunningBrowser> => {
  await sweepProfiles(surroundings.temp);
  const tried: Tried[] = [];
  for (const candidate of listCandidates(projectRoot, chosenPath, surroundings)) {
    try {
      const found = await candidate.find();
      const started = 'reason' in found ? found : await launchBrowser(found, surroundings);
      if ('browser' in started) return started;
      tried.push({ name: candidate.name, reason: started.reason });
    } catch (error) {
      tried.push({ name: candidate.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  throw new DomainError('renderer-unavailable', explainNone(tried), { tried });
};

const explainNone = (tried: readonly Tried[]): string => {
  const found = tried.filter(({ reason }) => reason !== NOT_THERE);
  const absent = tried.filter(({ reason }) => reason === NOT_THERE);
  return [
    'No browser could be started to make the PDF. Tried:',
    ...found.map(({ name, reason }) => `- ${name}: ${reason}`),
    ...(absent.length === 0 ? [] : [`- not there: ${absent.map(({ name }) => name).join(', ')}`]),
    'To put it right, do one of these: set PUPPETEER_EXECUTABLE_PATH to a Chrome, Chromium or Edge;',
    'run npx puppeteer browsers install chrome-headless-shell;',
    'on Debian, install the package chromium-headless-shell.',
  ].join('\n');
};
