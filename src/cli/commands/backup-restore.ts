import type { Command } from 'commander';
import type { CommandPorts } from '../ports.ts';

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
      await ports.withStore(({ store }) => store.restore(file));
      ports.output.message('Restored.');
    });
};
