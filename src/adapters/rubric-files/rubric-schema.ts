import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The JSON Schema of rubric files, as it stands in the rubrics folder. */
export const loadRubricSchema = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'rubric.schema.json'), 'utf8'));
