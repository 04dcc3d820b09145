import { expect } from 'chai';
import { rubricMethod } from '../../../src/core/rubric/rubric-method.ts';
import { makeRubric, scored } from './make-rubric.ts';

describe('rubricMethod', () => {
  it('fills every default in', () => {
    const price = {
      id: 'price',
      title: 'Price',
      kind: 'price',
      weightBp: 5000,
      floorPence: 1,
      ceilingPence: 2,
    } as const;
    expect(rubricMethod(makeRubric([scored('fit', 5000), price]))).to.deep.equal({
      aggregate: 'mean',
      frontlineShareBp: 0,
      frontlineMinimum: 5,
      discountRateBp: 350,
      discountTiming: 'end-year',
      tieRule: 'report',
      trial: null,
      price: {
        criterion: 'price',
        basis: 'whole-life',
        method: 'benchmark-linear',
        floorPence: 1,
        ceilingPence: 2,
      },
    });
  });

  it('keeps what the rubric says, and has no price where there is none', () => {
    const method = {
      aggregate: 'median',
      frontlineShareBp: 2000,
      discountRateBp: 0,
      tieRule: 'draw',
    } as const;
    expect(rubricMethod(makeRubric([scored('fit', 10000)], { method }))).to.deep.include({
      ...method,
      frontlineMinimum: 5,
      price: null,
    });
  });
});
