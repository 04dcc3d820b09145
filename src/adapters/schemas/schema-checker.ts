import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Fault } from '../../core/errors.ts';
import type { SchemaChecker } from '../../usecases/ports.ts';

export const createSchemaChecker = (rubricsFolder: string): SchemaChecker => {
  const rubric = JSON.parse(readFileSync(join(rubricsFolder, 'rubric.schema.json'), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false, schemas: [rubric] });
  addFormats.default(ajv);
  const compiled = new WeakMap<object, ValidateFunction>();
  const run = (validate: ValidateFunction, value: unknown): readonly Fault[] =>
    validate(value)
      ? []
      : (validate.errors ?? []).map((error) => ({
          path:
            error.keyword === 'required'
              ? `${error.instancePath}/${String((error.params as { missingProperty: string }).missingProperty)}`
              : error.instancePath,
          message: error.message ?? 'is not valid',
        }));
  const compile = (schema: object): ValidateFunction => {
    const known = compiled.get(schema);
    if (known) return known;
    const made = ajv.compile(schema);
    compiled.set(schema, made);
    return made;
  };
  return {
    check: (name, value) => run(ajv.getSchema(name) ?? compile({}), value),
    checkAgainst: (schema, value) => run(compile(schema), value),
  };
};
