import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { buildEntry } from '../../src/ledger/chain.ts';
import { GENESIS_PREV } from '../../src/ledger/entry.ts';
import { renderExport } from '../../src/ledger/export.ts';
import { LEDGER_FAULT_CODES } from '../../src/ledger/ledger-fault.ts';
import { formatVerifyCode } from '../../src/ledger/verify-code.ts';
import { verifyExport } from '../../src/ledger/verify.ts';
import { loadSecondVerifier } from './second-verifier.ts';

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('docs/ledger-format.md', () => {
  const page = read('ledger-format.md');
  const blocks = [...page.matchAll(/```text\n([^`]*)```/g)].map(([, block = '']) => block);
  const value = { score: '2.5', option: 'bid-1' };
  const stored = buildEntry({
    decision: '0123456789abcdef0123456789abcdef',
    seq: 1,
    at: '2026-11-22T09:30:00.000Z',
    actor: 'p1',
    act: 'consensus-recorded',
    prev: GENESIS_PREV,
    sections: [
      { name: 'score', type: 'consensus', value, salt: Uint8Array.from({ length: 32 }, (_, index) => index) },
    ],
  });

  it('shows what the worked example really gives', () => {
    expect(blocks).to.deep.equal([
      `${canonicalJson(value)}\n`,
      `${canonicalJson(stored.entry)}\n`,
      renderExport([stored]),
    ]);
    const indented = [...page.matchAll(/^ {4}(\S+)$/gm)].map(([, line]) => line);
    const commit = stored.entry.sections[0]?.commit;
    expect(indented).to.deep.equal([commit, stored.hash, formatVerifyCode(1, stored.hash)]);
  });

  it('ends its worked example with an export that both verifiers find intact', async () => {
    const verifyLedger = await loadSecondVerifier();
    const bytes = Buffer.from(blocks.at(-1) ?? '');
    expect(verifyExport(bytes)).to.include({ intact: true, entries: 1, withheld: 0, erased: 0 });
    expect(verifyLedger(bytes)).to.deep.equal({ faults: [], entries: 1, withheld: 0, erased: 0 });
  });

  it('lists the faults that the verifier can name, and no others', () => {
    const listed = [...page.matchAll(/^\| `([a-z0-9-]+)` +\|/gm)].map(([, code]) => code);
    expect(listed.filter((code) => LEDGER_FAULT_CODES.includes(code as never))).to.deep.equal([
      ...LEDGER_FAULT_CODES,
    ]);
    const faultTable = page.slice(page.indexOf('## Faults'), page.indexOf('## Versions'));
    expect([...faultTable.matchAll(/^\| `/gm)]).to.have.lengthOf(LEDGER_FAULT_CODES.length);
  });
});

describe('docs/verify.mjs', () => {
  it('imports nothing but what Node brings, and stays short enough to read', () => {
    const script = read('verify.mjs');
    const imports = [...script.matchAll(/^import .* from '([^']+)';$/gm)].map(([, from]) => from);
    expect(imports).to.deep.equal(['node:crypto', 'node:fs']);
    expect(script).not.to.match(/import\(|require\(/);
    expect(script.split('\n').length).to.be.at.most(100);
  });
});
