import type { Command } from 'commander';
import { importSharedDecision } from '../../usecases/elsewhere.ts';
import type { CommandPorts } from '../ports.ts';
import { faultsOf, refuseInput } from './input-faults.ts';

export const addImportShared = (program: Command, ports: CommandPorts): void => {
  program
    .command('import-shared')
    .argument('<file>', 'a shared decision of another organisation')
    .description('take a shared decision in, to be shown when somebody states a similar need or idea')
    .action(async (file: string) => {
      const bytes = await ports.files.read(file);
      const taken = await ports
        .withStore((store) => importSharedDecision(store, bytes))
        .catch((error: unknown) =>
          refuseInput(
            ports.output,
            faultsOf(error).map(({ path, message }) => ({ path: `${file}#${path}`, message })),
          ),
        );
      ports.output.result(`${taken.id} ${taken.shared.title}`);
    });
};
