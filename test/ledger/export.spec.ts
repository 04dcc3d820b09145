import { expect } from 'chai';
import fc from 'fast-check';
import { DomainError } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { parseExport, renderExport } from '../../src/ledger/export.ts';
import { verifyExport } from '../../src/ledger/verify.ts';
import { anyLedger, exportBytes } from './arbitrary-ledger.ts';
import { buildLedger, DECISION, SMALL_BUY } from './sample-ledger.ts';

const erasure = {
  act: 'section-erased',
  sections: [{ name: 'facts', type: 'facts', value: { seq: 2, section: 'name', ground: 'request' } }],
};

describe('renderExport', () => {
  it('writes canonical JSON and one line feed, with nothing in it but format, decision and entries', () => {
    const text = renderExport(buildLedger(SMALL_BUY));
    const document = JSON.parse(text) as Record<string, unknown>;
    expect(text).to.equal(`${canonicalJson(document as never)}\n`);
    expect(Object.keys(document)).to.have.members(['format', 'decision', 'entries']);
    expect(document).to.include({ format: 'counterweight-export/1', decision: DECISION });
  });

  it('carries nothing that a store keeps beside an entry', () => {
    const kept = buildLedger(SMALL_BUY).map((stored) => ({ ...stored, requestKey: 'secret-canary' }));
    expect(renderExport(kept)).to.equal(renderExport(buildLedger(SMALL_BUY)));
  });

  it('leaves out what the ledger says is erased while the store still holds it, text and salt', () => {
    const unfinished = buildLedger([...SMALL_BUY, erasure]);
    const salt = unfinished[1]?.openings['name']?.salt ?? '';
    const text = renderExport(unfinished);
    expect(salt).to.have.length(44);
    expect(text).not.to.include('Aoife');
    expect(text).not.to.include(salt);
    expect(verifyExport(Buffer.from(text))).to.include({ intact: true, erased: 1, withheld: 0 });
  });

  it('refuses a ledger without entries', () => {
    expect(() => renderExport([]))
      .to.throw(DomainError)
      .with.property('code', 'invalid-input');
  });
});

describe('parseExport', () => {
  it('gives back the ledger that was exported', () => {
    fc.assert(
      fc.property(anyLedger(), ({ stream }) => {
        const { decision, entries } = parseExport(exportBytes(stream));
        expect(decision).to.equal(DECISION);
        expect(entries).to.deep.equal(stream);
        expect(renderExport(entries)).to.equal(renderExport(stream));
      }),
    );
  });

  it('takes nothing from an export that is not intact, and says every fault', () => {
    const text = renderExport(buildLedger(SMALL_BUY)).replace('"4"', '"5"').replace('Aoife', 'Mary');
    const refused = (): readonly StoredEntry[] => parseExport(Buffer.from(text)).entries;
    expect(refused).to.throw(DomainError).with.property('code', 'ledger-faulty');
    expect(refused).to.throw(DomainError).with.property('faults').with.lengthOf(2);
  });
});
