import type { Lint } from './lint.ts';
import { lintCount, lintInnovation, lintNeedLinks } from './lint-coverage.ts';
import { lintFlatWeights, lintWeightsFollowCounts } from './lint-weights.ts';
import { lintCertificates, lintLevelOrder, lintLevelWords, lintOwnExperience } from './lint-wording.ts';
import type { Rubric } from './rubric.ts';

/** Every question that a rubric raises on its own, before anybody is marked. The same rubric, the same questions. */
export const lintRubric = (rubric: Rubric): readonly Lint[] => [
  ...lintNeedLinks(rubric),
  ...lintLevelWords(rubric),
  ...lintLevelOrder(rubric),
  ...lintOwnExperience(rubric),
  ...lintCertificates(rubric),
  ...lintCount(rubric),
  ...lintWeightsFollowCounts(rubric),
  ...lintFlatWeights(rubric),
  ...lintInnovation(rubric),
];
