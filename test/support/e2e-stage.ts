import { openWalkingBrowser } from './e2e-browser.ts';
import { Person } from './e2e-person.ts';
import type { Screen } from './e2e-person.ts';
import { makeDataFolder, removeDataFolder, startServer } from './e2e-server.ts';
import type { RunningServer } from './e2e-server.ts';

/** A server with an empty store and a browser that reaches it; people arrive, each with cookies of their own. */
export type Stage = {
  readonly server: RunningServer;
  readonly folder: string;
  readonly arrive: (name: string, screen?: Screen) => Promise<Person>;
  /** Arrives by a personal link and presses the button behind it. */
  readonly arriveByLink: (name: string, link: string) => Promise<Person>;
  /** What anybody's browser complained about. */
  readonly complaints: () => readonly string[];
  /** Ends everything and gives the server's exit code. */
  readonly close: () => Promise<number | null>;
};

export const openStage = async (prepare?: (folder: string) => Promise<unknown>): Promise<Stage> => {
  const folder = await makeDataFolder();
  await prepare?.(folder);
  const [server, walking] = await Promise.all([startServer(folder), openWalkingBrowser()]);
  const everybody: Person[] = [];
  const arrive = async (name: string, screen?: Screen): Promise<Person> => {
    const person = await Person.arrive(walking.browser, server.address, name, screen);
    everybody.push(person);
    return person;
  };
  return {
    server,
    folder,
    arrive,
    arriveByLink: async (name, link) => {
      const person = await arrive(name);
      await person.opens(link);
      await person.presses('Continue');
      return person;
    },
    complaints: () => everybody.flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`)),
    close: async () => {
      await walking.close();
      const code = await server.stop();
      await removeDataFolder(folder);
      return code;
    },
  };
};

/** The steps of a story need those before them: after one has failed, the rest is not told. */
export const stopAtFirstFailure = (): void => {
  let failed = false;
  afterEach(function () {
    failed ||= this.currentTest?.state === 'failed';
  });
  beforeEach(() => {
    if (failed) throw new Error('A step before this one failed, so the story ends here.');
  });
};
