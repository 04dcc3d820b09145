import { expect } from 'chai';
import { MAX_SECTIONS } from '../../src/ledger/entry.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { renderExport } from '../../src/ledger/export.ts';
import { formatVerifyCode, parseVerifyCode } from '../../src/ledger/verify-code.ts';
import type { Verification } from '../../src/ledger/verify.ts';
import { verifyExport, verifyStream } from '../../src/ledger/verify.ts';
import { recommit, renderDraft, reseal, toDraft } from './draft-ledger.ts';
import { buildLedger, DECISION, saltOf, SMALL_BUY } from './sample-ledger.ts';

const verifyText = (text: string): Verification => verifyExport(Buffer.from(text));
const good = renderExport(buildLedger(SMALL_BUY));
const placesOf = ({ faults }: Verification): string[] =>
  faults.map(({ code, path }) => `${code} ${path}`.trim());

describe('verifyExport', () => {
  it('names the decision, the head and its code, if the ledger is intact', () => {
    const head = buildLedger(SMALL_BUY).at(-1);
    const verification = verifyText(good);
    expect(verification).to.include({ decision: DECISION, headSeq: 3, headHash: head?.hash });
    expect(verification.verifyCode).to.equal(formatVerifyCode(3, head?.hash ?? ''));
  });

  it('names none of them otherwise, so that nobody quotes a ledger that does not hold', () => {
    const unnamed = { decision: null, headSeq: null, headHash: null, verifyCode: null };
    expect(verifyText(good.replace('Aoife', 'Mary'))).to.deep.include(unnamed);
    expect(verifyText('')).to.deep.include(unnamed);
  });

  it('finds every fault, not only the first', () => {
    const drafts = toDraft(buildLedger(SMALL_BUY));
    if (drafts[0]) drafts[0].entry['actor'] = 'p9';
    delete drafts[1]?.openings['text'];
    const text = renderDraft(drafts)
      .replace('"4"', '"5"')
      .replace('"2.5"', '"5"')
      .replace('Aoife', '\\u0041oife')
      .replace(/\n$/, '');
    expect(placesOf(verifyText(text))).to.have.members([
      'missing-newline',
      'escape-form /entries/1/openings/name/value',
      'edited-entry /entries/0/hash',
      'edited-section /entries/2/openings/mark~1bid-1',
      'edited-section /entries/2/openings/mark~1bid-2',
    ]);
    expect(verifyText(text)).to.include({ entries: 3, withheld: 1 });
  });

  it('says which entry and which section', () => {
    const [fault] = verifyText(good.replace('Aoife', 'Mary')).faults;
    expect(fault).to.include({ code: 'edited-section', seq: 2, section: 'name' });
  });

  it('reports a run of missing entries as one', () => {
    const stream = buildLedger(Array.from({ length: 9 }, () => ({ act: 'act', sections: [] })));
    const some = stream.filter(({ entry }) => ![2, 3, 4, 7].includes(entry.seq));
    const { faults } = verifyStream(some);
    expect(faults.map(({ code, seq, message }) => [code, seq, message])).to.deep.equal([
      ['missing-entry', 2, 'Entries 2 to 4 are not here.'],
      ['missing-entry', 7, 'Entry 7 is not here.'],
    ]);
  });

  it('refuses more sections than an entry can have', () => {
    const drafts = toDraft(buildLedger(SMALL_BUY.slice(0, 1)));
    for (let index = 0; index < MAX_SECTIONS; index += 1) {
      drafts[0]?.entry.sections.push({ name: `s${index}`, type: 'text', commit: '0'.repeat(64) });
    }
    expect(placesOf(verifyText(renderDraft(reseal(drafts))))).to.deep.equal([
      'too-many-sections /entries/0/entry/sections',
    ]);
  });

  it('takes whatever stands where an object belongs for a fault, and never throws', () => {
    const odd = [
      'null',
      '1',
      '"x"',
      '[]',
      '{}',
      '[[]]',
      '[null]',
      '[{}]',
      '{"entry":null,"hash":null,"openings":null}',
    ];
    for (const value of odd) {
      for (const text of [
        `${value}\n`,
        `{"decision":${value},"entries":${value},"format":${value}}\n`,
        `{"decision":"${DECISION}","entries":[${value}],"format":"counterweight-export/1"}\n`,
        good.replace(/"sections":\[.*?\]/, `"sections":${value}`),
        good.replace(/"openings":\{"facts":\{.*?\}/, `"openings":{"facts":${value}`),
        good.replace('"seq":2', `"seq":${value}`),
        good.replace(/"prev":"[0-9a-f]*"/, `"prev":${value}`),
      ]) {
        expect(verifyText(text).intact, text).to.equal(false);
      }
    }
  });

  it('does not count up to a number that somebody wrote into an entry', () => {
    const drafts = toDraft(buildLedger(SMALL_BUY));
    if (drafts[2]) drafts[2].entry.seq = Number.MAX_SAFE_INTEGER;
    expect(placesOf(verifyText(renderDraft(reseal(drafts))))).to.deep.equal(['missing-entry /entries']);
  });

  it('finds what has no canonical form edited, at its place', () => {
    expect(placesOf(verifyText(good.replace('"revision":1', '"revision":1.5')))).to.deep.equal([
      'number-form /entries/0/openings/facts/value/revision',
      'edited-section /entries/0/openings/facts',
    ]);
    expect(placesOf(verifyText(good.replace('"v":1', '"v":1.5')))).to.deep.equal([
      'number-form /entries/0/entry/v',
      'wrong-version /entries/0/entry/v',
      'edited-entry /entries/0/hash',
    ]);
    expect(placesOf(verifyText(good.replace('Aoife', '\\ud800')))).to.deep.equal([
      'unicode-form /entries/1/openings/name/value',
      'edited-section /entries/1/openings/name',
    ]);
  });
});

describe('a ledger that somebody rewrote from one entry on', () => {
  const original = buildLedger(SMALL_BUY);
  const printed = parseVerifyCode(verifyText(good).verifyCode ?? '');
  const rewritten = (): string => {
    const drafts = toDraft(original);
    if (drafts[1]) recommit(drafts[1], 'text', 'All is well.', saltOf('rewritten'));
    return renderDraft(reseal(drafts));
  };

  it('is intact by itself, and is found out by the code printed in a decision', () => {
    expect(verifyText(rewritten()).intact).to.equal(true);
    const { intact, faults } = verifyExport(Buffer.from(rewritten()), printed);
    expect(intact).to.equal(false);
    expect(faults.map(({ code, seq }) => [code, seq])).to.deep.equal([['known-head-absent', 3]]);
  });

  it('is found out likewise when its last entries were left away', () => {
    const short = Buffer.from(renderExport(original.slice(0, 2)));
    expect(verifyExport(short).intact).to.equal(true);
    expect(verifyExport(short, printed).faults.map(({ code }) => code)).to.deep.equal(['known-head-absent']);
  });

  it('keeps to every code printed before, if it only grew', () => {
    const grown = buildLedger([...SMALL_BUY, { act: 'question-answered', sections: [] }]);
    for (const { entry, hash } of grown) {
      const code = parseVerifyCode(formatVerifyCode(entry.seq, hash));
      expect(verifyStream(grown, code).intact).to.equal(true);
    }
  });
});

describe('verifyStream', () => {
  it('finds in memory what verifyExport finds in a file', () => {
    const stream = buildLedger(SMALL_BUY);
    expect(verifyStream(stream)).to.deep.equal(verifyText(good));
    const [first, second, third] = stream as [StoredEntry, StoredEntry, StoredEntry];
    expect(placesOf(verifyStream([first, third, second]))).to.deep.equal([
      'swapped-order /entries/2/entry/seq',
    ]);
    expect(placesOf(verifyStream([]))).to.deep.equal(['no-entries /entries']);
  });

  it('says that an erasure was never finished', () => {
    const facts = { name: 'facts', type: 'facts', value: { seq: 2, section: 'name', ground: 'request' } };
    const stream = buildLedger([...SMALL_BUY, { act: 'section-erased', sections: [facts] }]);
    const [fault] = verifyStream(stream).faults;
    expect(fault).to.include({ code: 'erased-section-present', seq: 2, section: 'name' });
  });
});
