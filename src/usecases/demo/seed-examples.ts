import type { ActPorts } from '../perform-act.ts';
import { letters } from './content/letters.ts';
import { observations } from './content/observations.ts';
import type { DemoDecision } from './content/demo-decision.ts';
import { seedLightExamples } from './light-examples.ts';
import type { ExamplePorts, SeededExample } from './seeding.ts';
import { buildSteps } from './steps.ts';

/**
 * Adds the example decisions through the use cases, act by act, as people would have done them: nothing is inserted.
 * Only the clock is the example's own, so that each act stands on its day.
 */
const SETTING = { kind: 'setting', id: 'examples', owner: '', expiresAt: null } as const;

export const loadExamples = async (
  ports: Pick<ActPorts, 'store' | 'clock'>,
): Promise<readonly SeededExample[]> => {
  const record = await ports.store.records.get('setting', SETTING.id, ports.clock.nowIso());
  return (record?.value as unknown as readonly SeededExample[] | undefined) ?? [];
};

export const hasExamples = async (ports: Pick<ActPorts, 'store' | 'clock'>): Promise<boolean> =>
  (await loadExamples(ports)).length > 0;

/** Twice does no harm: the second time finds them and adds nothing. */
export const seedExamples = async (ports: ExamplePorts): Promise<readonly SeededExample[]> => {
  const present = await loadExamples(ports);
  if (present.length > 0) return present;
  const seeded: SeededExample[] = [];
  for (const content of [observations, letters]) seeded.push(await seedOne(ports, content));
  const all = [...seeded, ...(await seedLightExamples(ports))];
  await ports.store.records.overwrite({ ...SETTING, value: all });
  return all;
};

const seedOne = async (ports: ExamplePorts, content: DemoDecision): Promise<SeededExample> => {
  const seededOn = ports.clock.nowIso().slice(0, 10);
  let nowIso = ports.clock.nowIso();
  const seeder = { ports: { ...ports, clock: { nowIso: () => nowIso } }, content, seededOn };
  const { steps, outcome } = buildSteps(seeder);
  let second = 0;
  for (const step of steps) {
    second += 7;
    nowIso = new Date(Date.parse(`${step.day}T09:00:00.000Z`) + second * 1000).toISOString();
    await step.run();
  }
  return outcome();
};
