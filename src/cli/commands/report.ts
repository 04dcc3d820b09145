import type { Command } from 'commander';
import { DomainError } from '../../core/errors.ts';
import type { CaseReportPorts, GivenCase } from '../../usecases/report-case.ts';
import { reportCase } from '../../usecases/report-case.ts';
import type { CommandPorts } from '../ports.ts';

export type ReportCommandPorts = Pick<CommandPorts, 'output' | 'files'> & {
  /** Reads and checks a case file, its rubric filled in; throws DomainError with every fault. */
  readonly loadCase: (file: string) => Promise<GivenCase>;
  /** Templates, style sheets and the PDF printer, which is closed when the work is done. */
  readonly withPrinter: <T>(use: (ports: CaseReportPorts) => Promise<T>) => Promise<T>;
};

export const addReport = (program: Command, ports: ReportCommandPorts): void => {
  program
    .command('report')
    .argument('<case>', 'a case file')
    .requiredOption('--out <file>', 'where to write the PDF')
    .option('--html <file>', 'where to write the same report as one HTML file')
    .description('write the justification of a case file; no server, no store')
    .action(async (file: string, options: { out: string; html?: string }) => {
      const given = await ports.loadCase(file);
      const report = await ports.withPrinter((printer) => atFile(file, reportCase(printer, given)));
      await ports.files.write(options.out, report.pdf);
      if (options.html !== undefined) await ports.files.write(options.html, report.html);
      ports.output.message(`Written: ${[options.out, ...(options.html ? [options.html] : [])].join(', ')}`);
    });
};

/** What the engine finds wrong is found in this file: its pointers get the file's name. */
const atFile = async <T>(file: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error.faults.map(({ path, message }) => ({ path: `${file}#${path}`, message }));
    throw new DomainError(error.code, error.detail, error.evidence, faults);
  }
};
