import { expect } from 'chai';
import { createSchemaChecker } from '../../../src/adapters/schemas/schema-checker.ts';
import { makeRubric, scored } from '../../core/rubric/make-rubric.ts';
import { makeCase, mark, option } from '../../core/scoring/make-case.ts';

const schemas = createSchemaChecker('rubrics');
const rubric = makeRubric([scored('fit', 10000)]);
const given = makeCase(rubric, [option('a')], [mark('a', 'fit', 3)]);
const rent = {
  line: 'rent',
  year: 1,
  pence: 100,
  everyYearUntil: 5,
  everyYears: 2,
  escalationBp: -50,
  fromYear: 0,
};
const withOption = (more: object) => ({ ...given, options: [{ ...given.options[0], ...more }] });
const pathsOf = (name: string, value: unknown) => [
  ...new Set(schemas.check(name, value).map(({ path }) => path)),
];

describe('the keys of cost and money', () => {
  it('are accepted in a case and in the method of a rubric', () => {
    expect(pathsOf('case', withOption({ costs: [rent], lifeYears: 5, residualPence: 10 }))).to.deep.equal([]);
    for (const optimismBiasBp of [4300, {}, { capitalBp: 1 }, { capitalBp: 1, revenueBp: 2 }]) {
      const settings = { optimismBiasBp, moneyPerQualityPointPence: 100 };
      expect(pathsOf('case', { ...given, settings }), JSON.stringify(optimismBiasBp)).to.deep.equal([]);
    }
    const method = { discountTiming: 'mid-year', moneyPerQualityPointPence: 5, moneyQualityFloor: 12.5 };
    expect(pathsOf('rubric', { ...rubric, method })).to.deep.equal([]);
  });

  it('are refused at their place when they make no sense', () => {
    expect(pathsOf('case', withOption({ lifeYears: 0 }))).to.deep.equal(['/options/0/lifeYears']);
    expect(pathsOf('case', withOption({ residualPence: -1 }))).to.deep.equal(['/options/0/residualPence']);
    expect(pathsOf('case', withOption({ costs: [{ ...rent, everyYears: 0 }] }))).to.deep.equal([
      '/options/0/costs/0/everyYears',
    ]);
    const bias = (optimismBiasBp: unknown) => pathsOf('case', { ...given, settings: { optimismBiasBp } });
    expect(bias('much')).to.deep.equal(['/settings/optimismBiasBp']);
    expect(bias(-1)).to.deep.equal(['/settings/optimismBiasBp']);
    expect(bias({ capital: 1 })).to.deep.equal(['/settings/optimismBiasBp/capital']);
    const method = (more: object) => pathsOf('rubric', { ...rubric, method: more });
    expect(method({ discountTiming: 'monthly' })).to.deep.equal(['/method/discountTiming']);
    expect(method({ moneyPerQualityPointPence: 0 })).to.deep.equal(['/method/moneyPerQualityPointPence']);
    expect(method({ moneyQualityFloor: 101 })).to.deep.equal(['/method/moneyQualityFloor']);
  });
});
