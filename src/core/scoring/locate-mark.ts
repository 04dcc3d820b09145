import type { Fault } from '../errors.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { listCriteria } from '../rubric/walk-rubric.ts';
import type { Case } from './case.ts';
import type { ScaleUnits } from './scale-units.ts';
import type { WeightTree } from './weigh-tree.ts';

type Scored = { readonly option: string; readonly criterion: string; readonly score: number };

export type Locate = {
  /** The cell a mark belongs to, or -1 and a fault for each thing it names that is not there. */
  readonly cell: (mark: Scored, path: string, index: number) => number;
  /** The score of the mark that was located last, in units of its scale. */
  readonly units: () => number;
};

export const buildLocate = (
  given: Case,
  tree: WeightTree,
  scales: readonly (ScaleUnits | null)[],
  faults: Fault[],
): Locate => {
  const options = new Map(given.options.map((option, index) => [option.id, index]));
  const leaves = new Map(tree.leaves.map((leaf, index) => [leaf.id, index]));
  const width = tree.leaves.length;
  // Marks come in runs, so what the last one named is tried before the maps.
  let [lastOption, lastCriterion] = ['', ''];
  let option: number | undefined;
  let leaf: number | undefined;
  let scale: ScaleUnits | null = null;
  let units = 0;
  return {
    units: () => units,
    cell: (mark, path, index) => {
      if (mark.option !== lastOption || option === undefined) {
        lastOption = mark.option;
        option = options.get(lastOption);
      }
      if (mark.criterion !== lastCriterion || leaf === undefined) {
        lastCriterion = mark.criterion;
        leaf = leaves.get(lastCriterion);
        scale = leaf === undefined ? null : (scales[leaf] ?? null);
      }
      const found = scale ? scale.unitsOf(mark.score) : null;
      if (option !== undefined && leaf !== undefined && found !== null) {
        units = found;
        return option * width + leaf;
      }
      const at = `${path}/${index}`;
      if (option === undefined) {
        faults.push({ path: `${at}/option`, message: `There is no option '${mark.option}' in this case.` });
      }
      if (!scale) {
        faults.push({ path: `${at}/criterion`, message: whyNotScored(given.rubric, mark.criterion) });
      } else if (found === null) {
        const message = `${mark.score} is not on the scale of '${mark.criterion}'; a mark is ${scale.words}.`;
        faults.push({ path: `${at}/score`, message });
      }
      return -1;
    },
  };
};

const whyNotScored = (rubric: Rubric, id: string): string => {
  const found = listCriteria(rubric).find((place) => place.criterion.id === id)?.criterion;
  if (!found) return `There is no criterion '${id}' in this rubric.`;
  const kind = found.kind === 'information' ? 'for information' : `a ${found.kind}`;
  return `'${id}' is ${kind} and takes no marks; marks go to scored criteria.`;
};
