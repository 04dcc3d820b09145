import type { Agreement, WidestCell } from '../agreement/agreement.ts';
import { alphaRanges, MOST_RANGED_UNITS } from '../agreement/alpha-range.ts';
import { buildAlphaMeter } from '../agreement/alpha.ts';
import { assessorsFor } from '../agreement/assessors-for.ts';
import { intraclass } from '../agreement/icc.ts';
import { kendallP } from '../agreement/kendall-p.ts';
import { kendallW } from '../agreement/kendall-w.ts';
import type { Measured } from '../agreement/measured.ts';
import { measured, undefinedBecause } from '../agreement/measured.ts';
import { countRatings } from '../agreement/ratings.ts';
import type { Rows } from '../agreement/rows.ts';
import { widestSpreads } from '../agreement/spread.ts';
import type { Spread } from '../agreement/spread.ts';
import { decimalOf, shownNumber } from '../exact/decimal.ts';
import type { Note } from '../robustness/leave-one-out.ts';
import { isNumeric, scaleOf } from '../rubric/scale.ts';
import { listAt } from './cell-marks.ts';
import { panelCells } from './panel-cells.ts';
import { listPanelValues } from './panel-values.ts';
import type { PanelValues } from './panel-values.ts';
import type { Prepared } from './prepare-case.ts';
import { listQualityOrders } from './quality-orders.ts';

/**
 * How far the panel agrees. The question: would other people like these have marked the same?
 *
 * Panel marks only, as they were given: consensus and frontline marks are set aside. Alpha and the intraclass
 * correlations take each cell as a unit, on values of 0-100, all criteria together; the latter only when every assessor
 * marked every cell. Kendall's W takes each assessor's own weighted quality of each option. Which options, cells and
 * assessors count is said in panel-values.ts and quality-orders.ts.
 *
 * Limits: cells of one option, or under one criterion, are not independent, so ranges are a little narrow; all criteria
 * in one figure hides one on which people differ, which is why the widest cells are listed. Analysis only.
 */
const MOST_WIDEST = 5;
const WANTED = 0.7;
const METRICS = ['ordinal', 'interval', 'nominal', 'ratio'] as const;
const RANGED = ['ordinal', 'interval'] as const;

export const agreementOfCase = (
  prepared: Prepared,
): { readonly agreement: Agreement; readonly notes: readonly Note[] } => {
  const panel = listPanelValues(prepared);
  const cells = panelCells(prepared, panel);
  const notes: Note[] = [];
  const shown = (key: keyof Agreement, { value, reason }: Measured): number | null => {
    if (reason !== null) notes.push({ path: `/agreement/${key}`, reason });
    return value === null ? null : shownNumber(decimalOf(value));
  };
  const seed = prepared.given.settings?.seed ?? 1;
  return {
    agreement: {
      assessors: panel.assessors.length,
      ...alphaParts(prepared, cells, seed, shown, notes),
      ...kendallParts(prepared, panel, seed, shown, notes),
      ...iccParts(panel.isComplete ? cells : null, shown),
      widestCells: widestSpreads(cells, MOST_WIDEST).map((spread) => showSpread(prepared, panel, spread)),
    },
    notes,
  };
};

type Show = (key: keyof Agreement, found: Measured) => number | null;

const alphaParts = (prepared: Prepared, cells: Rows, seed: number, shown: Show, notes: Note[]) => {
  const ratings = countRatings(cells);
  const [ordinal, interval, nominal, ratio] = buildAlphaMeter(ratings, METRICS)();
  const none = undefinedBecause('It was not asked for.');
  const ranges = alphaRanges(ratings, RANGED, seed, prepared.given.settings?.draws);
  const [first] = ranges;
  const rangeOf = (index: 0 | 1): readonly [number, number] | null => {
    const range = ranges[index]?.range95 ?? null;
    return range && [shownNumber(decimalOf(range[0])), shownNumber(decimalOf(range[1]))];
  };
  const parts = {
    pairableCells: ratings.kindOf.length,
    pairableValues: ratings.pairableValues,
    suitedAlpha: suitedAlpha(prepared),
    alphaOrdinal: shown('alphaOrdinal', ordinal ?? none),
    alphaInterval: shown('alphaInterval', interval ?? none),
    alphaNominal: shown('alphaNominal', nominal ?? none),
    alphaRatio: shown('alphaRatio', ratio ?? none),
    alphaOrdinalRange95: rangeOf(0),
    alphaIntervalRange95: rangeOf(1),
    alphaResamples: first?.resamples ?? 0,
    alphaResamplesDiscarded: first?.discarded ?? 0,
  };
  notes.push(...rangeNotes(parts));
  return parts;
};

const rangeNotes = (
  parts: Pick<
    Agreement,
    'pairableCells' | 'alphaOrdinalRange95' | 'alphaResamples' | 'alphaResamplesDiscarded'
  >,
) => {
  const { alphaResamples: drawn, alphaResamplesDiscarded: discarded } = parts;
  const at = (reason: string): readonly Note[] => [
    { path: '/agreement/alphaOrdinalRange95', reason },
    { path: '/agreement/alphaIntervalRange95', reason },
  ];
  if (parts.pairableCells > MOST_RANGED_UNITS)
    return at(`No range is drawn above ${MOST_RANGED_UNITS} cells; here there are ${parts.pairableCells}.`);
  if (parts.alphaOrdinalRange95 === null)
    return at('A range by resampling needs two cells with two marks each, and marks that differ.');
  return [
    ...(drawn < 10_000 ? at(`The range comes from ${drawn} resamples rather than 10000.`) : []),
    ...(discarded > 0
      ? at(
          `${discarded} of ${drawn} resamples held equal marks only, so alpha is undefined on them and they are left out.`,
        )
      : []),
  ];
};

/** Levels can only be put in order; on a numeric scale the distances count. */
const suitedAlpha = ({ given, tree }: Prepared): Agreement['suitedAlpha'] => {
  const isAllNumeric = tree.leaves.every(({ scored }) => {
    const scale = scored && scaleOf(given.rubric, scored);
    return !scale || isNumeric(scale);
  });
  return isAllNumeric ? 'interval' : 'ordinal';
};

const kendallParts = (prepared: Prepared, panel: PanelValues, seed: number, shown: Show, notes: Note[]) => {
  const { rows, options } = listQualityOrders(prepared, panel);
  const found = kendallW(rows);
  const p = kendallP(found, seed);
  const [ranked, marked] = [rows.length, panel.assessors.length];
  const w = whyNoOrder(prepared, panel, ranked) ?? found.w;
  /** What is worked out from W is undefined where W is, for the same reason. */
  const alike = (value: number | null | undefined): Measured =>
    w.value === null || value === null || value === undefined ? w : measured(value);
  if (w.value !== null && ranked < marked) {
    notes.push({
      path: '/agreement/kendallW',
      reason: `Orders are those of ${ranked} of ${marked} assessors: the ones who marked every scored criterion of every option that anybody marked in full.`,
    });
  }
  return {
    kendallW: shown('kendallW', w),
    kendallAssessors: ranked,
    kendallOptions: options.length,
    kendallP: shown('kendallP', alike(p?.p)),
    kendallPMethod: p?.method ?? null,
    kendallPermutations: p?.permutations ?? 0,
    kendallChiSquare: shown('kendallChiSquare', alike(found.chiSquare)),
    kendallDegreesOfFreedom: found.degreesOfFreedom,
    kendallChiSquareP: shown('kendallChiSquareP', alike(found.chiSquareP)),
  };
};

const whyNoOrder = ({ tree }: Prepared, panel: PanelValues, ranked: number): Measured | null => {
  const weight = panel.leaves.reduce((sum, leaf) => sum + (tree.leaves[leaf]?.share ?? 0n), 0n);
  if (weight === 0n)
    return undefinedBecause(
      'The scored criteria carry no weight, so there is no quality to order options by.',
    );
  return ranked < 2 && panel.assessors.length > 1
    ? undefinedBecause(
        'An order needs every scored criterion of every option marked, and fewer than two assessors did that.',
      )
    : null;
};

const iccParts = (table: Rows | null, shown: Show) => {
  const found = table && intraclass(table);
  const none = undefinedBecause('It takes complete marks: not every assessor marked every cell.');
  const single = found?.icc21 ?? none;
  return {
    icc21: shown('icc21', single),
    icc2k: shown('icc2k', found?.icc2k ?? none),
    icc31: shown('icc31', found?.icc31 ?? none),
    icc3k: shown('icc3k', found?.icc3k ?? none),
    assessorsFor70: shown(
      'assessorsFor70',
      single.value === null ? single : assessorsFor(WANTED, single.value),
    ),
  };
};

const showSpread = (prepared: Prepared, panel: PanelValues, spread: Spread): WidestCell => {
  const width = panel.leaves.length;
  const leaf = panel.leaves[spread.cell % width] ?? 0;
  const option = panel.options[Math.floor(spread.cell / width)] ?? 0;
  return {
    option: prepared.options[option]?.given.id ?? '',
    criterion: prepared.tree.leaves[leaf]?.id ?? '',
    ...scoreEnds(prepared, option * prepared.tree.leaves.length + leaf),
    range: shownNumber(decimalOf(spread.range)),
    marks: spread.marks,
  };
};

const scoreEnds = ({ table, tree }: Prepared, cell: number): Pick<WidestCell, 'lowest' | 'highest'> => {
  const scores = Array.from(listAt(table.panel, cell)?.scores ?? []).sort((a, b) => a - b);
  const unit = table.scales[cell % tree.leaves.length]?.unit ?? 1n;
  const onScale = (units: number | undefined): number => shownNumber({ n: BigInt(units ?? 0), d: unit });
  return { lowest: onScale(scores[0]), highest: onScale(scores.at(-1)) };
};
