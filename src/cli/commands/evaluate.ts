import type { Command } from 'commander';
import type { CaseReader, EvaluatedCase } from '../../usecases/evaluate-case.ts';
import { evaluateCaseFile } from '../../usecases/evaluate-case.ts';
import { EXIT, Exit } from '../output.ts';
import type { Output } from '../output.ts';
import { renderEvaluation } from './evaluation-text.ts';
import { faultsOf, refuseInput } from './input-faults.ts';

export type EvaluatePorts = { readonly output: Output; readonly caseFiles: CaseReader };

type Options = { json?: boolean; partial?: boolean; draws?: string; seed?: string };

export const addEvaluate = (program: Command, { output, caseFiles }: EvaluatePorts): void => {
  program
    .command('evaluate')
    .argument('<case>', 'a case file')
    .option('--json', 'for machines')
    .option('--partial', 'work out what can be, and list what is missing')
    .option('--draws <n>', 'not in this version: there is no simulation')
    .option('--seed <n>', 'not in this version: there is no simulation')
    .description('evaluate a case file: totals, ranks, and how sure they are')
    .action(async (file: string, options: Options) => {
      for (const name of ['draws', 'seed'] as const) {
        if (options[name] === undefined) continue;
        output.message(`--${name}: simulation is not in this version; leave it out.`);
        throw new Exit(EXIT.usage);
      }
      const evaluated = await evaluateCaseFile(caseFiles, file, { partial: options.partial ?? false }).catch(
        (error: unknown): EvaluatedCase => refuseInput(output, faultsOf(error)),
      );
      output.result(options.json ? JSON.stringify(evaluated.result, null, 2) : renderEvaluation(evaluated));
    });
};
