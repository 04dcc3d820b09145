import { createHash } from 'node:crypto';
import type { Json } from '../../src/core/errors.ts';
import { buildEntry } from '../../src/ledger/chain.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { GENESIS_PREV } from '../../src/ledger/entry.ts';

export type SampleAct = {
  readonly act: string;
  readonly sections: readonly { readonly name: string; readonly type: string; readonly value: Json }[];
  readonly actor?: string;
  readonly at?: string;
};

export const DECISION = '5d3f0c7a9be14e62a8d1b7c4f0926e35';

/** Not random, so that a sample is the same each time; no two labels give the same salt. */
export const saltOf = (label: string): Uint8Array =>
  createHash('sha256').update(`sample salt ${label}`).digest();

export const buildLedger = (acts: readonly SampleAct[], decision = DECISION): StoredEntry[] => {
  const stream: StoredEntry[] = [];
  for (const [index, { act, sections, actor = 'p1', at = atOf(index) }] of acts.entries()) {
    const seq = index + 1;
    stream.push(
      buildEntry({
        decision,
        seq,
        at,
        actor,
        act,
        prev: stream.at(-1)?.hash ?? GENESIS_PREV,
        sections: sections.map((one) => ({ ...one, salt: saltOf(`${decision}/${seq}/${one.name}`) })),
      }),
    );
  }
  return stream;
};

const atOf = (index: number): string => `2026-11-22T09:${String(30 + (index % 30)).padStart(2, '0')}:00.000Z`;

/** A small purchase from its need to the decision, with an erasure on the way. */
export const SMALL_BUY: readonly SampleAct[] = [
  {
    act: 'need-stated',
    sections: [
      { name: 'facts', type: 'facts', value: { revision: 1 } },
      { name: 'problem', type: 'text', value: 'Ward staff retype discharge letters into two systems.' },
      {
        name: 'measure',
        type: 'text',
        value: 'Letters leave the ward on the day of discharge: 61 in 100 now, 90 wanted.',
      },
    ],
  },
  {
    act: 'contribution-made',
    actor: 'contributor/personal',
    sections: [
      { name: 'facts', type: 'facts', value: { contribution: 'c1', mode: 'confidence' } },
      { name: 'text', type: 'voice', value: 'Whatever we buy must work on the shared ward computers.' },
      { name: 'name', type: 'contributor', value: 'Aoife Byrne' },
    ],
  },
  {
    act: 'marks-sealed',
    actor: 'p2',
    sections: [
      {
        name: 'facts',
        type: 'facts',
        value: { assessor: 'p2', criterion: 'fit', options: ['bid-1', 'bid-2'] },
      },
      { name: 'mark/bid-1', type: 'mark', value: '4' },
      {
        name: 'reason/bid-1',
        type: 'reason',
        value: 'Shown working with our letters, section 3.2 of the proposal.',
      },
      { name: 'mark/bid-2', type: 'mark', value: '2.5' },
    ],
  },
];
