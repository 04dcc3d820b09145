import type { Door } from '../../src/core/decision/model/door.ts';
import { scoredCriteria } from '../../src/core/decision/model/guards.ts';
import { loadAccount } from '../../src/usecases/account.ts';
import { createCampaign } from '../../src/usecases/campaign.ts';
import { seedExamples } from '../../src/usecases/demo/seed-examples.ts';
import { issueSignIn } from '../../src/usecases/sign-in.ts';

/** An example decision, with what its pages' addresses need and a sign-in path for each person on it. */
export type Example = {
  readonly key: string;
  readonly decision: string;
  readonly criterion: string;
  readonly poster: string;
  readonly door: Door;
  readonly signIn: (person: string) => Promise<string>;
};

export type Examples = { readonly all: readonly Example[]; readonly close: () => Promise<void> };

/** Adds the examples to an empty data folder, as the command `demo` does, and keeps the store open beside the server. */
export const openExamples = async (dataDir: string): Promise<Examples> => {
  const { composeStore, composeTools, openStore } = await import('../../src/compose.ts');
  const { parseSettings } = await import('../../src/adapters/environment/settings.ts');
  const settings = parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }, process.cwd());
  const store = await openStore(settings, false);
  const ports = composeStore(await composeTools(settings), store);
  const until = new Date(Date.parse(ports.clock.nowIso()) + 5 * 86_400_000).toISOString().slice(0, 10);
  const all: Example[] = [];
  for (const { key, decision, accounts } of await seedExamples(ports)) {
    const state = (await ports.log.load(decision))?.state;
    const rubric = state?.rubric?.rubric;
    const criterion = rubric ? (scoredCriteria(rubric)[0]?.id ?? '') : '';
    const { code } = await createCampaign(ports, decision, until);
    const signIn = async (person: string): Promise<string> => {
      const account = await loadAccount(ports, accounts[person] ?? '');
      if (!account) throw new Error(`There is no ${person} in the example ${key}.`);
      return `/sign-in/link#${(await issueSignIn(ports, account, null)).token}`;
    };
    all.push({ key, decision, criterion, poster: code, door: state?.door ?? 'full', signIn });
  }
  const close = async (): Promise<void> => {
    await ports.pdf.close();
    await store.close();
  };
  return { all, close };
};
