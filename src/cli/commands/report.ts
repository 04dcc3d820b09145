import type { Command } from 'commander';
import { DomainError } from '../../core/errors.ts';
import type { CaseReport, CaseReportPorts, GivenCase } from '../../usecases/report-case.ts';
import { reportCase } from '../../usecases/report-case.ts';
import type { CommandPorts } from '../ports.ts';
import { faultsOf, refuseInput } from './input-faults.ts';

export type ReportCommandPorts = Pick<CommandPorts, 'output' | 'files' | 'loadCase' | 'withPrinter'>;

export const addReport = (program: Command, ports: ReportCommandPorts): void => {
  const { output, files } = ports;
  program
    .command('report')
    .argument('<case>', 'a case file')
    .requiredOption('--out <file>', 'where to write the PDF')
    .option('--html <file>', 'where to write the same report as one HTML file')
    .description('write the justification of a case file; no server, no store')
    .action(async (file: string, options: { out: string; html?: string }) => {
      const loaded = await ports
        .loadCase(file)
        .catch((error: unknown): GivenCase => refuseInput(output, faultsOf(error)));
      const report = await ports.withPrinter((printer) => reportOrRefuse(ports, printer, loaded));
      await files.write(options.out, report.pdf);
      if (options.html !== undefined) await files.write(options.html, report.html);
      output.message(`Written: ${[options.out, ...(options.html ? [options.html] : [])].join(', ')}`);
    });
};

/** What the engine finds wrong with the case is named by file and place; a printer that is not there says so itself. */
const reportOrRefuse = async (
  { output }: ReportCommandPorts,
  printer: CaseReportPorts,
  loaded: GivenCase,
): Promise<CaseReport> => {
  try {
    return await reportCase(printer, loaded);
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
    return refuseInput(
      output,
      error.faults.map(({ path, message }) => ({ path: loaded.placeOf(path), message })),
    );
  }
};
