import type { Command } from 'commander';
import type { Fault } from '../../core/errors.ts';
import type { CommandPorts } from '../ports.ts';
import { faultsOf, refuseInput } from './input-faults.ts';

export const addBackupRestore = (program: Command, ports: CommandPorts): void => {
  program
    .command('backup')
    .requiredOption('--out <file>', 'where to write the backup')
    .description('write the whole store into one file, while the server runs')
    .action(async (options: { out: string }) => {
      await ports.withStore(({ store }) => store.backup(options.out));
      ports.output.message(`Written: ${options.out}`);
    });
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('fill an empty store from a backup')
    .action(async (file: string) => {
      await ports
        .withStore(({ store }) => store.restore(file))
        .catch((error: unknown) => refuseInput(ports.output, faultsOf(error).map(atLineOf(file))));
      ports.output.message('Restored.');
    });
};

/** A backup is read line by line, and its faults begin with the line they are in. */
const atLineOf =
  (file: string) =>
  ({ message }: Fault): Fault => {
    const [, line, what] = /^line (\d+): (.*)$/s.exec(message) ?? [];
    return line && what ? { path: `${file}:${line}`, message: what } : { path: file, message };
  };
