/** Format counterweight-case/1 as JSON Schema 2020-12. The rubric inside is checked against its own schema. */
const ID = { type: 'string', pattern: '^[a-z0-9-]{1,64}$' };
const TEXT = { type: 'string', minLength: 1 };
const WORDS = { type: 'string' };

const closed = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});

const COST_LINE = closed(['line', 'pence'], {
  line: TEXT,
  year: {
    type: 'integer',
    minimum: 0,
    maximum: 1000,
    description: '0 is undiscounted; year t falls at its end',
  },
  pence: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
  tendered: { type: 'boolean', description: 'Part of the tendered price; true unless it says otherwise' },
  capital: { type: 'boolean', description: 'Capital, not revenue; false unless it says otherwise' },
});

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
  weightUncertainty: { enum: ['near', 'order', 'any'] },
  scoreUncertainty: { enum: ['none', 'panel'] },
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
  }),
};
