import type { StoredEntry } from '../../../src/ledger/entry.ts';
import { renderExport } from '../../../src/ledger/export.ts';
import type { SampleAct } from '../../ledger/sample-ledger.ts';
import { buildLedger, SMALL_BUY } from '../../ledger/sample-ledger.ts';

export type ValidLedger = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly entries: number;
  readonly withheld: number;
  readonly erased: number;
};

const ERASURE: SampleAct = {
  act: 'section-erased',
  actor: 'system',
  sections: [{ name: 'facts', type: 'facts', value: { seq: 2, section: 'name', ground: 'request' } }],
};

/** What looks alike and is not, what reads right to left, what sorts differently by code point and by code unit. */
const UNICODE: readonly SampleAct[] = [
  {
    act: 'need-stated',
    actor: 'Zoë Ní Bhriain',
    sections: [
      { name: 'facts', type: 'facts', value: { '€': 1, '\r': 2, Ａ: 3, '😀': 4, ö: 5, '1': 6, '\u0080': 7 } },
      { name: 'problem', type: 'text', value: 'Wáit, 待って, انتظر, ⏳\u200d👩🏽‍⚕️ "quoted" \\ back / forward' },
      { name: 'controls', type: 'text', value: '\u0000\u0001\b\t\n\u000b\f\r\u001f\u007f\u2028\u2029\ufeff' },
      { name: 'after-a-line-feed', type: 'text', value: '\n\u0303' },
    ],
  },
];

/** Names that an object in some languages already has, values that are empty or at the ends of what is allowed. */
const EDGES: readonly SampleAct[] = [
  {
    act: 'act-at-its-edges',
    sections: [
      { name: '__proto__', type: 'text', value: 'a section like any other' },
      { name: 'constructor', type: 'text', value: '' },
      { name: 'n'.repeat(200), type: 't'.repeat(64), value: [9007199254740991, -9007199254740991, 0] },
      {
        name: 'empty',
        type: 'facts',
        value: { list: [], object: {}, text: '', nothing: null, yes: true, no: false },
      },
      { name: 'deep', type: 'facts', value: JSON.parse(`${'['.repeat(32)}${']'.repeat(32)}`) },
    ],
  },
  { act: 'act-without-sections', sections: [] },
];

const withhold = (stream: readonly StoredEntry[], types: readonly string[]): StoredEntry[] =>
  stream.map((stored) => {
    const carried = stored.entry.sections.filter(({ type }) => !types.includes(type)).map(({ name }) => name);
    const openings = Object.entries(stored.openings).filter(([name]) => carried.includes(name));
    return { ...stored, openings: Object.fromEntries(openings) };
  });

export const validLedgers = (): ValidLedger[] => {
  const erased = buildLedger([...SMALL_BUY, ERASURE]);
  const golden = (
    name: string,
    stream: readonly StoredEntry[],
    withheld = 0,
    erasedCount = 0,
  ): ValidLedger => ({
    name,
    bytes: Buffer.from(renderExport(stream)),
    entries: stream.length,
    withheld,
    erased: erasedCount,
  });
  return [
    golden('small', buildLedger(SMALL_BUY)),
    golden('one-entry', buildLedger(SMALL_BUY.slice(0, 1))),
    golden('erased', erased, 0, 1),
    golden('withheld', withhold(buildLedger(SMALL_BUY), ['mark', 'reason']), 3),
    golden('erased-and-withheld', withhold(erased, ['mark', 'contributor']), 2, 1),
    golden('all-withheld', withhold(erased, ['facts', 'text', 'voice', 'contributor', 'mark', 'reason']), 11),
    golden('unicode', buildLedger(UNICODE)),
    golden('edges', buildLedger(EDGES)),
  ];
};
