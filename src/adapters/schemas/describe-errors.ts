import type { ErrorObject } from 'ajv';
import type { Fault } from '../../core/errors.ts';
import { nearestName } from './nearest-name.ts';

/** Validator errors as plain sentences, each with the pointer of the place to mend; one a place and sentence. */
export const describeErrors = (errors: readonly ErrorObject[]): readonly Fault[] => {
  const merged = mergeAlternatives(errors);
  const own = merged.filter((fault) => fault !== null);
  const faults =
    own.length > 0
      ? own
      : [{ path: errors[0]?.instancePath ?? '', message: 'is not in a form that is accepted.' }];
  const seen = new Set<string>();
  return faults.filter(({ path, message }) => {
    const key = `${path}\n${message}`;
    return seen.has(key) ? false : seen.add(key) && true;
  });
};

/** Where one of several keys would do, the validator reports each as missing; that is one fault, not several. */
const mergeAlternatives = (errors: readonly ErrorObject[]): readonly (Fault | null)[] => {
  const faults: (Fault | null)[] = [];
  errors.forEach((error, index) => {
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') {
      faults.push(describeError(error));
      return;
    }
    const missing: string[] = [];
    for (let back = index - 1; back >= 0; back -= 1) {
      const before = errors[back];
      if (before?.keyword !== 'required' || before.instancePath !== error.instancePath) break;
      missing.unshift(`'${paramOf(before, 'missingProperty')}'`);
      faults.pop();
    }
    if (missing.length > 0)
      faults.push({
        path: error.instancePath,
        message: `${missing.join(' or ')} is missing; add one of them.`,
      });
  });
  return faults;
};

const paramOf = (error: ErrorObject, name: string): string =>
  String((error.params as Record<string, unknown>)[name]);

const pointerTo = (error: ErrorObject, key: string): string =>
  `${error.instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Null for the errors that only say that some other error stands. */
const describeError = (error: ErrorObject): Fault | null => {
  const { keyword, instancePath: path } = error;
  switch (keyword) {
    case 'if':
    case 'not':
    case 'allOf':
    case 'propertyNames':
      return null;
    case 'required': {
      const key = paramOf(error, 'missingProperty');
      return { path: pointerTo(error, key), message: `'${key}' is missing.` };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = paramOf(
        error,
        keyword === 'additionalProperties' ? 'additionalProperty' : 'unevaluatedProperty',
      );
      const near = nearestName(key, namesIn(error.parentSchema));
      return {
        path: pointerTo(error, key),
        message: `unknown key '${key}'${near ? `; did you mean '${near}'?` : '.'}`,
      };
    }
    default:
      return { path, message: describeValue(error) };
  }
};

const namesIn = (schema: unknown): readonly string[] => {
  const properties = (schema as { properties?: object } | undefined)?.properties;
  return properties ? Object.keys(properties) : [];
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
  null: 'null',
};

const typeWords = (error: ErrorObject): string => {
  if (paramOf(error, 'type') === 'integer' && /pence$/iu.test(error.instancePath))
    return 'a whole number of pence';
  return paramOf(error, 'type')
    .split(',')
    .map((type) => TYPE_WORDS[type] ?? type)
    .join(' or ');
};

const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^[a-z0-9-]{1,64}$': 'must be an id: 1 to 64 small letters a-z, digits and hyphens.',
  '\\S': 'must not be blank.',
};

const describeValue = (error: ErrorObject): string => {
  const limit = paramOf(error, 'limit');
  switch (error.keyword) {
    case 'type':
      return `must be ${typeWords(error)}.`;
    case 'enum':
      return `must be one of ${(error.params as { allowedValues: unknown[] }).allowedValues.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'const':
      return `must be ${JSON.stringify((error.params as { allowedValue: unknown }).allowedValue)}.`;
    case 'pattern':
      return patternWords(error);
    case 'format':
      return paramOf(error, 'format') === 'date' ? DAY_WORDS : `must be a valid ${paramOf(error, 'format')}.`;
    case 'minimum':
      return `must be at least ${limit}.`;
    case 'maximum':
      return `must be at most ${limit}.`;
    case 'minLength':
      return limit === '1' ? 'must not be empty.' : `must have at least ${limit} characters.`;
    case 'maxLength':
      return `must have at most ${limit} characters.`;
    case 'minItems':
    case 'minProperties':
      return `must have at least ${limit} ${limit === '1' ? 'entry' : 'entries'}.`;
    case 'maxItems':
    case 'maxProperties':
      return `must have at most ${limit} entries.`;
    case 'uniqueItems':
      return 'must not have the same entry twice.';
    default:
      return `${error.message ?? 'is not in a form that is accepted'}.`;
  }
};

const DAY_WORDS = 'must be a day, such as 2026-11-22.';

const patternWords = (error: ErrorObject): string => {
  const pattern = paramOf(error, 'pattern');
  return PATTERN_WORDS[pattern] ?? (pattern.startsWith('^[0-9]{4}-') ? DAY_WORDS : `must match ${pattern}.`);
};
