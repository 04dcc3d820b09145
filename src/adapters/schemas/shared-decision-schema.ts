import { closed } from './schema-parts.ts';

/** Format counterweight-shared-decision/1 as JSON Schema 2020-12. Texts are shown as text and nothing else. */
const LINE = { type: 'string', minLength: 1, maxLength: 300, pattern: '^[^\\u0000-\\u001F\\u007F]+$' };
const TEXT = { type: 'string', maxLength: 4000, pattern: '^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F]*$' };
const COUNT = { type: 'integer', minimum: 0, maximum: 1_000_000 };

/** A rubric as a ledger holds it: checked as a rubric after its fractions are read back. */
const RUBRIC = { anyOf: [{ type: 'null' }, { type: 'object' }] };

export const SHARED_DECISION_SCHEMA = closed(
  [
    ...['format', 'title', 'purpose', 'door', 'example', 'need', 'rubric', 'criteria'],
    ...['outcome', 'counts', 'verifyCode', 'contact'],
  ],
  {
    format: { const: 'counterweight-shared-decision/1' },
    title: LINE,
    purpose: { enum: ['appraisal', 'award'] },
    door: { enum: ['full', 'quick'] },
    example: { type: 'boolean' },
    need: closed(['problem', 'affected', 'measure'], { problem: TEXT, affected: TEXT, measure: TEXT }),
    rubric: RUBRIC,
    criteria: { type: 'array', items: LINE, maxItems: 20 },
    outcome: closed(['status', 'kind', 'chosen', 'why', 'decidedOn'], {
      status: { enum: ['approved', 'declined'] },
      kind: { enum: ['award', 'no-award', 'choose'] },
      chosen: { enum: ['bid', 'business-as-usual', 'do-minimum', 'pilot', 'reuse', 'build', null] },
      why: { anyOf: [TEXT, { type: 'null' }] },
      decidedOn: { type: 'string', format: 'date' },
    }),
    counts: closed(['options', 'contributions'], { options: COUNT, contributions: COUNT }),
    verifyCode: { type: 'string', pattern: '^[0-9A-Z-]{5,60}$' },
    contact: { anyOf: [LINE, { type: 'null' }] },
  },
);
