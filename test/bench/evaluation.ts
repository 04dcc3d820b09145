import { createGenerator } from '../../src/core/draws/generator.ts';
import type { Case, Mark } from '../../src/core/scoring/case.ts';
import type * as Evaluation from '../../src/core/scoring/evaluate.ts';
import { loadBuilt } from './support/load-built.ts';
import { measure, median, printFigure, timeFigure } from './support/measure.ts';
import { plainEvaluation } from './support/plain-evaluation.ts';

/** The whole analysis but its simulation, once the case is in memory: totals, leave-one-outs, crossovers, agreement. */
const [CRITERIA, ASSESSORS] = [100, 50];

const { beginEvaluation } = await loadBuilt<typeof Evaluation>('core/scoring/evaluate');

/** One string for each id, as a JSON parser makes them. */
const idsOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const [criterionIds, assessorIds] = [idsOf('c', CRITERIA), idsOf('p', ASSESSORS)];

const buildCase = (options: number): Case => {
  const { below } = createGenerator(7, options);
  const marks: Mark[] = [];
  for (const option of idsOf('o', options)) {
    for (const criterion of criterionIds) {
      for (const assessor of assessorIds) marks.push({ assessor, option, criterion, score: below(6) });
    }
  }
  const scored = Array.from({ length: CRITERIA }, (_, index) => ({
    id: `c${index}`,
    title: `Criterion ${index}`,
    kind: 'scored' as const,
    weightBp: 70,
  }));
  const price = {
    id: 'price',
    title: 'Price',
    kind: 'price' as const,
    weightBp: 3000,
    method: 'lowest-over-price' as const,
  };
  return {
    format: 'counterweight-case/1',
    title: `${options} options`,
    rubric: {
      format: 'counterweight-rubric/1',
      id: 'bench',
      version: 1,
      title: 'Benchmark',
      scale: [0, 1, 2, 3, 4, 5].map((score) => ({ score, label: `Level ${score}` })),
      criteria: [...scored, price],
    },
    options: Array.from({ length: options }, (_, index) => ({
      id: `o${index}`,
      title: `Option ${index}`,
      kind: 'bid' as const,
      costs: [{ line: 'all', year: 0, pence: 10_000_000 + below(5_000_000) }],
    })),
    marks,
  };
};

const small = buildCase(200);
const ours = measure(9, () => beginEvaluation(small, { partial: false }).finish(null));
const plain = measure(1, () => plainEvaluation(small));
if (ours.result.winner !== plain.result.winner)
  throw new Error(
    `First is ${String(ours.result.winner)} here and ${plain.result.winner} in the plain loop.`,
  );
const ratio = median(plain.wallMs) / median(ours.wallMs);
const many = `${small.marks.length} marks`;
printFigure(timeFigure(`evaluate ${many}`, ours, `${ratio.toFixed(1)} times as fast as the plain loop`));
printFigure(timeFigure(`evaluate ${many}, plain nested loops`, plain, 'totals and leave-one-outs only'));

const large = buildCase(2000);
const tenfold = measure(1, () => beginEvaluation(large, { partial: false }).finish(null));
const growth = median(tenfold.wallMs) / median(ours.wallMs);
printFigure(
  timeFigure(
    `evaluate ${large.marks.length} marks`,
    tenfold,
    `${growth.toFixed(1)} times the time of ${many}`,
  ),
);
