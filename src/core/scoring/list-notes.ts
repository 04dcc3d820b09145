import type { Note } from '../robustness/leave-one-out.ts';
import { countAt } from './cell-marks.ts';
import type { Standing } from './create-scorer.ts';
import type { Prepared } from './prepare-case.ts';
import { activeShare } from './score-grid.ts';

/** What a reader should know about how the result came about: conditions, shares that did not count, gaps. */
export const listNotes = (prepared: Prepared, standing: Standing): readonly Note[] => [
  ...noteConditions(prepared),
  ...noteFrontline(prepared),
  ...noteTrimmed(prepared),
  ...noteComparators(prepared, standing),
  ...noteProvisional(standing),
  ...(prepared.tree.leaves.length === 0
    ? [
        {
          path: '/options',
          reason: 'The rubric carries no weights, so options that passed are level and have no total.',
        },
      ]
    : []),
];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const noteConditions = (prepared: Prepared): readonly Note[] =>
  prepared.options.flatMap((option) =>
    option.gates.later.map(({ gate, by, owner }) => ({
      path: `/options/${option.index}`,
      reason: `Condition of award for '${option.given.id}': gate '${gate.id}' is to be met by ${by}; owner: ${owner}.`,
    })),
  );

const noteFrontline = (prepared: Prepared): readonly Note[] => {
  const { frontlineShareBp, frontlineMinimum } = prepared.method;
  if (frontlineShareBp === 0) return [];
  const active = activeShare(prepared);
  const { leaves } = prepared.tree;
  return leaves.flatMap((leaf, index) => {
    if (leaf.scored?.frontlineCanAnswer !== true) return [];
    const path = `/rubric/method/frontlineShareBp`;
    if (!active[index]) {
      const count = prepared.markers.count(index);
      const reason = `'${leaf.id}' was marked by ${counted(count, 'frontline person', 'frontline people')} and needs ${frontlineMinimum}, so their share counts as 0.`;
      return [{ path, reason }];
    }
    return prepared.options.flatMap((option) =>
      countAt(prepared.table.frontline, option.index * leaves.length + index) > 0
        ? []
        : [
            {
              path,
              reason: `No frontline person marked '${option.given.id}' on '${leaf.id}'; the panel's score stands alone.`,
            },
          ],
    );
  });
};

const noteTrimmed = (prepared: Prepared): readonly Note[] => {
  if (prepared.method.aggregate !== 'trimmed-mean') return [];
  const { panel, consensus } = prepared.table;
  const few = consensus.filter(
    (_agreed, cell) => countAt(panel, cell) > 0 && countAt(panel, cell) < 3,
  ).length;
  const reason = `${counted(few, 'cell has', 'cells have')} fewer than three panel marks; there the mean is used untrimmed.`;
  return few === 0 ? [] : [{ path: '/rubric/method/aggregate', reason }];
};

const noteComparators = (prepared: Prepared, standing: Standing): readonly Note[] =>
  standing.options.flatMap(({ option, judgement, total }) => {
    if (option.competes || total || judgement.eliminated.length > 0) return [];
    const lacks = [
      ...(judgement.missing.length > 0 ? [counted(judgement.missing.length, 'score', 'scores')] : []),
      ...(prepared.method.price && !option.cost ? ['a price'] : []),
    ];
    const reason = `'${option.given.id}' stands beside the bids for comparison and has no total${lacks.length > 0 ? `: it lacks ${lacks.join(' and ')}` : ''}.`;
    return [{ path: `/options/${option.index}`, reason }];
  });

const noteProvisional = (standing: Standing): readonly Note[] =>
  standing.missing.length === 0
    ? []
    : [
        {
          path: '/winner',
          reason: `Provisional: ${counted(standing.missing.length, 'missing piece is', 'missing pieces are')} listed under incomplete, and options that lack one are not ranked.`,
        },
      ];
