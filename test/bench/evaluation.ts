import { createGenerator } from '../../src/core/draws/generator.ts';
import type { Case, Mark } from '../../src/core/scoring/case.ts';
import { beginEvaluation } from '../../src/core/scoring/evaluate.ts';
import { measure, median, printFigure, timeFigure } from './support/measure.ts';
import { plainEvaluation } from './support/plain-evaluation.ts';

/** The whole analysis but its simulation, once the case is in memory: totals, leave-one-outs, crossovers, agreement. */
const [CRITERIA, ASSESSORS] = [100, 50];

const buildCase = (options: number): Case => {
  const { below } = createGenerator(7, options);
  const marks: Mark[] = [];
  for (let option = 0; option < options; option += 1) {
    for (let criterion = 0; criterion < CRITERIA; criterion += 1) {
      for (let assessor = 0; assessor < ASSESSORS; assessor += 1)
        marks.push({
          assessor: `p${assessor}`,
          option: `o${option}`,
          criterion: `c${criterion}`,
          score: Math.min(5, below(5) + below(2)),
        });
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
const ours = measure(5, () => beginEvaluation(small, { partial: false }).finish(null));
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
