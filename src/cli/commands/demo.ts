import type { Command } from 'commander';
import { hasExamples, seedExamples } from '../../usecases/demo/seed-examples.ts';
import type { CommandPorts } from '../ports.ts';

export const addDemo = (program: Command, ports: CommandPorts): void => {
  program
    .command('demo')
    .description('add the labelled example decisions')
    .action(async () => {
      const { seeded, already } = await ports.withStore(async (store) => ({
        already: await hasExamples(store),
        seeded: await seedExamples(store),
      }));
      for (const one of seeded) ports.output.result(`${one.decision} ${one.key}`);
      ports.output.message(
        already ? 'The examples were already there.' : 'The examples are added. Open /examples to sit down.',
      );
    });
};
