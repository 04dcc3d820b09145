import { expect } from 'chai';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { renderExport } from '../../src/ledger/export.ts';
import { verifyExport, verifyStream } from '../../src/ledger/verify.ts';
import { buildLedger, SMALL_BUY } from './sample-ledger.ts';
import { loadSecondVerifier } from './second-verifier.ts';

type IsIntact = (bytes: Uint8Array) => boolean;

/** How many of the changes each verifier misses. */
const countMissed = (verifiers: readonly IsIntact[], changed: Iterable<Uint8Array>): number[] => {
  const missed = verifiers.map(() => 0);
  for (const bytes of changed) {
    for (const [index, isIntact] of verifiers.entries()) {
      if (isIntact(bytes)) missed[index] = (missed[index] ?? 0) + 1;
    }
  }
  return missed;
};

function* everyFlip(bytes: Uint8Array, step = 1): Generator<Uint8Array> {
  const copy = Uint8Array.from(bytes);
  for (let bit = 0; bit < copy.length * 8; bit += step) {
    const [at, mask] = [bit >> 3, 1 << (bit & 7)];
    copy[at] = (copy[at] ?? 0) ^ mask;
    yield copy;
    copy[at] = (copy[at] ?? 0) ^ mask;
  }
}

function* everyTruncation(bytes: Uint8Array): Generator<Uint8Array> {
  for (let length = 0; length < bytes.length; length += 1) yield bytes.subarray(0, length);
}

function* everyEdit(bytes: Uint8Array, inserted: readonly number[]): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1) {
    yield Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    for (const byte of inserted)
      yield Buffer.concat([bytes.subarray(0, at), Uint8Array.of(byte), bytes.subarray(at)]);
  }
}

/** Looks right and is not enough: reads the file as JSON and checks the values it finds. */
const comparesValues: IsIntact = (bytes) => {
  try {
    const { entries } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { entries: never[] };
    const plain = JSON.parse(canonicalJson(entries)) as never[];
    return verifyStream(plain).faults.every(({ code }) => code === 'salt-not-canonical');
  } catch {
    return false;
  }
};

describe('one change anywhere in an export of three kilobytes', function () {
  this.timeout(240_000);
  const bytes = Buffer.from(renderExport(buildLedger(SMALL_BUY)));
  let verifiers: IsIntact[];
  before(async () => {
    const verifyLedger = await loadSecondVerifier();
    verifiers = [(given) => verifyExport(given).intact, (given) => verifyLedger(given).faults.length === 0];
  });

  it('is an export that both verifiers find intact to begin with', () => {
    expect(bytes.length).to.be.within(3000, 3600);
    expect(verifiers.map((isIntact) => isIntact(bytes))).to.deep.equal([true, true]);
  });

  it('is found by both verifiers for every single bit', () => {
    expect(countMissed(verifiers, everyFlip(bytes))).to.deep.equal([0, 0]);
  });

  it('is found by both verifiers for every truncation', () => {
    expect(countMissed(verifiers, everyTruncation(bytes))).to.deep.equal([0, 0]);
  });

  it('is found by both verifiers for every byte taken out, and for a space put in anywhere', () => {
    expect(countMissed(verifiers, everyEdit(bytes, [0x20]))).to.deep.equal([0, 0]);
  });

  it('would escape a verifier that compares values instead of bytes', () => {
    const [flips = 0] = countMissed([comparesValues], everyFlip(bytes, 7));
    const [truncations = 0] = countMissed([comparesValues], everyTruncation(bytes));
    expect(comparesValues(bytes)).to.equal(true);
    expect(flips).to.be.greaterThan(10);
    expect(truncations).to.equal(1);
  });
});
