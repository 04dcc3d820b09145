import type { JsonSchema } from './act.ts';

/** Small builders for the input schemas of acts (JSON Schema 2020-12). */
export const TEXT_MAX = 4000;

/** Free text: at least one visible character. */
export const text = (description: string, maxLength = TEXT_MAX): JsonSchema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: '\\S',
  description,
});

export const id = (description: string): JsonSchema => ({
  type: 'string',
  pattern: '^[a-z0-9-]{1,64}$',
  description,
});

export const flag = (description: string): JsonSchema => ({ type: 'boolean', description });

export const pence = (description: string): JsonSchema => ({
  type: 'integer',
  minimum: -1_000_000_000_000,
  maximum: 1_000_000_000_000,
  description,
});

/** A calendar day, YYYY-MM-DD. */
export const day = (description: string): JsonSchema => ({ type: 'string', format: 'date', description });

/** A decimal as written, e.g. '3' or '3.5': the ledger holds no fractions as numbers. */
export const decimal = (description: string): JsonSchema => ({
  type: 'string',
  pattern: '^-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?$',
  description,
});

export const oneOf = (values: readonly string[], description: string): JsonSchema => ({
  type: 'string',
  enum: [...values],
  description,
});

export const list = (items: JsonSchema, minItems: number, maxItems: number): JsonSchema => ({
  type: 'array',
  items,
  minItems,
  maxItems,
});

export const object = (
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...required, ...optional },
  required: Object.keys(required),
});

/** A map from ids to values. */
export const mapOf = (values: JsonSchema, maxProperties: number): JsonSchema => ({
  type: 'object',
  propertyNames: { pattern: '^[a-z0-9-]{1,64}$' },
  additionalProperties: values,
  minProperties: 1,
  maxProperties,
});
