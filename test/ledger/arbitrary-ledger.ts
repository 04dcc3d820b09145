import fc from 'fast-check';
import type { Json } from '../../src/core/errors.ts';
import { checkText } from '../../src/ledger/ledger-text.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { ERASURE_ACT } from '../../src/ledger/entry.ts';
import { renderExport } from '../../src/ledger/export.ts';
import type { SampleAct } from './sample-ledger.ts';
import { buildLedger } from './sample-ledger.ts';

/** Any text that a ledger takes, from plain words to composed and decorated characters. */
export const anyLedgerText = (): fc.Arbitrary<string> =>
  fc
    .oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
    .map((text) => text.normalize('NFC'))
    .filter((text) => checkText(text, true).length === 0);

export const anyLedgerJson = (): fc.Arbitrary<Json> =>
  fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Json>(null, true, false, 0, 1, -1, '', '__proto__'),
      fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number)),
      anyLedgerText(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.oneof(anyLedgerText(), fc.constant('__proto__')), tie('value')), { maxLength: 4 })
        .map((fields) => Object.fromEntries(fields) as Json),
    ),
  })).value;

const anyLabel = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('facts', 'text', 'mark/bid-1', '__proto__', 'constructor', 'a/b~c'),
    anyLedgerText().filter((text) => /^[^\u0000-\u001f\u007f-\u009f]{1,200}$/u.test(text)),
  );

const anyAct = (): fc.Arbitrary<SampleAct> =>
  fc.record({
    act: fc.constantFrom('need-stated', 'marks-sealed', 'a', '-'.repeat(64)),
    actor: anyLabel(),
    sections: fc.uniqueArray(
      fc.record({ name: anyLabel(), type: fc.constantFrom('facts', 'text', 'mark'), value: anyLedgerJson() }),
      { maxLength: 4, selector: ({ name }) => name },
    ),
  });

const erasureOf = (seq: number, section: string): SampleAct => ({
  act: ERASURE_ACT,
  sections: [{ name: 'facts', type: 'facts', value: { seq, section, ground: 'request' } }],
});

export type AnyLedger = {
  readonly stream: readonly StoredEntry[];
  readonly withheld: number;
  readonly erased: number;
};

/** A ledger of up to six acts, some of its sections erased by later entries and some left out. */
export const anyLedger = (): fc.Arbitrary<AnyLedger> =>
  fc
    .tuple(
      fc.array(anyAct(), { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    )
    .map(([acts, dice]) => {
      const fateOf = (): 'held' | 'erased' | 'withheld' => {
        const roll = dice.next().value as number;
        if (roll === 0) return 'erased';
        return roll === 1 ? 'withheld' : 'held';
      };
      const places = acts.flatMap(({ sections }, index) =>
        sections.map(({ name }) => ({ seq: index + 1, name, fate: fateOf() })),
      );
      const erasures = places
        .filter(({ fate }) => fate === 'erased')
        .map(({ seq, name }) => erasureOf(seq, name));
      const gone = new Set(
        places.filter(({ fate }) => fate !== 'held').map(({ seq, name }) => `${seq}/${name}`),
      );
      const stream = buildLedger([...acts, ...erasures]).map((stored) => {
        const held = Object.entries(stored.openings).filter(
          ([name]) => !gone.has(`${stored.entry.seq}/${name}`),
        );
        return { ...stored, openings: Object.fromEntries(held) };
      });
      return { stream, withheld: gone.size - erasures.length, erased: erasures.length };
    });

export const exportBytes = (stream: readonly StoredEntry[]): Buffer => Buffer.from(renderExport(stream));
