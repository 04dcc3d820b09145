import { expect } from 'chai';
import fc from 'fast-check';
import type { Json } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { verifyExport } from '../../src/ledger/verify.ts';
import { anyLedger, anyLedgerJson, exportBytes } from './arbitrary-ledger.ts';
import type { Draft } from './draft-ledger.ts';
import { renderDraft, reseal, toDraft } from './draft-ledger.ts';
import { buildLedger, SMALL_BUY } from './sample-ledger.ts';
import { loadSecondVerifier } from './second-verifier.ts';
import type { SecondVerdict } from './second-verifier.ts';

type Holder = Record<string, Json>;
type Slot = { readonly holder: Holder; readonly key: string };

/** Every place in a document that holds something. */
const slotsOf = (value: Json): Slot[] => {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsOf(holder[key] as Json)]);
};

const swapWithNeighbour = ({ holder, key }: Slot): void => {
  if (!Array.isArray(holder)) return;
  const at = Number(key);
  if (at + 1 < holder.length) holder.splice(at, 2, holder[at + 1], holder[at]);
};

const bends: Readonly<Record<string, (slot: Slot, other: Slot, value: Json) => void>> = {
  replace: ({ holder, key }, _other, value) => {
    holder[key] = value;
  },
  copy: ({ holder, key }, other) => {
    holder[key] = structuredClone(other.holder[other.key] as Json);
  },
  remove: ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  repeat: ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(holder[Number(key)]));
  },
  add: ({ holder, key }, _other, value) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, value);
    else holder[`${key}-2`] = value;
  },
  swap: swapWithNeighbour,
};

const ODD_ERASURES: readonly Json[] = [
  null,
  'text',
  [2, 'text'],
  { seq: '2', section: 'text' },
  { seq: 2, section: 7 },
  { seq: 2 },
  { seq: 4, section: 'facts' },
  { seq: 99, section: 'text' },
  { seq: 2, section: 'no such section' },
  { seq: 2, section: 'text', ground: 'request' },
];

describe('the two verifiers', function () {
  this.timeout(120_000);
  let verifyLedger: (bytes: Uint8Array) => SecondVerdict;
  before(async () => {
    verifyLedger = await loadSecondVerifier();
  });

  /** Both say the same; true when both say intact. */
  const agree = (bytes: Uint8Array): boolean => {
    const [first, second] = [verifyExport(bytes), verifyLedger(bytes)];
    expect(second.faults.length === 0, JSON.stringify([first.faults, second.faults])).to.equal(first.intact);
    const { entries, withheld, erased } = first;
    if (first.intact) expect(second).to.deep.equal({ faults: [], entries, withheld, erased });
    return first.intact;
  };

  it('find any ledger intact, however much of it is withheld or erased, and count that alike', () => {
    fc.assert(
      fc.property(anyLedger(), ({ stream, withheld, erased }) => {
        const bytes = exportBytes(stream);
        expect(verifyExport(bytes)).to.deep.include({
          intact: true,
          entries: stream.length,
          withheld,
          erased,
        });
        expect(agree(bytes)).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it('agree on a ledger in which something was replaced, removed, repeated or swapped, also when it was hashed again', () => {
    let refused = 0;
    const numRuns = 800;
    fc.assert(
      fc.property(
        anyLedger(),
        fc.constantFrom(...Object.keys(bends)),
        fc.nat(),
        fc.nat(),
        anyLedgerJson(),
        fc.boolean(),
        ({ stream }, bend, place, otherPlace, value, isResealed) => {
          const document = JSON.parse(exportBytes(stream).toString()) as { entries: Draft[] };
          const slots = slotsOf(document as unknown as Json);
          const [slot, other] = [slots[place % slots.length], slots[otherPlace % slots.length]];
          if (slot && other) bends[bend]?.(slot, other, value);
          if (isResealed) resealWherePossible(document.entries);
          if (!agree(Buffer.from(`${canonicalJson(document as unknown as Json)}\n`))) refused += 1;
        },
      ),
      { numRuns },
    );
    expect(refused).to.be.greaterThan(numRuns / 2);
  });

  it('agree on a ledger in which some bytes were changed, put in or taken out', () => {
    fc.assert(
      fc.property(
        anyLedger(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 2 })), {
          maxLength: 3,
        }),
        ({ stream }, changes) => {
          const bytes = [...exportBytes(stream)];
          for (const [place, byte, mode] of changes) {
            bytes.splice(place % bytes.length, mode === 2 ? 0 : 1, ...(mode === 1 ? [] : [byte]));
          }
          agree(Uint8Array.from(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agree on erasures that name nothing, or not in the way that counts', () => {
    const verdicts = ODD_ERASURES.map((value) => {
      const facts = { name: 'facts', type: 'facts', value };
      const drafts = toDraft(buildLedger([...SMALL_BUY, { act: 'section-erased', sections: [facts] }]));
      delete drafts[1]?.openings['text'];
      const bytes = Buffer.from(renderDraft(drafts));
      expect(agree(bytes)).to.equal(true);
      return verifyExport(bytes).erased;
    });
    expect(verdicts).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

const resealWherePossible = (drafts: Draft[]): void => {
  try {
    reseal(drafts);
  } catch {
    // It no longer looks like a chain at all, which is as good a case.
  }
};
