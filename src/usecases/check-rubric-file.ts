import { DomainError } from '../core/errors.ts';
import { checkRubric } from '../core/rubric/check-rubric.ts';
import type { Lint } from '../core/rubric/lint.ts';
import { lintRubric } from '../core/rubric/lint-rubric.ts';
import type { Rubric } from '../core/rubric/rubric.ts';

export type RubricReader = {
  /** Read and held to the rubric schema. Throws DomainError; each fault's path is FILE#/json/pointer or FILE:LINE. */
  readonly loadRubric: (file: string) => Promise<Rubric>;
};

export type CheckedRubric = {
  readonly file: string;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly lints: readonly Lint[];
};

/** A rubric file that can be used, with the questions it raises; throws 'invalid-rubric' with every fault otherwise. */
export const checkRubricFile = async (reader: RubricReader, file: string): Promise<CheckedRubric> => {
  const rubric = await reader.loadRubric(file);
  const faults = checkRubric(rubric).map((fault) => ({ ...fault, path: `${file}#${fault.path}` }));
  if (faults.length > 0) {
    throw new DomainError('invalid-rubric', 'This rubric file cannot be used as it stands.', {}, faults);
  }
  return { file, id: rubric.id, version: rubric.version, title: rubric.title, lints: lintRubric(rubric) };
};
