/** Pieces that several schemas are made of. */
export const ID = { type: 'string', pattern: '^[a-z0-9-]{1,64}$' };
export const TEXT = { type: 'string', minLength: 1 };

export const closed = (
  required: readonly string[],
  properties: Readonly<Record<string, object>>,
): object => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});

/** An object of one of several forms, told apart by one key; each form is closed. */
export const oneOfForms = (key: string, forms: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required: [key],
  properties: { [key]: { enum: Object.keys(forms) } },
  allOf: Object.entries(forms).map(([name, form]) => ({
    if: { properties: { [key]: { const: name } }, required: [key] },
    then: form,
  })),
});

/** A number for each criterion, by id. */
export const byCriterion = (number: object): object => ({
  type: 'object',
  propertyNames: ID,
  additionalProperties: number,
});
