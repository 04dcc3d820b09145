import type { Command } from 'commander';
import type { CaseReader, EvaluatedCase } from '../../usecases/evaluate-case.ts';
import { evaluateCaseFile } from '../../usecases/evaluate-case.ts';
import type { Clock, Simulator } from '../../usecases/ports.ts';
import { EXIT, Exit } from '../output.ts';
import type { Output } from '../output.ts';
import { renderEvaluation } from './evaluation-text.ts';
import { faultsOf, refuseInput } from './input-faults.ts';
import { createProgress } from './progress.ts';

export type EvaluatePorts = {
  readonly output: Output;
  readonly caseFiles: CaseReader;
  readonly createSimulator: (settings: { readonly workers?: number }) => Simulator;
  readonly clock: Clock;
};

type Flag = 'draws' | 'seed' | 'workers';
type Options = { json?: boolean; partial?: boolean } & Partial<Record<Flag, string>>;

const LIMITS: Readonly<Record<Flag, readonly [least: number, most: number]>> = {
  draws: [1, 10_000_000],
  seed: [0, Number.MAX_SAFE_INTEGER],
  workers: [1, 64],
};

export const addEvaluate = (program: Command, ports: EvaluatePorts): void => {
  const { output, caseFiles, createSimulator, clock } = ports;
  program
    .command('evaluate')
    .argument('<case>', 'a case file')
    .option('--json', 'for machines')
    .option('--partial', 'work out what can be, and list what is missing')
    .option(
      '--draws <n>',
      "how many weightings to draw; wins over the case's own setting (10000 without either)",
    )
    .option('--seed <n>', "where the drawing starts; wins over the case's own setting (1 without either)")
    .option('--workers <n>', 'threads for a long simulation; the result is the same for any number')
    .description('evaluate a case file: totals, ranks, and how sure they are')
    .action(async (file: string, options: Options) => {
      const [draws, seed, workers] = (['draws', 'seed', 'workers'] as const).map((flag) =>
        parseFlag(output, flag, options[flag]),
      );
      const evaluated = await evaluateCaseFile(
        {
          reader: caseFiles,
          simulate: createSimulator(workers === undefined ? {} : { workers }),
          onProgress: createProgress(output, clock),
        },
        file,
        {
          partial: options.partial ?? false,
          ...(draws === undefined ? {} : { draws }),
          ...(seed === undefined ? {} : { seed }),
        },
      ).catch((error: unknown): EvaluatedCase => refuseInput(output, faultsOf(error)));
      output.result(options.json ? JSON.stringify(evaluated.result, null, 2) : renderEvaluation(evaluated));
    });
};

const parseFlag = (output: Output, flag: Flag, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const [least, most] = LIMITS[flag];
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  output.message(`--${flag}: '${text}' is not a whole number from ${least} to ${most}.`);
  throw new Exit(EXIT.usage);
};
