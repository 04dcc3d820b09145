import type { Rubric, ScoredCriterion } from '../rubric/rubric.ts';
import { isNumeric, scaleOf } from '../rubric/scale.ts';
import type { ScaleUnits } from './scale-units.ts';

/** The marks that may be given on a scale, from the lowest up, in units of it. */
export type MarkSteps = {
  readonly count: number;
  readonly unitsAt: (step: number) => number;
  /** The step of a mark that was given. */
  readonly stepOf: (units: number) => number;
};

export const buildMarkSteps = (rubric: Rubric, criterion: ScoredCriterion, units: ScaleUnits): MarkSteps => {
  const scale = scaleOf(rubric, criterion) ?? [];
  if (isNumeric(scale)) {
    const [lowest, step] = [Number(units.lowest), Number(units.unit) / 10 ** scale.decimals];
    return {
      count: Math.floor(Number(units.range) / step) + 1,
      unitsAt: (place) => lowest + place * step,
      stepOf: (mark) => Math.round((mark - lowest) / step),
    };
  }
  const levels = scale.flatMap(({ score }) => units.unitsOf(score) ?? []).sort((a, b) => a - b);
  return {
    count: levels.length,
    unitsAt: (place) => levels[place] ?? NaN,
    stepOf: (mark) => levels.indexOf(mark),
  };
};
