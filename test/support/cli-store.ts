import { composeCommands } from '../../src/compose.ts';
import { ensureAccount } from '../../src/usecases/account.ts';
import { startDecision } from '../../src/usecases/start-decision.ts';
import { withSettings } from './cli-environment.ts';

const LEAD = { email: 'lead@example.org', name: 'Sam Lead', role: 'lead' } as const;

/** The store of a folder as the commands open it. */
const onStore = <T>(
  dataDir: string,
  use: (ports: Parameters<Parameters<ReturnType<typeof composeCommands>['withStore']>[0]>[0]) => Promise<T>,
): Promise<T> =>
  withSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, () =>
    composeCommands({ result: () => undefined, message: () => undefined }).withStore(use),
  );

/** Starts a decision, led by an account made for it, and gives its id. */
export const startDecisionIn = (dataDir: string, title: string): Promise<string> =>
  onStore(dataDir, async (ports) => {
    const account = await ensureAccount(ports, LEAD);
    const { decision } = await startDecision(ports, account, {
      title,
      purpose: 'appraisal',
      leadJob: 'Digital lead',
      requestKey: `start-${title.toLowerCase().replaceAll(' ', '-')}`,
    });
    return decision;
  });

/** How much a store holds: heads of decisions, accounts, and tokens. */
export const countIn = (
  dataDir: string,
): Promise<{ readonly decisions: number; readonly accounts: number; readonly tokens: number }> =>
  onStore(dataDir, async ({ store, clock }) => ({
    decisions: (await store.ledgers.loadHeads()).length,
    accounts: (await store.records.list('account', clock.nowIso())).length,
    tokens: (await store.records.list('token', clock.nowIso())).length,
  }));
