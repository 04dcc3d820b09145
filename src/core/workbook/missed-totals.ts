import type { MappedWorkbook } from './map-workbook.ts';
import type { Missed } from './missed-finding.ts';
import { compareOwnTotals } from './own-totals.ts';
import type { OwnTotals } from './own-totals.ts';
import { fewOf } from './understood.ts';

/** The sheet's own totals beside the exact ones: which agree, and which do not. */
export const missedTotals = (mapped: Pick<MappedWorkbook, 'naming' | 'source'>): readonly Missed[] =>
  compareOwnTotals(mapped).map((one) => ({ id: 'totals', sentence: sentenceOf(one) }));

const sentenceOf = ({ where, formula, compared, differing }: OwnTotals): string => {
  const figures = compared === 1 ? 'its figure' : `its ${compared} figures`;
  if (formula === null)
    return `${where}: ${figures} could not be followed; no usual way of totalling these marks and weights gives ${compared === 1 ? 'it' : 'them'}.`;
  if (differing.length === 0)
    return `${where}: ${compared === 1 ? 'its figure is' : `all ${figures.slice(4)} are`} exact to the digits shown (${formula}).`;
  const list = differing.map(
    ({ place, written, exact }) => `${place} says ${written} and is exactly ${exact}`,
  );
  return `${where}: ${differing.length} of ${figures.slice(4)} ${differing.length === 1 ? 'differs' : 'differ'} from the exact ones (${formula}): ${fewOf(list)}.`;
};
