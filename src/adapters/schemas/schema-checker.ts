import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Fault } from '../../core/errors.ts';
import type { SchemaChecker } from '../../usecases/ports.ts';
import { CASE_SCHEMA } from './case-schema.ts';
import { SHARED_DECISION_SCHEMA } from './shared-decision-schema.ts';
import { describeErrors } from './describe-errors.ts';

/**
 * Every value that comes from outside passes here before anything reads it. Schemas come from this program alone,
 * never from a request. Names: 'rubric', 'case', 'shared-decision', and each schema's own $id.
 */
export const createSchemaChecker = (rubricsFolder: string): SchemaChecker => {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema(
    JSON.parse(readFileSync(join(rubricsFolder, 'rubric.schema.json'), 'utf8')) as object,
    'rubric',
  );
  ajv.addSchema(CASE_SCHEMA, 'case');
  ajv.addSchema(SHARED_DECISION_SCHEMA, 'shared-decision');
  const compiled = new WeakMap<object, ValidateFunction>();
  const compile = (schema: object): ValidateFunction => {
    const known = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, known);
    return known;
  };
  const named = (name: string): ValidateFunction => {
    const found = ajv.getSchema(name);
    if (!found) throw new Error(`There is no schema called '${name}'.`);
    return found;
  };
  const run = (validate: ValidateFunction, value: unknown): readonly Fault[] =>
    validate(value) === true ? [] : describeErrors(validate.errors ?? []);
  return {
    check: (name, value) => run(named(name), value),
    checkAgainst: (schema, value) => run(compile(schema), value),
  };
};
