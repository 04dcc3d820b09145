import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';

/**
 * Finishes what a crash may have cut: an erasure that is on record but whose text is still held, and a
 * contribution passed to another channel whose text was to go. Runs at start and after each answer; repeats are harmless.
 */
export const finishErasures = async (ports: ActPorts, only?: string): Promise<void> => {
  const decisions = only ? [only] : (await ports.store.ledgers.loadHeads()).map((head) => head.decision);
  for (const decision of decisions) await finishOne(ports, decision);
};

const finishOne = async (ports: ActPorts, decision: string): Promise<void> => {
  const before = await ports.log.load(decision);
  for (const one of Object.values(before?.state.contributions ?? {})) {
    if (one.fate !== 'passed-on' || one.text === null) continue;
    await performAct(ports, {
      decision,
      command: 'erase-section',
      actor: { kind: 'system' },
      requestKey: `erase/${one.seq}/text`,
      input: { seq: one.seq, section: 'text', ground: 'passed-on' },
    });
  }
  // Straight from the store: the log does not show what is erased, and here it is the question whether it is still held.
  const entries = await ports.store.ledgers.load(decision, 0);
  for (const { entry, openings } of entries) {
    if (entry.act !== 'section-erased') continue;
    const target = openings['facts']?.value as { seq: number; section: string };
    if (!Object.hasOwn(entries[target.seq - 1]?.openings ?? {}, target.section)) continue;
    await ports.store.ledgers.eraseOpening(decision, target.seq, target.section);
    ports.log.forget(decision);
  }
};
