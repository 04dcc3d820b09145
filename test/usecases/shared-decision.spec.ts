import { expect } from 'chai';
import type { Json } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import type { StoredEntry } from '../../src/ledger/entry.ts';
import { renderExport } from '../../src/ledger/export.ts';
import {
  importSharedDecision,
  importSharedValue,
  listElsewhere,
  parseSharedDecision,
  removeElsewhere,
  sharedRubric,
} from '../../src/usecases/elsewhere.ts';
import { findAlikeItems } from '../../src/usecases/find-alike.ts';
import { recordOfEntries } from '../../src/usecases/read-decision.ts';
import type { SharedDecision } from '../../src/usecases/shared-decision.ts';
import {
  buildSharedDecision,
  renderSharedDecision,
  SHARED_MOST_BYTES,
} from '../../src/usecases/shared-decision.ts';
import { accountOf, withWorld } from '../support/act-world.ts';
import { APPROVED, RUBRIC, WAITING } from '../support/decision-states.ts';
import { IDEA_ANSWERED } from '../support/idea-states.ts';
import { PHASES } from '../support/planted-decision.ts';
import { recordActs } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const entriesOf = (steps: readonly Step[]) => recordActs(steps).entries;
const sharedOf = (steps: readonly Step[], contact = ''): SharedDecision =>
  buildSharedDecision(recordOfEntries(entriesOf(steps)), { contact, why: '' });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every text and number in the sections of these classes, short words and small numbers left out. */
const secretsIn = (entries: readonly StoredEntry[], isSecret: (type: string) => boolean): readonly string[] =>
  entries.flatMap(({ entry, openings }) =>
    entry.sections.flatMap(({ name, type }) =>
      isSecret(type) ? leavesOf(openings[name]?.value ?? null).filter((leaf) => leaf.length > 3) : [],
    ),
  );

const leavesOf = (value: Json): readonly string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (value === null || typeof value === 'boolean') return [];
  return Object.values(value as Readonly<Record<string, Json>>).flatMap(leavesOf);
};

const STAYS = ['facts', 'text', 'rubric'];
const leaksOf = (file: string, secrets: readonly string[]): readonly string[] =>
  secrets.filter((one) => file.includes(one));

describe('a shared decision', () => {
  it('holds nothing of any bid, mark, price, interest, voice or name on record', () => {
    for (const steps of [PHASES.decided, APPROVED]) {
      const entries = entriesOf(steps);
      const secrets = secretsIn(entries, (type) => !STAYS.includes(type));
      const file = renderSharedDecision(
        buildSharedDecision(recordOfEntries(entries), {
          ...{ contact: 'team@example.org', why: '' },
        }),
      );
      expect(leaksOf(file, secrets)).to.deep.equal([]);
      expect(secrets.length, 'what was planted').to.be.greaterThan(40);
    }
  });

  it('would be caught if it held any of them (positive control)', () => {
    const entries = entriesOf(PHASES.decided);
    const types = [
      'bid',
      'mark',
      'reason',
      'consensus',
      'price',
      'money',
      'interest',
      'voice',
      'contributor',
    ];
    for (const type of [...types, 'name', 'dissent']) {
      const secrets = secretsIn(entries, (one) => one === type);
      expect(leaksOf(renderExport(entries), secrets), type).not.to.deep.equal([]);
    }
    const view = recordOfEntries(entries);
    const leaking = {
      ...buildSharedDecision(view, { contact: '', why: '' }),
      title: view.state.outcome?.optionTitle ?? '',
    };
    expect(
      leaksOf(
        renderSharedDecision(leaking),
        secretsIn(entries, (one) => one === 'bid'),
      ),
    ).to.deep.equal(['planted-title-1']);
  });

  it('says the need, the method with its weights, what kind of thing was chosen, why, and the counts', () => {
    const shared = sharedOf(APPROVED, ' digital@example.org ');
    expect(shared).to.deep.include({
      ...{ title: 'Notes at the bedside', purpose: 'award', door: 'full', example: true },
      need: {
        problem: 'Notes are written twice.',
        affected: '42 nurses on three wards',
        measure: 'From 50 minutes a shift to 20 by June 2027.',
      },
      counts: { options: 4, contributions: 2 },
      contact: 'digital@example.org',
    });
    expect(shared.outcome).to.include({
      ...{ status: 'approved', kind: 'award', chosen: 'bid', why: 'It best meets what was published.' },
    });
    expect(sharedRubric(shared)).to.deep.equal(RUBRIC);
    expect(shared.verifyCode).to.match(/^\d+-/);
  });

  it('leaves out a reason that names the bid that won, or a person, and takes words typed for it', () => {
    const naming = (shareableWhy: string): readonly Step[] =>
      APPROVED.map(([who, command, input]): Step => [
        who,
        command,
        command === 'record-decision' ? { ...input, shareableWhy } : input,
      ]);
    for (const why of [
      'BEDSIDE notes meets it best.',
      'As planted-supplier-one says.',
      'Pia Novak liked it.',
    ])
      expect(sharedOf(naming(why)).outcome.why, why).to.equal(null);
    for (const why of ['Notes at the bedside were needed.', 'It fits the novel ward.'])
      expect(sharedOf(naming(why)).outcome.why, why).to.equal(why);
    const view = recordOfEntries(entriesOf(naming('Bedside Notes is best.')));
    const typed = buildSharedDecision(view, { contact: '', why: 'It works when the network is down.' });
    expect(typed.outcome.why).to.equal('It works when the network is down.');
    expect(() => buildSharedDecision(view, { contact: 'Lena Ortiz, 01234', why: '' })).to.throw(/Lena Ortiz/);
    expect(() => buildSharedDecision(view, { contact: '', why: 'Bedside Notes is best.' })).to.throw(
      /These words name “Bedside Notes”/,
    );
  });

  it('is made of a decision that is made, and of nothing else', () => {
    for (const steps of [WAITING, IDEA_ANSWERED])
      expect(() => sharedOf(steps)).to.throw(/Only a decision that is made/);
  });

  it('keeps fractions of a rubric as text, so that its bytes have one form', () => {
    const steps = APPROVED.map(([who, command, input]): Step => [
      who,
      command,
      command === 'choose-rubric' ? { ...input, rubric: { ...RUBRIC, minimumQuality: 12.5 } } : input,
    ]);
    const file = renderSharedDecision(sharedOf(steps));
    expect(file).to.include('"minimumQuality":{"decimal":"12.5"}').and.match(/\n$/);
    expect(sharedRubric(JSON.parse(file) as SharedDecision)?.minimumQuality).to.equal(12.5);
  });
});

describe('a file from elsewhere', () => {
  const file = renderSharedDecision(sharedOf(APPROVED, 'digital@example.org'));
  const altered = (change: object): Uint8Array =>
    bytesOf(`${canonicalJson({ ...(JSON.parse(file) as object), ...change })}\n`);

  it('is taken in once, listed, and removed', () =>
    withWorld([], async (world) => {
      const first = await importSharedDecision(world, bytesOf(file));
      world.clock.advanceMinutes(5);
      expect(await importSharedDecision(world, bytesOf(file))).to.deep.equal(first);
      expect(await importSharedValue(world, JSON.parse(file))).to.deep.equal(first);
      expect(await listElsewhere(world)).to.deep.equal([first]);
      await removeElsewhere(world, first.id);
      expect(await listElsewhere(world)).to.deep.equal([]);
      for (const id of [first.id, 'constructor', ''])
        await expectRefusal(removeElsewhere(world, id), 'not-found');
    }));

  it('is shown to whoever states a similar need or idea', () =>
    withWorld([], async (world) => {
      await importSharedDecision(world, bytesOf(file));
      const account = await accountOf(world, 'nia');
      const found = await findAlikeItems(world, account, 'Nurses write their notes twice at the bedside');
      expect(found.map(({ kind, title }) => [kind, title])).to.deep.equal([
        ['elsewhere', 'Notes at the bedside'],
      ]);
      expect(await findAlikeItems(world, account, 'The lift is slow')).to.deep.equal([]);
    }));

  it('is refused in words, and nothing kept, when anything about it is not as we write it', () =>
    withWorld([], async (world) => {
      const text = (words: string): Uint8Array => altered({ title: words });
      for (const [what, bytes, says] of [
        ['other bytes', bytesOf('%PDF-1.7'), /not a shared decision/],
        ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), /not a shared decision/],
        ['another format', altered({ format: 'counterweight-export/1' }), /not a shared decision/],
        ['a space more', bytesOf(file.replace('{"', '{ "')), /not a shared decision/],
        ['a key twice', bytesOf(file.replace('{"', '{"contact":null,"')), /not a shared decision/],
        ['no line feed', bytesOf(file.trimEnd()), /not a shared decision/],
        ['a key of its own', altered({ marks: [1] }), /not a shared decision/],
        ['a control character', text('a\u0007b'), /not a shared decision/],
        ['a line that breaks', text('a\nb'), /not a shared decision/],
        ['a title too long', text('a'.repeat(301)), /not a shared decision/],
        ['a rubric that is none', altered({ rubric: { format: 'x' } }), /not a shared decision/],
        ['deep nesting', bytesOf(`${'['.repeat(5000)}${']'.repeat(5000)}\n`), /not a shared decision/],
        ['too much', new Uint8Array(SHARED_MOST_BYTES + 1), /at most 200 kB/],
      ] as const)
        expect(() => parseSharedDecision(world, bytes), what).to.throw(says);
      expect(await listElsewhere(world)).to.deep.equal([]);
      expect(parseSharedDecision(world, bytesOf(file)).title, 'positive control').to.equal(
        'Notes at the bedside',
      );
    }));
});
