import { byCriterion, closed, ID, oneOfForms, TEXT } from './schema-parts.ts';

/** Other people's weights, and how the second opinions read the options: parts of counterweight-case/1. */
const RATIO = { type: ['number', 'string'], minLength: 1, description: 'A number above 0, or as "1/3"' };

const JUDGEMENTS = closed([], {
  who: TEXT,
  share: { type: 'number', minimum: 0, description: 'Weight of this person in the group; 1 by default' },
  comparisons: {
    type: 'array',
    maxItems: 5000,
    items: closed(['a', 'b', 'value'], { a: ID, b: ID, value: RATIO }),
    description: 'a matters value times as much as b; pairs left out are filled in',
  },
  matrix: {
    type: 'array',
    items: { type: 'array', items: { type: ['number', 'string', 'null'] } },
    description: 'In the order of the rubric; below the diagonal may be null',
  },
});

const form = (required: readonly string[], properties: Readonly<Record<string, object>>): object =>
  closed(['id', 'title', ...required], {
    id: ID,
    title: TEXT,
    who: { ...TEXT, description: "Whose weights, as in a sentence: 'the frontline'" },
    method: {},
    ...properties,
  });

const NUMBER = { type: 'number', minimum: 0, maximum: 1e15 };

export const WEIGHT_SETS = {
  type: 'array',
  maxItems: 100,
  description:
    'Shown beside the ranking; each names every criterion that carries weight of its own, and price',
  items: oneOfForms('method', {
    points: form(['points'], { points: byCriterion(NUMBER) }),
    swing: form(['swings'], { swings: byCriterion({ type: 'number', minimum: 0, maximum: 100 }) }),
    order: form(['order'], {
      order: {
        type: 'array',
        minItems: 1,
        items: { type: ['string', 'array'], minItems: 1, items: ID },
        description: 'Most important first; those that stand level in a list of their own',
      },
      rule: { enum: ['roc', 'rank-sum', 'rank-reciprocal'] },
    }),
    weights: form(['weightsBp'], {
      weightsBp: byCriterion({ type: 'integer', minimum: 0, maximum: 10000 }),
    }),
    ahp: form(['judgements'], {
      judgements: { type: 'array', minItems: 1, maxItems: 100, items: JUDGEMENTS },
      combine: { enum: ['aij', 'aip'] },
      priorities: { enum: ['eigenvector', 'geometric-mean'] },
      randomIndex: { enum: ['saaty-1980', 'saaty-2005', 'donegan-dodd'] },
    }),
  }),
};

const AMOUNT = { type: 'number', minimum: 0, maximum: 1e15 };
const NAME = { function: {} };

const PREFERENCE = oneOfForms('function', {
  usual: closed([], NAME),
  'u-shape': closed(['q'], { ...NAME, q: AMOUNT }),
  'v-shape': closed(['p'], { ...NAME, p: AMOUNT }),
  level: closed(['q', 'p'], { ...NAME, q: AMOUNT, p: AMOUNT }),
  linear: closed(['q', 'p'], { ...NAME, q: AMOUNT, p: AMOUNT }),
  gaussian: closed(['s'], { ...NAME, s: AMOUNT }),
});

export const SECOND_OPINIONS = closed([], {
  on: { enum: ['values', 'scores'], description: 'Values 0-100, or scores as marked and costs in pence' },
  preference: { ...PREFERENCE, description: 'How a lead becomes a preference on every criterion; usual' },
  preferences: byCriterion(PREFERENCE),
});
