import { DomainError } from '../errors.ts';
import type { Fault } from '../errors.ts';
import type { Rational } from '../exact/rational.ts';
import { checkSecondOpinions } from '../robustness/second-opinions/check-settings.ts';
import { checkRubric } from '../rubric/check-rubric.ts';
import type { GateCriterion } from '../rubric/rubric.ts';
import { rubricMethod } from '../rubric/rubric-method.ts';
import type { RubricMethod } from '../rubric/rubric-method.ts';
import { listGates } from '../rubric/walk-rubric.ts';
import { checkWeightSets } from '../weights/check-weight-set.ts';
import type { Case, CaseOption, Purpose } from './case.ts';
import { checkOptions } from './check-options.ts';
import { checkSettings } from './check-settings.ts';
import { buildFrontlineMarkers } from './frontline-markers.ts';
import type { FrontlineMarkers } from './frontline-markers.ts';
import { judgeGates } from './gates.ts';
import type { GateVerdict } from './gates.ts';
import { buildMarksTable } from './marks-table.ts';
import type { MarksTable } from './marks-table.ts';
import { createCosting } from './option-cost.ts';
import { weighTree } from './weigh-tree.ts';
import type { WeightTree } from './weigh-tree.ts';

/** A case whose references all resolve, with what never changes when one piece of it is left out. */
export type Prepared = {
  readonly given: Case;
  readonly purpose: Purpose;
  readonly method: RubricMethod;
  readonly tree: WeightTree;
  readonly table: MarksTable;
  readonly markers: FrontlineMarkers;
  readonly gates: readonly GateCriterion[];
  readonly options: readonly PreparedOption[];
};

export type PreparedOption = {
  readonly given: CaseOption;
  readonly index: number;
  /** Ranks and wins: every kind in an appraisal, bids alone in an award. */
  readonly competes: boolean;
  readonly gates: GateVerdict;
  /** On the rubric's price basis; null when no cost is given. */
  readonly cost: Rational | null;
};

/** Throws 'invalid-case' with every fault when the rubric or a reference in the case is wrong. */
export const prepareCase = (given: Case): Prepared => {
  assertSound(checkRubric(given.rubric).map((fault) => ({ ...fault, path: `/rubric${fault.path}` })));
  const tree = weighTree(given.rubric);
  const gates = listGates(given.rubric).map((place) => place.criterion);
  const { table, faults } = buildMarksTable(given, tree);
  assertSound([
    ...checkOptions(given, gates),
    ...faults,
    ...checkSettings(given, tree),
    ...checkBeside(given, tree),
  ]);
  const purpose = given.settings?.purpose ?? 'appraisal';
  const method = rubricMethod(given.rubric);
  const { costOf } = createCosting(method);
  return {
    given,
    purpose,
    method,
    tree,
    table,
    markers: buildFrontlineMarkers(table, tree),
    gates,
    options: given.options.map((option, index) => ({
      given: option,
      index,
      competes: purpose === 'appraisal' || option.kind === 'bid',
      gates: judgeGates(gates, option.gates ?? {}),
      cost: costOf(option),
    })),
  };
};

/** What stands beside the ranking and never changes it is held to the rubric, too. */
const checkBeside = (given: Case, tree: WeightTree): readonly Fault[] => {
  const items = tree.leaves.map(({ id }) => id);
  return [
    ...checkWeightSets(given.weightSets ?? [], items, '/weightSets'),
    ...checkSecondOpinions(given.settings?.secondOpinions ?? {}, items, '/settings/secondOpinions'),
  ];
};

export const assertSound = (faults: readonly Fault[]): void => {
  if (faults.length === 0) return;
  const many = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  throw new DomainError('invalid-case', `This case cannot be evaluated: it has ${many}.`, {}, faults);
};
