import type { LedgerFaultCode } from '../../../src/ledger/ledger-fault.ts';
import type { Draft } from '../../ledger/draft-ledger.ts';
import { recommit, rehash, renderDraft, reseal, toDraft } from '../../ledger/draft-ledger.ts';
import { buildLedger, saltOf, SMALL_BUY } from '../../ledger/sample-ledger.ts';

/** One fault in each: `code` is the only one a verifier finds. */
export type InvalidLedger = {
  readonly name: string;
  readonly code: LedgerFaultCode;
  readonly bytes: Uint8Array;
};

const invalid = (name: string, code: LedgerFaultCode, content: string | Uint8Array): InvalidLedger => ({
  name,
  code,
  bytes: Buffer.from(content as string),
});

/** The small purchase, changed as objects and written in perfect form. */
const bent = (name: string, code: LedgerFaultCode, bend: (drafts: Draft[]) => Draft[]): InvalidLedger =>
  invalid(name, code, renderDraft(bend(toDraft(buildLedger(SMALL_BUY)))));

/** The same, changed as text. Fails loudly when there is nothing to change. */
const rewritten = (name: string, code: LedgerFaultCode, from: string | RegExp, to: string): InvalidLedger => {
  const before = renderDraft(toDraft(buildLedger(SMALL_BUY)));
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${name}: there is nothing to rewrite.`);
  return invalid(name, code, after);
};

const at = (drafts: Draft[], index: number): Draft => {
  const draft = drafts[index];
  if (draft === undefined) throw new RangeError(`There is no entry in place ${index}.`);
  return draft;
};

const change =
  (bend: (draft: Draft) => void, index = 1) =>
  (drafts: Draft[]): Draft[] => {
    bend(at(drafts, index));
    return drafts;
  };

const changeAndReseal =
  (bend: (draft: Draft) => void, index = 1) =>
  (drafts: Draft[]): Draft[] =>
    reseal(change(bend, index)(drafts));

const opening = (draft: Draft, name: string): { value: unknown; salt: string } => {
  const found = draft.openings[name];
  if (found === undefined) throw new RangeError(`There is no opening called ${name}.`);
  return found;
};

const brokenForms = (): InvalidLedger[] => {
  const good = renderDraft(toDraft(buildLedger(SMALL_BUY)));
  const pretty = `${JSON.stringify(JSON.parse(good), null, 2)}\n`;
  const deep = JSON.parse(`${'['.repeat(33)}${']'.repeat(33)}`) as [];
  return [
    invalid('not-utf8', 'not-utf8', Buffer.from(good.replace('Aoife', 'Zo\u00eb'), 'latin1')),
    invalid('byte-order-mark', 'byte-order-mark', `\ufeff${good}`),
    invalid('cut-short', 'not-json', good.slice(0, 2000)),
    invalid('empty-file', 'not-json', '\n'),
    invalid('nested-file', 'too-deep', `${'['.repeat(65)}${']'.repeat(65)}\n`),
    bent(
      'too-deep',
      'too-deep',
      changeAndReseal((draft) => recommit(draft, 'text', deep, saltOf('deep'))),
    ),
    invalid('trailing-space', 'white-space', good.replace(/\n$/, ' \n')),
    invalid('pretty-printed', 'white-space', pretty),
    invalid('carriage-return', 'white-space', good.replace(/\n$/, '\r\n')),
    invalid('second-newline', 'white-space', `${good}\n`),
    invalid('missing-newline', 'missing-newline', good.slice(0, -1)),
    rewritten(
      'key-order',
      'key-order',
      /"act":("[^"]*"),"actor":("[^"]*")/,
      '"actor":"p1","act":"need-stated"',
    ),
    rewritten(
      'duplicate-key',
      'duplicate-key',
      '"value":"Aoife Byrne"',
      '"value":"Somebody Else","value":"Aoife Byrne"',
    ),
    rewritten('number-form', 'number-form', '"v":1}', '"v":1.0}'),
    rewritten('number-exponent', 'number-form', '"revision":1', '"revision":1e0'),
    rewritten('escape-form', 'escape-form', 'Aoife', 'A\\u006fife'),
    rewritten('escaped-slash', 'escape-form', 'mark/bid-1":{', 'mark\\/bid-1":{'),
    bent(
      'unicode-form',
      'unicode-form',
      changeAndReseal((draft) => recommit(draft, 'name', 'Zoe\u0308', saltOf('Zoe'))),
    ),
  ];
};

const brokenShapes = (): InvalidLedger[] => [
  rewritten('wrong-format', 'wrong-format', 'counterweight-export/1', 'counterweight-export/2'),
  bent(
    'wrong-version',
    'wrong-version',
    changeAndReseal((draft) => (draft.entry['v'] = 2)),
  ),
  bent(
    'wrong-form',
    'wrong-form',
    changeAndReseal((draft) => (draft.entry['at'] = '22/11/2026 09:31')),
  ),
  rewritten('extra-key', 'extra-key', '{"decision"', '{"author":"somebody","decision"'),
  bent(
    'extra-key-in-entry',
    'extra-key',
    changeAndReseal((draft) => (draft.entry['note'] = 'x')),
  ),
  bent(
    'extra-key-beside-entry',
    'extra-key',
    change((draft) => (draft['note'] = 'x')),
  ),
  bent(
    'extra-key-in-opening',
    'extra-key',
    change((draft) => Object.assign(opening(draft, 'name'), { note: 'x' })),
  ),
  bent(
    'missing-key',
    'missing-key',
    changeAndReseal((draft) => delete draft.entry['actor']),
  ),
  bent(
    'hash-upper-case',
    'hash-form',
    change((draft) => (draft.hash = draft.hash.toUpperCase()), 2),
  ),
  bent('prev-upper-case', 'hash-form', (drafts) => {
    at(drafts, 2).entry.prev = at(drafts, 2).entry.prev.toUpperCase();
    rehash(at(drafts, 2));
    return drafts;
  }),
  // The last character but one carries two bits that a decoder throws away.
  bent(
    'salt-not-canonical',
    'salt-not-canonical',
    change((draft) => {
      const salt = opening(draft, 'name').salt;
      const last = salt.charCodeAt(42);
      opening(draft, 'name').salt = `${salt.slice(0, 42)}${String.fromCharCode(last + 1)}=`;
    }),
  ),
  bent(
    'duplicate-section',
    'duplicate-section',
    changeAndReseal((draft) => {
      const [facts] = draft.entry.sections;
      if (facts) draft.entry.sections.push({ ...facts });
    }),
  ),
  bent(
    'reused-salt',
    'reused-salt',
    changeAndReseal((draft) => {
      recommit(draft, 'name', 'Aoife Byrne', Buffer.from(opening(draft, 'text').salt, 'base64'));
    }),
  ),
];

const brokenChains = (): InvalidLedger[] => [
  invalid('no-entries', 'no-entries', renderDraft([], { decision: '5d3f0c7a9be14e62a8d1b7c4f0926e35' })),
  bent(
    'wrong-decision',
    'wrong-decision',
    changeAndReseal((draft) => (draft.entry['decision'] = 'f'.repeat(32))),
  ),
  bent('missing-entry', 'missing-entry', (drafts) => [at(drafts, 0), at(drafts, 2)]),
  bent('missing-first-entry', 'missing-entry', (drafts) => drafts.slice(1)),
  bent('reused-seq', 'reused-seq', ([first, second, ...rest]) => {
    if (!first || !second) throw new RangeError('Two entries are needed.');
    const other = structuredClone(second);
    other.entry.sections = [];
    other.openings = {};
    return [first, rehash(other), second, ...rest];
  }),
  bent('repeated-entry', 'reused-seq', (drafts) => [...drafts, { ...at(drafts, 2), openings: {} }]),
  bent('swapped-order', 'swapped-order', (drafts) => [at(drafts, 0), at(drafts, 2), at(drafts, 1)]),
  bent('wrong-genesis', 'wrong-genesis', (drafts) => {
    at(drafts, 0).entry.prev = 'a'.repeat(64);
    return reseal(drafts);
  }),
  bent('broken-link', 'broken-link', (drafts) => {
    at(drafts, 1).entry['actor'] = 'p9';
    rehash(at(drafts, 1));
    return drafts;
  }),
];

const brokenContents = (): InvalidLedger[] => [
  bent(
    'edited-section',
    'edited-section',
    change((draft) => (opening(draft, 'mark/bid-1').value = '5'), 2),
  ),
  bent(
    'edited-salt',
    'edited-section',
    change((draft) => (opening(draft, 'name').salt = `${'A'.repeat(43)}=`)),
  ),
  bent(
    'swapped-openings',
    'edited-section',
    change((draft) => {
      const [text, name] = [opening(draft, 'text'), opening(draft, 'name')];
      [text.value, name.value] = [name.value, text.value];
    }),
  ),
  bent(
    'edited-entry',
    'edited-entry',
    change((draft) => (draft.entry['actor'] = 'p9')),
  ),
  bent(
    'edited-time',
    'edited-entry',
    change((draft) => (draft.entry['at'] = '2026-11-22T09:31:00.001Z')),
  ),
  bent(
    'edited-hash',
    'edited-entry',
    change((draft) => (draft.hash = 'b'.repeat(64))),
  ),
  bent(
    'opening-without-commit',
    'opening-without-commit',
    change((draft) => {
      draft.openings['note'] = { value: 'x', salt: `${'A'.repeat(43)}=` };
    }),
  ),
  bent('erased-section-present', 'erased-section-present', (drafts) => {
    const facts = { name: 'facts', type: 'facts', value: { seq: 2, section: 'name', ground: 'request' } };
    return [
      ...drafts,
      ...toDraft(buildLedger([...SMALL_BUY, { act: 'section-erased', sections: [facts] }])).slice(3),
    ];
  }),
];

export const invalidLedgers = (): InvalidLedger[] => [
  ...brokenForms(),
  ...brokenShapes(),
  ...brokenChains(),
  ...brokenContents(),
];
