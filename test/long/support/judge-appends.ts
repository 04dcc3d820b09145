import { verifyExport } from '../../../src/ledger/verify.ts';

/** A request whose answer arrived whole. */
export type Acknowledged = { readonly decision: string; readonly key: string; readonly seq: number };

export type Verdict = {
  /** Acknowledged, and not in the ledger at the place that the answer named. */
  readonly lost: readonly string[];
  /** In the ledger more than once. */
  readonly doubled: readonly string[];
  /** In the ledger although no answer ever came, which is allowed. */
  readonly unanswered: readonly string[];
  /** A chain that does not verify, an entry with a part missing, an entry that nobody asked for. */
  readonly faults: readonly string[];
};

type Entries = readonly {
  readonly entry: { readonly seq: number; readonly act: string };
  readonly openings: Readonly<Record<string, { readonly value: unknown }>>;
}[];

const PARTS = ['affected', 'facts', 'measure', 'problem'];

/** Holds the exports of all decisions against what was asked (`sent`) and what was confirmed. */
export const judgeAppends = (
  acknowledged: readonly Acknowledged[],
  sent: ReadonlySet<string>,
  exports: ReadonlyMap<string, Uint8Array>,
): Verdict => {
  const faults: string[] = [];
  const places = new Map<string, string[]>();
  for (const [decision, bytes] of exports) {
    for (const { message } of verifyExport(bytes).faults) faults.push(`${decision}: ${message}`);
    for (const { entry, openings } of entriesOf(bytes)) {
      const place = `${decision}/${entry.seq}`;
      if (entry.seq === 1) continue;
      const key = openings['problem']?.value;
      const isWhole = entry.act === 'need-stated' && PARTS.every((part) => part in openings);
      if (!isWhole || typeof key !== 'string') faults.push(`${place} is not whole`);
      else if (!sent.has(key)) faults.push(`${place} was asked for by nobody`);
      else places.set(key, [...(places.get(key) ?? []), place]);
    }
  }
  const confirmed = new Set(acknowledged.map(({ key }) => key));
  return {
    lost: acknowledged
      .filter(({ decision, key, seq }) => !places.get(key)?.includes(`${decision}/${seq}`))
      .map(({ key }) => key),
    doubled: [...places].filter(([, found]) => found.length > 1).map(([key]) => key),
    unanswered: [...places.keys()].filter((key) => !confirmed.has(key)),
    faults,
  };
};

const entriesOf = (bytes: Uint8Array): Entries => {
  try {
    return (JSON.parse(new TextDecoder().decode(bytes)) as { entries: Entries }).entries;
  } catch {
    return [];
  }
};
