import { Command, CommanderError } from 'commander';
import { createCaseFiles } from '../../src/adapters/case-files/case-files.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { createRubricFiles } from '../../src/adapters/rubric-files/rubric-files.ts';
import { createSchemaChecker } from '../../src/adapters/schemas/schema-checker.ts';
import { createSimulator } from '../../src/adapters/workers/simulator.ts';
import { addEvaluate } from '../../src/cli/commands/evaluate.ts';
import { addRubricCheck } from '../../src/cli/commands/rubric-check.ts';
import { EXIT, explain } from '../../src/cli/output.ts';

/** The commands that read case and rubric files, with the adapters they run on and nothing else. */
export const caseFiles = createCaseFiles({
  rubricFiles: createRubricFiles('rubrics'),
  schemas: createSchemaChecker('rubrics'),
});

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: readonly string[] };

export const runCaseCli = async (...words: readonly string[]): Promise<Ran> => {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const output = {
    result: (text: string) => stdout.push(text),
    message: (text: string) => stderr.push(text),
  };
  const program = new Command('counterweight').exitOverride().configureOutput({ writeErr: output.message });
  addRubricCheck(program, { output, caseFiles });
  addEvaluate(program, { output, caseFiles, createSimulator, clock: systemClock });
  const ended = await program.parseAsync([...words], { from: 'user' }).then(
    () => EXIT.good,
    (error: unknown) => {
      if (error instanceof CommanderError) return EXIT.usage;
      const { lines, code } = explain(error);
      stderr.push(...lines);
      return code;
    },
  );
  return { code: ended, stdout: stdout.join('\n'), stderr };
};
