import type { Fault } from '../errors.ts';
import type { Criterion, Rubric } from './rubric.ts';
import { isWeighted, listGroups, listScored } from './walk-rubric.ts';

const ALL_BP = 10000;

/**
 * Do the weights say how much each thing counts? Siblings that carry weight share exactly 10000 basis points.
 * A rubric of gates alone carries no weight and is allowed; a group that holds nothing to weigh is not.
 */
export const checkWeights = (rubric: Rubric): readonly Fault[] => [
  ...checkSiblings(rubric.criteria, '/criteria'),
  ...listGroups(rubric).flatMap(({ criterion, pointer }) => [
    ...checkSiblings(criterion.children, `${pointer}/children`),
    ...(criterion.children.some(isWeighted)
      ? []
      : [
          {
            path: `${pointer}/children`,
            message: `Group '${criterion.title}' has a weight but holds nothing that is scored; add a scored criterion or remove the group.`,
          },
        ]),
  ]),
  ...checkMinimumQuality(rubric),
];

const checkSiblings = (siblings: readonly Criterion[], path: string): readonly Fault[] => {
  const weighted = siblings.filter(isWeighted);
  if (weighted.length === 0) return [];
  const wrong = siblings.flatMap((criterion, index): Fault[] =>
    !isWeighted(criterion) || (Number.isSafeInteger(criterion.weightBp) && criterion.weightBp >= 0)
      ? []
      : [
          {
            path: `${path}/${index}/weightBp`,
            message: `A weight is a whole number of basis points from 0 to 10000; ${criterion.weightBp} is not.`,
          },
        ],
  );
  if (wrong.length > 0) return wrong;
  const total = weighted.reduce((sum, criterion) => sum + criterion.weightBp, 0);
  if (total === ALL_BP) return [];
  const names = weighted.map((criterion) => `${criterion.id} ${criterion.weightBp}`).join(', ');
  const [size, way] = total < ALL_BP ? [ALL_BP - total, 'add'] : [total - ALL_BP, 'take off'];
  return [
    {
      path,
      message: `The weights here sum to ${total} basis points and must sum to exactly 10000: ${way} ${size} (${names}).`,
    },
  ];
};

const checkMinimumQuality = (rubric: Rubric): readonly Fault[] =>
  rubric.minimumQuality !== undefined && listScored(rubric).length === 0
    ? [
        {
          path: '/minimumQuality',
          message: 'There is a minimum quality but no scored criterion to measure it by.',
        },
      ]
    : [];
