import { createHash } from 'node:crypto';
import type * as Decide from '../../src/core/decision/decide.ts';
import type { Actor } from '../../src/core/decision/model/act.ts';
import { emptyState } from '../../src/core/decision/model/state.ts';
import { buildEntry } from '../../src/ledger/chain.ts';
import { digestJson } from '../../src/ledger/digest.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { GENESIS_PREV } from '../../src/ledger/entry.ts';
import { toEvent } from '../../src/usecases/decision-log.ts';
import { OPENED } from '../support/decision-states.ts';
import { DECISION } from '../support/record-acts.ts';
import { loadBuilt } from './support/load-built.ts';
import { measure, median, printFigure, timeFigure } from './support/measure.ts';

/** A decision on which 10,000 acts were recorded, nearly all of them things that staff said, folded into its state. */
const ENTRIES = 10_000;
const { decide, evolve, fold } = await loadBuilt<typeof Decide>('core/decision/decide');

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const listening = OPENED.findIndex(([, command]) => command === 'contribute');
const poster: Actor = { kind: 'contributor', via: 'poster', link: 'p1' };
const said = (index: number) => ({
  kind: 'worry',
  text: `What I have to say, number ${index}: the present arrangement takes too long.`,
  name: 'A nurse',
  role: 'Staff nurse',
  team: 'Ward 7',
  hasSupplierLink: false,
  wantsCredit: false,
  receiptHash: hex(`receipt ${index}`),
});

const entries: StoredEntry[] = [];
let state = emptyState(DECISION);
for (let index = 0; index < ENTRIES; index += 1) {
  const [who, command, input] =
    index < listening ? (OPENED[index] ?? [poster, '', {}]) : [poster, 'contribute', said(index)];
  const actor: Actor = typeof who === 'string' ? { kind: 'participant', participant: who } : who;
  const at = new Date(Date.UTC(2026, 5, 1) + index * 60_000).toISOString();
  const context = { atIso: at, actor, newId: () => hex(`id ${index}`).slice(0, 32), hashOf: digestJson };
  const { act, sections } = decide(command, input, state, context);
  const built = buildEntry({
    decision: DECISION,
    seq: index + 1,
    at,
    actor: typeof who === 'string' ? who : 'contributor/poster',
    act,
    prev: entries.at(-1)?.hash ?? GENESIS_PREV,
    sections: sections.map((one) => ({ ...one, salt: Buffer.from(hex(`${index} ${one.name}`), 'hex') })),
  });
  entries.push(built);
  // What staff say does not depend on what others said, so the state may stand still meanwhile.
  if (index < listening) state = evolve(state, toEvent(built));
}

/** The least a fold can do: look at every section of every entry once. */
const plainWalk = (): number => {
  let letters = 0;
  for (const { openings } of entries) {
    for (const { value } of Object.values(openings)) letters += JSON.stringify(value).length;
  }
  return letters;
};

const ours = measure(5, () => fold(DECISION, entries.map(toEvent)));
if (Object.keys(ours.result.contributions).length !== ENTRIES - listening)
  throw new Error('The fold does not hold every contribution.');
const plain = measure(5, plainWalk);
const ratio = median(ours.wallMs) / median(plain.wallMs);
printFigure(timeFigure(`fold of ${ENTRIES} entries`, ours, `${ratio.toFixed(1)} times the plain walk`));
printFigure(timeFigure(`plain walk over ${ENTRIES} entries`, plain));
