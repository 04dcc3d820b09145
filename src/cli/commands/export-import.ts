import type { Command } from 'commander';
import { exportDecision } from '../../usecases/export-decision.ts';
import { importDecision } from '../../usecases/import-decision.ts';
import type { CommandPorts } from '../ports.ts';
import { faultsOf, refuseInput } from './input-faults.ts';

export const addExportImport = (program: Command, ports: CommandPorts): void => {
  program
    .command('export')
    .argument('<decision>', 'the id of a decision')
    .requiredOption('--out <file>', 'where to write the export')
    .description('write one decision with its whole ledger')
    .action(async (decision: string, options: { out: string }) => {
      const text = await ports.withStore((store) => exportDecision(store, decision));
      await ports.files.write(options.out, text);
      ports.output.message(`Written: ${options.out}`);
    });
  program
    .command('import')
    .argument('<file>', 'an export')
    .description('take one decision in from its export, verified first')
    .action(async (file: string) => {
      const bytes = await ports.files.read(file);
      const taken = await ports
        .withStore((store) => importDecision(store, bytes))
        .catch((error: unknown) =>
          refuseInput(
            ports.output,
            faultsOf(error).map(({ path, message }) => ({ path: `${file}#${path}`, message })),
          ),
        );
      ports.output.result(`${taken.decision} ${taken.entries} entries`);
    });
};
