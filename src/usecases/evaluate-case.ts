import { DomainError } from '../core/errors.ts';
import { listCriteria } from '../core/rubric/walk-rubric.ts';
import type { Case } from '../core/scoring/case.ts';
import { beginEvaluation, evaluateCase } from '../core/scoring/evaluate.ts';
import type { Result } from '../core/scoring/result.ts';
import { sureWords } from '../core/scoring/sure-words.ts';
import type { Simulator } from './ports.ts';

/** A case file, its rubric filled in, and the very bytes it was read from. */
export type LoadedCase = {
  readonly given: Case;
  readonly bytes: Uint8Array;
  /** Where a pointer into the case stands in the files: FILE#/json/pointer. */
  readonly placeOf: (path: string) => string;
};

/** Both throw DomainError; each fault's path is FILE#/json/pointer or FILE:LINE. */
export type CaseReader = {
  readonly loadCase: (file: string) => Promise<LoadedCase>;
  /** A case that came some other way, such as inside a report. Its rubric may be inside it or an id, not a path. */
  readonly parseCase: (name: string, bytes: Uint8Array) => Promise<LoadedCase>;
};

export type EvaluatedCase = {
  readonly given: Case;
  readonly result: Result;
  readonly howSure: string | null;
};

/** What the person who asks may set: the flags of the command win over the case's own settings. */
export type EvaluateOptions = {
  readonly partial: boolean;
  readonly draws?: number;
  readonly seed?: number;
};

export type EvaluatePorts = {
  readonly reader: CaseReader;
  readonly simulate: Simulator;
  readonly onProgress?: (done: number, all: number) => void;
};

/** The analysis of a case file, and how sure it is in words. */
export const evaluateCaseFile = async (
  { reader, simulate, onProgress }: EvaluatePorts,
  file: string,
  { partial, draws, seed }: EvaluateOptions,
): Promise<EvaluatedCase> => {
  const loaded = await reader.loadCase(file);
  const flags = { ...(draws === undefined ? {} : { draws }), ...(seed === undefined ? {} : { seed }) };
  const given = { ...loaded.given, settings: { ...loaded.given.settings, ...flags } };
  const { plan, finish } = placed(loaded.placeOf, () => beginEvaluation(given, { partial }));
  const result = finish(plan && (await simulate(plan, onProgress)));
  return { given, result, howSure: howSure(given, result) };
};

/** Evaluates a case again from its bytes; throws a DomainError when it cannot be. */
export const recomputeCase = async (
  reader: Pick<CaseReader, 'parseCase'>,
  bytes: Uint8Array,
): Promise<Result> => {
  const { given, placeOf } = await reader.parseCase('case.json', bytes);
  return placed(placeOf, () => evaluateCase(given, { partial: false }));
};

/** A fault's pointer into the case becomes its place in the files. */
const placed = <T>(placeOf: LoadedCase['placeOf'], evaluate: () => T): T => {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, path: placeOf(fault.path) }));
    throw new DomainError(error.code, error.detail, error.evidence, faults);
  }
};

const howSure = (given: Case, result: Result): string | null =>
  sureWords(
    result,
    Object.fromEntries(given.options.map(({ id, title }) => [id, title])),
    Object.fromEntries(listCriteria(given.rubric).map(({ criterion }) => [criterion.id, criterion.title])),
  );
