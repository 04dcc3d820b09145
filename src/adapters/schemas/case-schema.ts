import { closed, ID, TEXT } from './schema-parts.ts';
import { SECOND_OPINIONS, WEIGHT_SETS } from './weight-set-schema.ts';

/** Format counterweight-case/1 as JSON Schema 2020-12. The rubric inside is checked against its own schema. */
const WORDS = { type: 'string' };

const YEAR = { type: 'integer', minimum: 0, maximum: 1000 };

const COST_LINE = closed(['line', 'pence'], {
  line: TEXT,
  year: { ...YEAR, description: '0 is undiscounted; year t falls at its end' },
  pence: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
  tendered: { type: 'boolean', description: 'Part of the tendered price; true unless it says otherwise' },
  capital: { type: 'boolean', description: 'Capital, not revenue; false unless it says otherwise' },
  everyYearUntil: { ...YEAR, description: 'Paid in every year from year up to and with this one' },
  everyYears: {
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    description: 'With everyYearUntil: paid every so many years, as when a thing is replaced',
  },
  escalationBp: {
    type: 'integer',
    minimum: -9999,
    maximum: 100000,
    description: 'Each year dearer than the year before by so many basis points',
  },
  fromYear: {
    ...YEAR,
    description:
      'With escalationBp: the year whose prices pence is in; the first year of the line by default',
  },
});

const BIAS = {
  type: 'integer',
  minimum: 0,
  maximum: 1000000,
  description: 'By how much costs may turn out higher, in basis points; typed by the team, none by default',
};

const GATE_ANSWER = closed(['met'], {
  met: { enum: [true, false, 'later', 'notApplicable'] },
  evidence: WORDS,
  reason: WORDS,
  by: WORDS,
  owner: WORDS,
});

const OPTION = closed(['id', 'title', 'kind'], {
  id: ID,
  title: TEXT,
  kind: { enum: ['bid', 'business-as-usual', 'do-minimum', 'pilot', 'reuse', 'build'] },
  incumbent: { type: 'boolean' },
  costs: { type: 'array', items: COST_LINE },
  lifeYears: { type: 'integer', minimum: 1, maximum: 1000, description: 'Years of use' },
  residualPence: {
    type: 'integer',
    minimum: 0,
    maximum: 9007199254740991,
    description: 'What the thing is still worth at the end of lifeYears',
  },
  gates: { type: 'object', propertyNames: ID, additionalProperties: GATE_ANSWER },
});

const MARK = closed(['assessor', 'option', 'criterion', 'score'], {
  assessor: ID,
  group: { enum: ['panel', 'frontline'] },
  option: ID,
  criterion: ID,
  score: { type: 'number' },
  reason: WORDS,
});

const CONSENSUS = closed(['option', 'criterion', 'score'], {
  option: ID,
  criterion: ID,
  score: { type: 'number' },
  reason: WORDS,
});

const SETTINGS = closed([], {
  purpose: { enum: ['appraisal', 'award'] },
  seed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
  draws: { type: 'integer', minimum: 1, maximum: 10000000 },
  weightUncertainty: { enum: ['near', 'order', 'any', 'intervals'] },
  weightIntervals: {
    type: 'object',
    propertyNames: ID,
    additionalProperties: {
      type: 'array',
      items: { type: 'integer', minimum: 0, maximum: 10000 },
      minItems: 2,
      maxItems: 2,
    },
    description: "By criterion, its least and most share of the whole in basis points, for 'intervals'",
  },
  scoreUncertainty: { enum: ['none', 'panel', 'margin'] },
  scoreMargin: {
    type: 'number',
    minimum: 0,
    maximum: 1000000,
    description: "Points of the scale by which a score may lie off either way, for 'margin'",
  },
  optimismBiasBp: {
    if: { type: 'object' },
    then: closed([], { capitalBp: BIAS, revenueBp: BIAS }),
    else: BIAS,
  },
  moneyPerQualityPointPence: {
    type: 'integer',
    minimum: 1,
    maximum: 9007199254740991,
    description: "What one point of quality (0-100) is worth; the rubric's own figure goes first",
  },
  secondOpinions: SECOND_OPINIONS,
});

export const CASE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:counterweight:case:1',
  title: 'Counterweight case, format 1',
  ...closed(['format', 'title', 'rubric', 'options', 'marks'], {
    format: { const: 'counterweight-case/1' },
    title: TEXT,
    need: WORDS,
    asOf: { type: 'string', format: 'date' },
    rubric: {
      type: ['object', 'string'],
      minLength: 1,
      description: 'A rubric, a path relative to this file, or the id of a rubric that ships',
    },
    options: { type: 'array', minItems: 1, items: OPTION },
    marks: { type: 'array', items: MARK },
    consensus: { type: 'array', items: CONSENSUS },
    settings: SETTINGS,
    weightSets: WEIGHT_SETS,
  }),
};
