import type { Command } from 'commander';
import type { Fault } from '../../core/errors.ts';
import type { CheckedRubric, RubricReader } from '../../usecases/check-rubric-file.ts';
import { checkRubricFile } from '../../usecases/check-rubric-file.ts';
import { EXIT, Exit } from '../output.ts';
import type { Output } from '../output.ts';
import { faultsOf, refuseInput } from './input-faults.ts';

export type RubricCheckPorts = { readonly output: Output; readonly caseFiles: RubricReader };

export const addRubricCheck = (program: Command, { output, caseFiles }: RubricCheckPorts): void => {
  program
    .command('rubric')
    .description('look after rubric files')
    .command('check')
    .argument('<files...>', 'rubric files')
    .option('--strict', 'exit 1 when a rubric raises a question')
    .option('--json', 'for machines')
    .description('check the schema, weights and levels of rubrics, and the questions they raise')
    .action(async (files: readonly string[], options: { strict?: boolean; json?: boolean }) => {
      const checked: CheckedRubric[] = [];
      const faults: Fault[] = [];
      for (const file of files) {
        try {
          checked.push(await checkRubricFile(caseFiles, file));
        } catch (error) {
          faults.push(...faultsOf(error));
        }
      }
      if (faults.length > 0) refuseInput(output, faults);
      output.result(options.json ? JSON.stringify(checked, null, 2) : checked.flatMap(linesOf).join('\n'));
      if (options.strict && checked.some(({ lints }) => lints.length > 0)) throw new Exit(EXIT.faulty);
    });
};

const linesOf = ({ file, id, version, lints }: CheckedRubric): readonly string[] => {
  const questions = lints.length === 1 ? '1 question' : `${lints.length} questions`;
  return [
    `${file}: ${id} version ${version} can be used; it raises ${lints.length === 0 ? 'no question' : questions}.`,
    ...lints.flatMap((lint) => [
      `  ${lint.level} ${lint.id} at ${file}#${lint.path}`,
      `    ${lint.observation} ${lint.usualReason}`,
      `    ${lint.question} ${lint.nextStep}`,
    ]),
  ];
};
