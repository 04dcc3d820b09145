import { dirname, join, resolve } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import type { Fault } from '../../core/errors.ts';
import type { Rubric } from '../../core/rubric/rubric.ts';
import type { Case, CaseOption } from '../../core/scoring/case.ts';
import type { RubricReader } from '../../usecases/check-rubric-file.ts';
import type { CaseReader, LoadedCase } from '../../usecases/evaluate-case.ts';
import type { RubricFiles, SchemaChecker } from '../../usecases/ports.ts';
import { parseJsonBytes, readJsonFile, refusal } from './read-json-file.ts';

type Needs = { readonly rubricFiles: RubricFiles; readonly schemas: SchemaChecker };

/** A million marks with reasons fit; more is not a decision of people. */
const CASE_BYTES = 256_000_000;
const RUBRIC_BYTES = 5_000_000;
const RUBRIC_ID = /^([a-z0-9-]+(?:\.[0-9]+)*?)(?:\.v([1-9][0-9]{0,5}))?$/;

/** Case and rubric files on this machine. Faults come with FILE#/json/pointer or FILE:LINE as their path. */
export const createCaseFiles = ({ rubricFiles, schemas }: Needs): CaseReader & RubricReader => {
  const checkSchema = (
    schema: 'case' | 'rubric',
    value: unknown,
    placeOf: (path: string) => string,
  ): readonly Fault[] =>
    schemas.check(schema, value).map((fault) => ({ ...fault, path: placeOf(fault.path) }));

  const assertSchema: (...what: Parameters<typeof checkSchema>) => void = (schema, value, placeOf) => {
    const faults = checkSchema(schema, value, placeOf);
    if (faults.length > 0) throw manyFaults(schema, faults);
  };

  const findRubric = async (file: string, value: string, base: string | null): Promise<Found> => {
    const name = RUBRIC_ID.exec(value);
    if (name && !value.endsWith('.json')) {
      const version = name[2] === undefined ? undefined : Number(name[2]);
      const shipped = await rubricFiles.load(name[1] ?? '', version);
      if (shipped !== undefined) return { rubric: shipped, place: `rubrics/${value}` };
    }
    if (base === null || (name && !value.endsWith('.json'))) {
      throw refusal(
        'invalid-case',
        `${file}#/rubric`,
        `no rubric with the id '${value}' ships; give its id or a path.`,
      );
    }
    const place = join(dirname(file), value);
    const { value: rubric } = await readJsonFile(place, resolve(base, value), RUBRIC_BYTES, 'invalid-rubric');
    return { rubric, place };
  };

  const toCase = async (
    file: string,
    bytes: Uint8Array,
    value: unknown,
    base: string | null,
  ): Promise<LoadedCase> => {
    const faults = checkSchema('case', value, (path) => `${file}#${path}`);
    if (faults.length > 0) {
      const inside = rubricInside(value);
      const others = inside ? checkSchema('rubric', inside, (path) => `${file}#/rubric${path}`) : [];
      throw manyFaults('case', [...faults, ...others]);
    }
    const raw = value as RawCase;
    const found = typeof raw.rubric === 'string' ? await findRubric(file, raw.rubric, base) : null;
    const placeOf = (path: string): string =>
      found && /^\/rubric(\/|$)/.test(path) ? `${found.place}#${path.slice(7)}` : `${file}#${path}`;
    const rubric = found ? found.rubric : raw.rubric;
    assertSchema('rubric', rubric, (path) => placeOf(`/rubric${path}`));
    const given = { ...raw, rubric: rubric as Rubric, options: raw.options.map(withYears) };
    return { given, bytes, placeOf };
  };

  return {
    loadCase: async (file) => {
      const { bytes, value } = await readJsonFile(file, resolve(file), CASE_BYTES, 'invalid-case');
      return toCase(file, bytes, value, dirname(resolve(file)));
    },
    parseCase: async (name, bytes) =>
      toCase(name, bytes, parseJsonBytes(name, bytes, CASE_BYTES, 'invalid-case'), null),
    loadRubric: async (file) => {
      const { value } = await readJsonFile(file, resolve(file), RUBRIC_BYTES, 'invalid-rubric');
      assertSchema('rubric', value, (path) => `${file}#${path}`);
      return value as Rubric;
    },
  };
};

type Found = { readonly rubric: unknown; readonly place: string };
type RawCost = { readonly line: string; readonly year?: number; readonly pence: number };
type RawOption = Omit<CaseOption, 'costs'> & { readonly costs?: readonly RawCost[] };
type RawCase = Omit<Case, 'rubric' | 'options'> & {
  readonly rubric: Rubric | string;
  readonly options: readonly RawOption[];
};

/** A rubric that is written out in what ought to be a case. */
const rubricInside = (value: unknown): object | null => {
  const inside = typeof value === 'object' && value !== null && 'rubric' in value ? value.rubric : null;
  return typeof inside === 'object' && !Array.isArray(inside) ? inside : null;
};

/** A cost line that names no year falls in year 0. */
const withYears = ({ costs, ...option }: RawOption): CaseOption => ({
  ...option,
  ...(costs ? { costs: costs.map((line) => ({ ...line, year: line.year ?? 0 })) } : {}),
});

const manyFaults = (what: 'case' | 'rubric', faults: readonly Fault[]): DomainError =>
  new DomainError(
    what === 'case' ? 'invalid-case' : 'invalid-rubric',
    `This ${what} file cannot be used as it stands.`,
    {},
    faults,
  );
