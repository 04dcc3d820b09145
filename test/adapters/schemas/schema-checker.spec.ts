import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { createSchemaChecker } from '../../../src/adapters/schemas/schema-checker.ts';
import { makeRubric, scored } from '../../core/rubric/make-rubric.ts';
import { makeCase, mark, option } from '../../core/scoring/make-case.ts';

const schemas = createSchemaChecker('rubrics');
const rubric = makeRubric([scored('fit', 10000)]);
const given = makeCase(rubric, [option('a', { pence: 100 })], [mark('a', 'fit', 3)]);
const first = (name: string, value: unknown) => schemas.check(name, value)[0];

describe('schema checks', () => {
  it('accept every rubric that ships, and a whole case', () => {
    const files = readdirSync('rubrics').filter((file) => /\.v[0-9]+\.json$/.test(file));
    expect(files).to.not.be.empty;
    for (const file of files) {
      expect(
        schemas.check('rubric', JSON.parse(readFileSync(`rubrics/${file}`, 'utf8'))),
        file,
      ).to.deep.equal([]);
    }
    expect(schemas.check('rubric', rubric)).to.deep.equal([]);
    expect(schemas.check('case', given)).to.deep.equal([]);
    expect(schemas.check('case', { ...given, rubric: 'small-buy' })).to.deep.equal([]);
  });

  it('ask whether a known key was meant', () => {
    const [criterion] = rubric.criteria;
    const misspelt = { ...rubric, criteria: [{ ...criterion, wieght: 5 }] };
    expect(first('rubric', misspelt)).to.deep.equal({
      path: '/criteria/0/wieght',
      message: "unknown key 'wieght'; did you mean 'weightBp'?",
    });
    expect(first('rubric', { ...rubric, titel: 'x' })?.message).to.contain("'title'");
    expect(first('rubric', { ...rubric, zzz: 1 })?.message).to.equal("unknown key 'zzz'.");
  });

  it('speak in plain sentences, at the place to mend', () => {
    const cost = (pence: unknown) => ({
      ...given,
      options: [{ ...given.options[0], costs: [{ line: 'x', pence }] }],
    });
    expect(first('case', cost(1.5))).to.deep.equal({
      path: '/options/0/costs/0/pence',
      message: 'must be a whole number of pence.',
    });
    expect(first('case', { ...given, format: 'other' })?.message).to.equal('must be "counterweight-case/1".');
    expect(first('case', { ...given, asOf: '2026-02-30' })?.message).to.equal(
      'must be a day, such as 2026-11-22.',
    );
    expect(first('case', { ...given, options: [] })?.message).to.equal('must have at least 1 entry.');
    expect(first('case', { ...given, options: [{ ...given.options[0], id: 'A B' }] })?.message).to.contain(
      'must be an id',
    );
    const untitled = Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'title'));
    expect(first('case', untitled)).to.deep.equal({ path: '/title', message: "'title' is missing." });
    expect(first('case', { ...given, settings: { purpose: 'x' } })?.message).to.equal(
      'must be one of "appraisal", "award".',
    );
  });

  it('report a missing scale once, and every other fault beside it', () => {
    const bare = Object.fromEntries(Object.entries(rubric).filter(([key]) => key !== 'scale'));
    const faults = schemas.check('rubric', { ...bare, version: 0 });
    expect(faults.map(({ path }) => path)).to.have.members(['', '/version']);
    expect(faults.find(({ path }) => path === '')?.message).to.equal(
      "'scale' or 'levels' is missing; add one of them.",
    );
  });

  it('never say nothing about a value that is wrong', () => {
    for (const value of [null, 1, 'x', [], {}, { format: 'counterweight-rubric/1' }]) {
      expect(schemas.check('rubric', value), JSON.stringify(value)).to.not.be.empty;
      expect(schemas.check('case', value), JSON.stringify(value)).to.not.be.empty;
    }
    expect(() => schemas.check('nowhere', {})).to.throw('nowhere');
    expect(schemas.checkAgainst({ not: {} }, 1)).to.have.length(1);
  });
});
