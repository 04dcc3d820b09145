import type { LeftOut, Note, SmallerCase } from '../robustness/leave-one-out.ts';
import { leaveEachOut } from '../robustness/leave-one-out.ts';
import { firstOf } from './create-scorer.ts';
import type { Omission, Scorer, Standing } from './create-scorer.ts';
import type { Prepared } from './prepare-case.ts';
import { createQuickLeftOut } from './quick-left-out.ts';
import type { Robustness } from './result.ts';

type Winners = Pick<Robustness, 'withoutAssessor' | 'withoutOption' | 'withoutCriterion'>;

/**
 * The case without each panel assessor (consensus set aside, since it was theirs too), without each option, and
 * without each criterion that carries weight (the others keep their proportions).
 */
export const analyseLeftOut = (
  prepared: Prepared,
  whole: Standing,
  { stand, grid, panelOnly }: Scorer,
): { readonly winners: Winners; readonly notes: readonly Note[] } => {
  const missingAlready = new Set(whole.missing.map(({ path }) => path));
  const quick = createQuickLeftOut(prepared, whole, grid, panelOnly);
  const run = (omission: Omission): SmallerCase => {
    const plain = quick(omission);
    if (plain !== null) return { first: [plain], obstacle: null };
    const standing = stand(omission);
    const missing = standing.missing.find(({ path }) => !missingAlready.has(path));
    const obstacle = missing?.what ?? standing.faults[0]?.message ?? null;
    return { first: firstOf(standing), obstacle: obstacle && `Without it there is no ranking. ${obstacle}` };
  };
  const panel = prepared.table.panelists;
  const names = panel.map((assessor) => prepared.table.assessors[assessor] ?? '');
  const withoutAssessor = leaveEachOut(names, '/robustness/withoutAssessor', (index) => {
    const assessor = panel[index];
    return run(assessor === undefined ? {} : { assessor });
  });
  const optionIds = prepared.options.map((option) => option.given.id);
  const withoutOption = leaveEachOut(optionIds, '/robustness/withoutOption', (option) => run({ option }));
  const withoutCriterion = leaveCriteriaOut(prepared, run);
  return {
    winners: {
      withoutAssessor: withoutAssessor.winners,
      withoutOption: withoutOption.winners,
      withoutCriterion: withoutCriterion.winners,
    },
    notes: [...withoutAssessor.notes, ...withoutOption.notes, ...withoutCriterion.notes],
  };
};

const leaveCriteriaOut = (prepared: Prepared, run: (omission: Omission) => SmallerCase): LeftOut => {
  const { leaves, whole } = prepared.tree;
  return leaveEachOut(
    leaves.map((leaf) => leaf.id),
    '/robustness/withoutCriterion',
    (leaf) =>
      leaves[leaf]?.share === whole
        ? { first: [], obstacle: 'Without it nothing is left that carries weight.' }
        : run({ leaf }),
  );
};
