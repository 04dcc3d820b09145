import { expect } from 'chai';
import { checkRubric } from '../../../src/core/rubric/check-rubric.ts';
import type { Rubric } from '../../../src/core/rubric/rubric.ts';
import { FIVE, makeRubric, scored } from './make-rubric.ts';

const pathsOf = (rubric: Rubric): readonly string[] => checkRubric(rubric).map((fault) => fault.path);
const gate = { kind: 'gate', title: 'Gate' } as const;
const benchmark = { floorPence: 1, ceilingPence: 2 };

describe('checkRubric', () => {
  it('accepts a tree whose siblings sum to 10000, gates and information beside them', () => {
    const rubric = makeRubric([
      {
        id: 'value',
        title: 'Value',
        kind: 'group',
        weightBp: 8500,
        children: [scored('fit', 6000, { minimum: 2 }), scored('use', 4000)],
      },
      { id: 'price', title: 'Price', kind: 'price', weightBp: 1500, ...benchmark },
      { ...gate, id: 'one' },
      { ...gate, id: 'two', appliesWhen: { gate: 'one', answer: ['met'] } },
      { id: 'note', title: 'Note', kind: 'information' },
    ]);
    expect(checkRubric(rubric)).to.deep.equal([]);
  });

  it('accepts gates alone, which carry no weight', () => {
    expect(checkRubric(makeRubric([{ ...gate, id: 'one' }]))).to.deep.equal([]);
  });

  it('says by how much weights miss 10000, and where', () => {
    const [fault] = checkRubric(makeRubric([scored('a', 6000), scored('b', 3999)]));
    expect(fault?.path).to.equal('/criteria');
    expect(fault?.message).to.contain('9999').and.contain('add 1 ');
    const inside = makeRubric([
      { id: 'g', title: 'G', kind: 'group', weightBp: 10000, children: [scored('a', 10001)] },
    ]);
    expect(pathsOf(inside)).to.deep.equal(['/criteria/0/children']);
  });

  it('refuses a group that holds nothing to weigh', () => {
    const rubric = makeRubric([
      { id: 'g', title: 'G', kind: 'group', weightBp: 10000, children: [{ ...gate, id: 'one' }] },
    ]);
    expect(pathsOf(rubric)).to.deep.equal(['/criteria/0/children']);
  });

  it('refuses two criteria of one id at any depth', () => {
    const rubric = makeRubric([
      { id: 'g', title: 'G', kind: 'group', weightBp: 5000, children: [scored('a', 10000)] },
      scored('a', 5000),
    ]);
    expect(pathsOf(rubric)).to.deep.equal(['/criteria/1/id']);
  });

  it('refuses a second price criterion, and one inside a group', () => {
    const price = { title: 'Price', kind: 'price', ...benchmark } as const;
    expect(
      pathsOf(
        makeRubric([
          { ...price, id: 'p', weightBp: 5000 },
          { ...price, id: 'q', weightBp: 5000 },
        ]),
      ),
    ).to.deep.equal(['/criteria/1']);
    const inside = {
      id: 'g',
      title: 'G',
      kind: 'group',
      weightBp: 10000,
      children: [{ ...price, id: 'p', weightBp: 10000 }],
    } as const;
    expect(pathsOf(makeRubric([inside]))).to.include('/criteria/0/children/0');
  });

  it('wants a floor below a ceiling where the benchmark is used, and it is the default', () => {
    const price = { id: 'p', title: 'P', kind: 'price', weightBp: 10000 } as const;
    expect(checkRubric(makeRubric([price]))).to.have.length(2);
    expect(pathsOf(makeRubric([{ ...price, floorPence: 5, ceilingPence: 5 }]))).to.deep.equal([
      '/criteria/0/floorPence',
    ]);
    expect(checkRubric(makeRubric([{ ...price, method: 'min-max' }]))).to.deep.equal([]);
  });

  it('wants a scale or levels, distinct levels, and minimums that can be reached', () => {
    const bare: Rubric = {
      format: 'counterweight-rubric/1',
      id: 'b',
      version: 1,
      title: 'B',
      criteria: [scored('a', 10000)],
    };
    expect(pathsOf(bare)).to.deep.equal(['/criteria/0']);
    expect(checkRubric({ ...bare, levels: FIVE })).to.deep.equal([]);
    expect(pathsOf({ ...bare, scale: FIVE, levels: FIVE })).to.deep.equal(['/levels']);
    const twice = [...FIVE, { score: 5, label: 'Again' }];
    expect(pathsOf(makeRubric([scored('a', 10000, { levels: twice })]))).to.deep.equal([
      '/criteria/0/levels/6/score',
    ]);
    expect(pathsOf(makeRubric([scored('a', 10000, { minimum: 6 })]))).to.deep.equal(['/criteria/0/minimum']);
    expect(
      pathsOf(makeRubric([scored('a', 10000)], { scale: { lowest: 3, highest: 3, decimals: 0 } })),
    ).to.deep.equal(['/scale']);
    expect(checkRubric(makeRubric([scored('a', 10000, { minimum: 2.5 })]))).to.deep.equal([]);
  });

  it('refuses numbers that are none by name: weights, marks of a scale, the method', () => {
    expect(pathsOf(makeRubric([scored('a', NaN), scored('b', 10000)]))).to.deep.equal([
      '/criteria/0/weightBp',
    ]);
    expect(pathsOf(makeRubric([scored('a', -1), scored('b', 10001)]))).to.deep.equal([
      '/criteria/0/weightBp',
    ]);
    expect(pathsOf(makeRubric([scored('a', 5000.5), scored('b', 4999.5)]))).to.have.length(2);
    const scale = { lowest: NaN, highest: 3, decimals: 0 };
    expect(pathsOf(makeRubric([scored('a', 10000)], { scale }))).to.deep.equal(['/scale']);
    const method = { frontlineShareBp: 10001, frontlineMinimum: 0, discountRateBp: NaN };
    expect(pathsOf(makeRubric([scored('a', 10000)], { method }))).to.deep.equal([
      '/method/frontlineShareBp',
      '/method/frontlineMinimum',
      '/method/discountRateBp',
    ]);
  });

  it('wants appliesWhen to name a gate further up, so that there is never a circle', () => {
    const after = (id: string, of: string) => ({
      ...gate,
      id,
      appliesWhen: { gate: of, answer: ['met'] as const },
    });
    expect(pathsOf(makeRubric([after('a', 'b'), { ...gate, id: 'b' }]))).to.deep.equal([
      '/criteria/0/appliesWhen/gate',
    ]);
    expect(pathsOf(makeRubric([after('a', 'a')]))).to.deep.equal(['/criteria/0/appliesWhen/gate']);
    expect(pathsOf(makeRubric([after('a', 'nowhere')]))).to.deep.equal(['/criteria/0/appliesWhen/gate']);
  });
});
