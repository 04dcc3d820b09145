import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { DomainError } from '../../src/core/errors.ts';
import type { Json } from '../../src/core/errors.ts';
import type { EntryInput } from '../../src/ledger/chain.ts';
import { buildEntry, hashEntry, MAX_ENTRY_CHARACTERS } from '../../src/ledger/chain.ts';
import { GENESIS_PREV, MAX_SECTIONS } from '../../src/ledger/entry.ts';
import { commitSection, renderSalt } from '../../src/ledger/section.ts';
import { buildLedger, DECISION, saltOf, SMALL_BUY } from './sample-ledger.ts';

const section = (name: string, value: Json = 'x', type = 'text') => ({
  name,
  type,
  value,
  salt: saltOf(name),
});

const input: EntryInput = {
  decision: DECISION,
  seq: 1,
  at: '2026-11-22T09:30:00.000Z',
  actor: 'p1',
  act: 'need-stated',
  prev: GENESIS_PREV,
  sections: [section('facts', { revision: 1 }, 'facts'), section('problem')],
};

const faultsOf = (change: Partial<EntryInput>): string[] => {
  try {
    buildEntry({ ...input, ...change });
  } catch (error) {
    if (error instanceof DomainError) return error.faults.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('buildEntry', () => {
  it('commits to each section, keeps what opens it, and hashes the whole', () => {
    const { entry, hash, openings } = buildEntry(input);
    expect(entry).to.deep.equal({
      v: 1,
      decision: DECISION,
      seq: 1,
      at: input.at,
      actor: 'p1',
      act: 'need-stated',
      sections: [
        { name: 'facts', type: 'facts', commit: commitSection({ revision: 1 }, saltOf('facts')) },
        { name: 'problem', type: 'text', commit: commitSection('x', saltOf('problem')) },
      ],
      prev: GENESIS_PREV,
    });
    expect(openings).to.deep.equal({
      facts: { value: { revision: 1 }, salt: renderSalt(saltOf('facts')) },
      problem: { value: 'x', salt: renderSalt(saltOf('problem')) },
    });
    expect(hash).to.equal(hashEntry(entry));
  });

  it('gives the hash that the written format gives: SHA-256 of a prefix and the canonical entry', () => {
    const { entry, hash } = buildEntry({ ...input, sections: [] });
    const { act, actor, at, decision, prev } = entry;
    const canonical =
      `{"act":"${act}","actor":"${actor}","at":"${at}","decision":"${decision}",` +
      `"prev":"${prev}","sections":[],"seq":1,"v":1}`;
    expect(hash).to.equal(createHash('sha256').update(`counterweight/entry/1\n${canonical}`).digest('hex'));
  });

  it('makes a hash that no section can have, whatever the section holds', () => {
    const { entry, hash } = buildEntry(input);
    expect(commitSection(entry, saltOf('any'))).not.to.equal(hash);
  });

  it('lets each entry name the one before', () => {
    const stream = buildLedger(SMALL_BUY);
    expect(stream.map(({ entry }) => entry.prev)).to.deep.equal([
      GENESIS_PREV,
      stream[0]?.hash,
      stream[1]?.hash,
    ]);
  });

  it('takes sections called as things that objects inherit', () => {
    const { openings } = buildEntry({ ...input, sections: [section('__proto__'), section('constructor')] });
    expect(Object.keys(openings)).to.deep.equal(['__proto__', 'constructor']);
  });

  for (const [what, change, paths] of [
    ['a decision id of another form', { decision: 'D1' }, ['/decision']],
    ['a count that does not start at 1', { seq: 0 }, ['/seq', '/prev']],
    ['a time with an offset', { at: '2026-11-22T09:30:00.000+01:00' }, ['/at']],
    ['an actor without a name', { actor: '' }, ['/actor']],
    ['a control character in an actor', { actor: 'p1\n' }, ['/actor']],
    ['an act in capitals', { act: 'NeedStated' }, ['/act']],
    ['a hash in upper case', { seq: 2, prev: 'A'.repeat(64) }, ['/prev']],
    ['a first entry that follows another', { prev: 'a'.repeat(64) }, ['/prev']],
    ['a later entry that follows none', { seq: 2 }, ['/prev']],
    [
      'a section name that is too long',
      { sections: [section('n'.repeat(201))] },
      [`/sections/${'n'.repeat(201)}`],
    ],
    ['a section type with a space', { sections: [section('a', 'x', 'free text')] }, ['/sections/a']],
    [
      'a salt that is too short',
      { sections: [{ ...section('a'), salt: new Uint8Array(31) }] },
      ['/sections/a'],
    ],
    [
      'two sections of one name',
      { sections: [section('a'), { ...section('b'), name: 'a' }] },
      ['/sections/a'],
    ],
    [
      'two sections with one salt',
      { sections: [section('a'), { ...section('b'), salt: saltOf('a') }] },
      ['/sections/b'],
    ],
    ['a fraction', { sections: [section('a', { score: 2.5 })] }, ['/sections/a/score']],
    ['text that is not composed', { sections: [section('a', ['Zoe\u0308'])] }, ['/sections/a/0']],
    ['half a character', { sections: [section('a', 'x\ud800')] }, ['/sections/a']],
    ['a code that is no character yet', { sections: [section('a', 'x\u0378')] }, ['/sections/a']],
    ['a name that is not composed', { sections: [section('Zoe\u0308')] }, ['/sections/Zoe\u0308']],
    [
      'a value that nests too deep',
      { sections: [section('a', JSON.parse(`${'['.repeat(33)}${']'.repeat(33)}`))] },
      ['/sections/a'],
    ],
    [
      'several faults at once, all of them',
      { act: '', sections: [section('a', 0.5), section('b', [-0])] },
      ['/act', '/sections/a', '/sections/b/0'],
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(faultsOf(change)).to.deep.equal(paths);
    });
  }

  it('takes 2,000 sections and not one more', () => {
    const sections = (count: number) => Array.from({ length: count }, (_, index) => section(`s${index}`));
    expect(faultsOf({ sections: sections(MAX_SECTIONS) })).to.deep.equal([]);
    expect(faultsOf({ sections: sections(MAX_SECTIONS + 1) })).to.deep.equal(['/sections']);
  });

  it('takes no more than fits into one write', () => {
    const value = 'x'.repeat(MAX_ENTRY_CHARACTERS / 2);
    expect(faultsOf({ sections: [section('a', value)] })).to.deep.equal([]);
    expect(faultsOf({ sections: [section('a', value), section('b', value)] })).to.deep.equal(['/sections']);
  });

  it('takes a value nested 32 levels, and an emoji newer than any list', () => {
    const deep = JSON.parse(`${'['.repeat(32)}${']'.repeat(32)}`) as Json;
    expect(faultsOf({ sections: [section('a', deep), section('b', '\u{1faff}')] })).to.deep.equal([]);
  });
});
