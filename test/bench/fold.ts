import type * as Decide from '../../src/core/decision/decide.ts';
import type { Actor } from '../../src/core/decision/model/act.ts';
import { emptyState } from '../../src/core/decision/model/state.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { toEvent } from '../../src/usecases/decision-log.ts';
import { OPENED } from '../support/decision-states.ts';
import { DECISION, hex, recordAct } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';
import { loadBuilt } from './support/load-built.ts';
import { measure, median, printFigure, timeFigure } from './support/measure.ts';

/** A decision on which 10,000 acts were recorded, nearly all of them things that staff said, folded into its state. */
const ENTRIES = 10_000;
const { evolve, fold } = await loadBuilt<typeof Decide>('core/decision/decide');

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
  const step: Step = (index < listening && OPENED[index]) || [poster, 'contribute', said(index)];
  const built = recordAct(step, index, state, entries.at(-1));
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
