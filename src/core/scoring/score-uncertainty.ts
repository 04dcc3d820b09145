import { decimalOf } from '../exact/decimal.ts';
import { add, clip, fraction, multiply, subtract, toDouble, whole } from '../exact/rational.ts';
import type { Contender } from '../robustness/contender.ts';
import type { Curve, PanelScores } from '../robustness/simulation/plan.ts';
import { aggregateScores } from './aggregate.ts';
import { countAt, listAt } from './cell-marks.ts';
import type { CellMarks } from './cell-marks.ts';
import type { Prepared } from './prepare-case.ts';
import type { ScaleUnits } from './scale-units.ts';
import { valueOfUnits } from './scale-units.ts';
import { activeShare } from './score-grid.ts';
import type { Grid } from './score-grid.ts';

/**
 * The panel's marks as the simulation needs them: consensus set aside, frontline means kept. A cell's straight value
 * is base + slope x aggregate of the panel marks drawn; a leaf with a value function bends it.
 * A cell without panel marks (agreed without any, or the price) keeps its value.
 */
export const panelPlan = (prepared: Prepared, contenders: readonly Contender[]): PanelScores => {
  const { table, tree, method } = prepared;
  const width = tree.leaves.length;
  const places = contenders.map(({ id }) => placeOf(prepared, id));
  const cells = places.length * width;
  const [start, base, slope] = [new Int32Array(cells + 1), new Float64Array(cells), new Float64Array(cells)];
  const active = activeShare(prepared);
  const ordered: PanelMark[] = [];
  places.forEach((option, row) => {
    for (let leaf = 0; leaf < width; leaf += 1) {
      const [cell, at] = [option * width + leaf, row * width + leaf];
      const found = marksIn(table.panel, cell).sort((a, b) => a.units - b.units || a.assessor - b.assessor);
      const scale = table.scales[leaf];
      ordered.push(...found);
      start[at + 1] = ordered.length;
      const held = contenders[row]?.leafValues[leaf];
      if (found.length === 0 || !scale) {
        base[at] = held ? toDouble(held) : 0;
        continue;
      }
      const heard = active[leaf] ? listAt(table.frontline, cell) : undefined;
      const theirs = heard ? aggregateScores(heard, 'mean') : null;
      const share = theirs ? method.frontlineShareBp / 10_000 : 0;
      const [lowest, range] = [Number(scale.lowest), Number(scale.range)];
      slope[at] = (100 / range) * (1 - share);
      base[at] = (100 / range) * ((theirs ? share * toDouble(theirs) : 0) - lowest);
    }
  });
  const panel = new Map(table.panelists.map((assessor, place) => [assessor, place]));
  return {
    assessors: Math.max(1, panel.size),
    aggregate: method.aggregate,
    start,
    assessorOf: Int32Array.from(ordered, ({ assessor }) => panel.get(assessor) ?? 0),
    scoreOf: Float64Array.from(ordered, ({ units }) => units),
    base,
    slope,
    curves: tree.leaves.map((_leaf, leaf) => curveOf(table.scales[leaf])),
  };
};

type PanelMark = { readonly assessor: number; readonly units: number };

const marksIn = (panel: CellMarks, cell: number): PanelMark[] =>
  Array.from({ length: countAt(panel, cell) }, (_, place) => {
    const mark = (panel.start[cell] ?? 0) + place;
    return { assessor: panel.assessorOf[mark] ?? 0, units: panel.scoreOf[mark] ?? 0 };
  });

/** Steps at which a value function is looked up for drawing; between two of them it is taken as straight. */
const STEPS = 200;

/** From the straight value of a score, 0-100, to what the leaf's own function makes of it; null for the straight line. */
const curveOf = (scale: ScaleUnits | null | undefined): Curve | null => {
  if (!scale?.curve) return null;
  const at = Array.from({ length: STEPS + 1 }, (_, step) => fraction(BigInt(step), BigInt(STEPS)));
  const units = at.map(({ n, d }) => ({ n: scale.lowest * d + scale.range * n, d }));
  return {
    x: Float64Array.from(at, (share) => 100 * toDouble(share)),
    y: Float64Array.from(units, (score) => toDouble(valueOfUnits(scale, score))),
  };
};

/**
 * Every score between its own less the margin and its own plus it, in points of its scale, not beyond the scale's ends:
 * the values at both ends of that stretch. Prices are held. Limits: a value function that rises and falls again inside
 * the stretch is taken at the ends only.
 */
export const marginScores = (
  prepared: Prepared,
  contenders: readonly Contender[],
  grid: Grid,
): { readonly low: Float64Array; readonly high: Float64Array } => {
  const margin = decimalOf(prepared.given.settings?.scoreMargin ?? 0);
  const bounds = contenders.flatMap(({ id, leafValues }) => {
    const row = grid[placeOf(prepared, id)] ?? [];
    return leafValues.map((value, leaf): readonly [number, number] => {
      const [scale, cell] = [prepared.table.scales[leaf], row[leaf]];
      if (!scale || !cell) return [toDouble(value), toDouble(value)];
      const units = multiply(margin, whole(scale.unit));
      const ends = [subtract(cell.score, units), add(cell.score, units)].map((score) =>
        toDouble(valueOfUnits(scale, clip(score, whole(scale.lowest), whole(scale.lowest + scale.range)))),
      );
      return [Math.min(...ends), Math.max(...ends)];
    });
  });
  return {
    low: Float64Array.from(bounds, ([low]) => low),
    high: Float64Array.from(bounds, ([, high]) => high),
  };
};

const placeOf = (prepared: Prepared, id: string): number =>
  prepared.options.findIndex((option) => option.given.id === id);
