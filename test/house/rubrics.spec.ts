import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import type { Criterion, GateCriterion, Rubric, ScoredCriterion } from '../../src/core/rubric/rubric.ts';

const folder = new URL('../../rubrics/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'rubric.schema.json');

const validate = new Ajv2020({
  strict: true,
  strictTypes: true,
  strictRequired: true,
  allErrors: true,
}).compile<Rubric>(readJson('rubric.schema.json') as object);

const flatten = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.flatMap((each) => (each.kind === 'group' ? [each, ...flatten(each.children)] : [each]));

const isScored = (each: Criterion): each is ScoredCriterion => each.kind === 'scored';
const isGate = (each: Criterion): each is GateCriterion => each.kind === 'gate';

const siblingFaults = (at: string, siblings: readonly Criterion[]): string[] => {
  const weights = siblings.flatMap((each) => ('weightBp' in each ? [each.weightBp] : []));
  const sum = weights.reduce((total, each) => total + each, 0);
  const own = weights.length > 0 && sum !== 10000 ? [`${at}: weights sum to ${sum}`] : [];
  return [
    ...own,
    ...siblings.flatMap((each) => (each.kind === 'group' ? siblingFaults(each.id, each.children) : [])),
  ];
};

const levelFaults = (rubric: Rubric, each: ScoredCriterion): string[] => {
  const { levels } = each;
  if (levels === undefined || !('length' in levels)) return [`${each.id}: no levels of its own`];
  const scale = rubric.scale !== undefined && 'length' in rubric.scale ? rubric.scale : [];
  const asked = scale.map((level) => level.score).join();
  const faults =
    levels.map((level) => level.score).join() === asked ? [] : [`${each.id}: levels not ${asked}`];
  const bare = levels.filter((level) => (level.evidence ?? '').split(' ').length < 2);
  return [...faults, ...bare.map((level) => `${each.id}: level ${level.score} has no evidence`)];
};

/** What a level must show is for a reader to point at; these words praise and point at nothing. */
const praise =
  /\b(good|robust|strong|excellent|outstanding|world-class|seamless|intuitive|user-friendly|best)\b/i;
/** A named certificate or technical standard that a supplier may match in another way. */
const certificate = /Cyber Essentials|OWASP|WCAG|ISO \d|FHIR/;

const wordingFaults = (each: Criterion): string[] => {
  const texts = JSON.stringify({ ...each, note: '', source: '', children: [] });
  return [
    ...(praise.test(texts) ? [`${each.id}: praise in place of evidence`] : []),
    ...(certificate.test(texts) && !texts.includes('or equivalent') ? [`${each.id}: no equivalent`] : []),
    ...(/NHS (experience|reference|customer)/i.test(texts)
      ? [`${each.id}: asks for one customer's past`]
      : []),
  ];
};

/** Every fault of one file; an empty list is a sound rubric. */
const faultsOf = (name: string, value: unknown): string[] => {
  if (!validate(value)) return (validate.errors ?? []).map((each) => `${each.instancePath}: ${each.message}`);
  const all = flatten(value.criteria);
  const ids = all.map((each) => each.id);
  const gates = all.filter(isGate);
  return [
    ...(name === `${value.id}.v${value.version}.json` ? [] : ['the file name does not match id and version']),
    ...siblingFaults('criteria', value.criteria),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: used twice`),
    ...all.filter(isScored).flatMap((each) => levelFaults(value, each)),
    ...gates.filter((each) => 'weightBp' in each).map((each) => `${each.id}: a gate with weight`),
    ...gates.flatMap((each, index) => {
      const after = each.appliesWhen?.gate;
      if (after === undefined || gates.slice(0, index).some((above) => above.id === after)) return [];
      return [`${each.id}: hangs on ${after}, which is not above it`];
    }),
    ...all.flatMap(wordingFaults),
    ...(value.sources ?? []).filter((each) => each.verifiedOn === undefined).map((each) => each.title),
  ];
};

type Draft = { criteria: Record<string, unknown>[] } & Record<string, unknown>;
const draftOf = (name: string): Draft => readJson(name) as Draft;
const faultsAfter = (change: (draft: Draft) => void): string => {
  const draft = draftOf('small-buy.v1.json');
  change(draft);
  return faultsOf('small-buy.v1.json', draft).join('\n');
};

describe('the shipped rubrics', () => {
  it('are the four that the documents name', () => {
    expect(files.map((name) => name.replace(/\.v\d+\.json$/, '')).sort()).to.include.members([
      'dtac-2.0',
      'exit-lockin',
      'nhs-digital-standard',
      'small-buy',
    ]);
  });

  for (const name of files) {
    it(`${name} has no fault`, () => {
      expect(faultsOf(name, readJson(name))).to.deep.equal([]);
    });
    it(`${name} states its whole method and its sources`, () => {
      const { method, sources, title, purpose } = readJson(name) as Rubric;
      expect(method).to.have.all.keys(
        ...['aggregate', 'frontlineShareBp', 'frontlineMinimum', 'discountRateBp', 'tieRule'],
      );
      expect([title, purpose, sources?.length]).not.to.include.members([undefined, 0]);
    });
  }

  it('would not hide a broken copy', () => {
    const first = (draft: Draft): Record<string, unknown> => draft.criteria[0] ?? {};
    expect(faultsAfter((draft) => (first(draft)['weightBp'] = 2999))).to.equal(
      'criteria: weights sum to 9999',
    );
    expect(faultsAfter((draft) => (first(draft)['id'] = 'price'))).to.equal('price: used twice');
    expect(faultsAfter((draft) => (draft['version'] = 2))).to.include('file name');
    expect(faultsAfter((draft) => delete first(draft)['levels'])).to.include('no levels of its own');
    expect(faultsAfter((draft) => (first(draft)['question'] = 'Is it robust?'))).to.include('praise');
    expect(faultsAfter((draft) => (first(draft)['question'] = 'ISO 27001 held?'))).to.include('equivalent');
    expect(faultsAfter((draft) => (first(draft)['colour'] = 'green'))).to.match(
      /^\/criteria\/0: .*additional/,
    );
    const gate = { id: 'g', title: 'G', kind: 'gate', weightBp: 0 };
    expect(faultsAfter((draft) => draft.criteria.push(gate))).to.match(/^\/criteria\/5: .*additional/);
  });
});

describe('the rubric schema', () => {
  it('asks for a scale only while some scored criterion has no levels of its own', () => {
    const draft = draftOf('small-buy.v1.json');
    delete draft['scale'];
    expect(validate(draft), 'every scored criterion has its own levels').to.equal(true);
    delete (draft.criteria[0] ?? {})['levels'];
    expect(validate(draft)).to.equal(false);
    draft['scale'] = { lowest: 0, highest: 100, decimals: 2 };
    expect(validate(draft), 'a numeric scale serves').to.equal(true);
  });
});

describe('the rubric nhs-digital-standard', () => {
  it('gives social value at least 10 % of the whole and price 15 %', () => {
    const [quality, price] = (readJson('nhs-digital-standard.v1.json') as Rubric).criteria;
    if (quality?.kind !== 'group' || price?.kind !== 'price')
      throw new Error('quality and price lead the list');
    const social = quality.children.filter(isScored).find((each) => each.tags?.includes('social-value'));
    expect(quality.weightBp * (social?.weightBp ?? 0)).to.be.at.least(10000 * 1000);
    expect(price.weightBp).to.equal(1500);
  });
});

type Answers = Readonly<Record<string, 'met' | 'notMet' | 'notApplicable' | 'later'>>;

/**
 * The gates that are asked, in order. `skipped` is how a gate that was not asked looks to the gates that hang
 * on it: the tree must give the same answer whether it counts as not applicable or as no answer at all.
 */
const askedGates = (answers: Answers, skipped: 'notApplicable' | undefined): string[] => {
  const asked: string[] = [];
  for (const gate of flatten((readJson('dtac-2.0.v1.json') as Rubric).criteria).filter(isGate)) {
    const rule = gate.appliesWhen;
    const above = rule && (asked.includes(rule.gate) ? (answers[rule.gate] ?? 'met') : skipped);
    if (!rule || (above !== undefined && rule.answer.includes(above))) asked.push(gate.id);
  }
  return asked;
};

const short = (ids: readonly string[]): string => ids.map((id) => id.replace('dtac-', '')).join(' ');

describe('the skip logic of the rubric dtac-2.0', () => {
  const none = 'notApplicable';
  const noDevice = { 'dtac-c1-1-1': none, 'dtac-c1-1-2': none } as const;
  const clinical = 'c1-1-1 c1-1-2 c1-2 c1-2-2 c1-2-3 c1-2-4 c1-2-5';
  const security = 'c3-3 c3-4 c3-5 c3-5-1 c3-6';
  const data = 'c2-2-1 c2-2-2 c2-2-3 c2-2-4 c2-2-5';
  const links = 'c4-1 c4-1-1 c4-1-2 c4-2 c4-2-1 c4-2-2 c4-2-4 c4-2-5';

  for (const skipped of ['notApplicable', undefined] as const) {
    const walk = (answers: Answers): string => short(askedGates(answers, skipped));
    const reading = `(a gate not asked counts as ${skipped ?? 'unanswered'})`;

    it(`asks a product without personal data, away from direct care, for security only ${reading}`, () => {
      const answers = { ...noDevice, 'dtac-c1-2': none, 'dtac-c2-2': none, 'dtac-c3-2': none } as const;
      const unlinked = { 'dtac-c4-1': none, 'dtac-c4-2': none } as const;
      expect(walk({ ...answers, ...unlinked })).to.equal(
        `c1-1-1 c1-1-2 c1-2 c2-1 c2-2 c3-1 c3-2 ${security} c4-1 c4-2`,
      );
    });

    it(`spares a standalone medical device the rest of C1 and nothing else ${reading}`, () => {
      expect(walk({ 'dtac-c2-2-5': none, 'dtac-c3-2': none })).to.equal(
        `c1-1-1 c1-1-2 c2-1 c2-2 ${data} c3-1 c3-2 ${security} ${links}`,
      );
    });

    it(`spares a supplier that signed the charter the rest of C3 and nothing else ${reading}`, () => {
      expect(walk(noDevice)).to.equal(`${clinical} c2-1 c2-2 ${data} c2-2-6 c3-1 c3-2 ${links}`);
    });

    it(`asks everything of a device inside a larger product without the charter ${reading}`, () => {
      expect(walk({ 'dtac-c1-1-2': none, 'dtac-c3-2': none }).split(' ')).to.have.length(30);
    });

    it(`never skips a question over an answer in doubt ${reading}`, () => {
      const doubt = ['c1-1-1', 'c1-1-2', 'c1-2', 'c2-2', 'c2-2-5', 'c3-2', 'c4-1', 'c4-2', 'c4-2-4'];
      const answers = Object.fromEntries(doubt.map((id) => [`dtac-${id}`, 'notMet' as const]));
      expect(walk(answers).split(' ')).to.have.length(30);
    });
  }

  it('keeps C1 to C4 out of the points', () => {
    const all = flatten((readJson('dtac-2.0.v1.json') as Rubric).criteria);
    const weighed = all.filter((each) => 'weightBp' in each).map((each) => each.id);
    expect(weighed.every((id) => id.startsWith('dtac-d1'))).to.equal(true);
    expect(all.filter(isGate).every((each) => /^dtac-c[1-4]-/.test(each.id))).to.equal(true);
  });
});
