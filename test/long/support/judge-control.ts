import type { Acknowledged, Verdict } from './judge-appends.ts';
import { judgeAppends } from './judge-appends.ts';

/** A judge that finds nothing proves nothing: each kind of damage, done to a copy of a good outcome, must be seen. */
export type Control = { readonly name: string; readonly caught: boolean };

type Outcome = {
  readonly acknowledged: readonly Acknowledged[];
  readonly sent: ReadonlySet<string>;
  readonly exports: ReadonlyMap<string, Uint8Array>;
};

type Ledger = { decision: string; entries: { entry: { seq: number }; openings: object }[] };

export const runControls = ({ acknowledged, sent, exports }: Outcome): readonly Control[] => {
  const [decision, bytes] = [...exports][0] ?? ['', new Uint8Array()];
  const key = 'a-request-that-was-never-sent';
  const invented = judgeAppends([...acknowledged, { decision, key, seq: 2 }], sent, exports);
  const withChange = (change: (ledger: Ledger) => void): Verdict => {
    const ledger = JSON.parse(new TextDecoder().decode(bytes)) as Ledger;
    change(ledger);
    const changed = new TextEncoder().encode(`${JSON.stringify(ledger)}\n`);
    return judgeAppends(acknowledged, sent, new Map([...exports, [decision, changed]]));
  };
  const cut = withChange(({ entries }) => entries.pop());
  const twice = withChange(({ entries }) => entries.push(...entries.slice(-1)));
  const torn = withChange(({ entries }) => {
    for (const stored of entries.slice(-1)) stored.openings = {};
  });
  const unwanted = judgeAppends([], new Set(), exports);
  return [
    { name: 'an invented acknowledgement is lost', caught: invented.lost.join() === key },
    { name: 'a missing last entry is lost', caught: cut.lost.length === 1 },
    {
      name: 'an entry written twice is doubled',
      caught: twice.doubled.length === 1 && twice.faults.length > 0,
    },
    { name: 'an entry without its parts is a fault', caught: torn.faults.length > 0 },
    {
      name: 'an entry that nobody asked for is a fault',
      caught: unwanted.faults.length === acknowledged.length,
    },
  ];
};
