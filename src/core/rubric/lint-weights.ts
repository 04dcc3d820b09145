import { logarithm } from '../draws/logarithm.ts';
import { leafShares } from './leaf-shares.ts';
import type { Lint } from './lint.ts';
import type { Criterion, GroupCriterion, Rubric } from './rubric.ts';
import { listGroups } from './walk-rubric.ts';

/**
 * Do the weights follow the number of questions? A topic that is split into more questions tends to end up with more
 * weight, even among people who were told of it (the splitting effect; Hamalainen and Alaja). Observed where three or
 * more groups stand side by side and each one's share of their weight is within 2 points of its share of questions.
 */
const FEWEST_GROUPS = 3;
const WITHIN = 0.02;

export const lintWeightsFollowCounts = (rubric: Rubric): readonly Lint[] =>
  [
    { siblings: rubric.criteria, path: '/criteria' },
    ...listGroups(rubric).map(({ criterion, pointer }) => ({
      siblings: criterion.children,
      path: `${pointer}/children`,
    })),
  ].flatMap(({ siblings, path }) => {
    const groups = siblings.filter((criterion): criterion is GroupCriterion => criterion.kind === 'group');
    if (groups.length < FEWEST_GROUPS || !followsCounts(groups)) return [];
    return [
      {
        id: 'rubric/weights-follow-counts',
        level: 'info' as const,
        path,
        observation: `Across ${groups.length} groups, weight follows the number of questions in each to within 2 points.`,
        usualReason:
          'This often has a good reason, such as questions that were chosen to matter about the same each.',
        question: 'Is this how much each group matters, or how the form was laid out?',
        nextStep: 'Weigh the groups against each other first, then share each weight out inside the group.',
      },
    ];
  });

const followsCounts = (groups: readonly GroupCriterion[]): boolean => {
  const weight = groups.reduce((sum, group) => sum + group.weightBp, 0);
  const count = groups.reduce((sum, group) => sum + countScored(group), 0);
  if (weight === 0 || count === 0) return false;
  return groups.every(
    (group) => Math.abs(group.weightBp / weight - countScored(group) / count) <= WITHIN + 1e-12,
  );
};

const countScored = (criterion: Criterion): number => {
  if (criterion.kind === 'scored') return 1;
  return criterion.kind === 'group'
    ? criterion.children.reduce((sum, child) => sum + countScored(child), 0)
    : 0;
};

/**
 * Do all criteria count about the same? In words: the entropy of the weights, as a share of the most it could be for
 * this many criteria. Asked at 0.99 and above, from five criteria on. Example: five weights of 20% give 1.
 */
const FEWEST_LEAVES = 5;
const FLAT = 0.99;

export const lintFlatWeights = (rubric: Rubric): readonly Lint[] => {
  const shares = leafShares(rubric).map(({ share }) => share);
  if (shares.length < FEWEST_LEAVES) return [];
  const entropy = shares.reduce((sum, share) => (share > 0 ? sum - share * logarithm(share) : sum), 0);
  if (entropy / logarithm(shares.length) < FLAT) return [];
  return [
    {
      id: 'rubric/weights-flat',
      level: 'info',
      path: '/criteria',
      observation: `All ${shares.length} criteria count about the same.`,
      usualReason: 'This often has a good reason, such as a need whose parts really are of like importance.',
      question: 'Which of these would you give up last?',
      nextStep:
        'Picture each criterion moving from its lowest to its highest level, and ask which move is worth most.',
    },
  ];
};
