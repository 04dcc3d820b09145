import type { Command } from 'commander';
import { DomainError } from '../../core/errors.ts';
import { recordOfEntries } from '../../usecases/read-decision.ts';
import { buildSharedDecision, renderSharedDecision } from '../../usecases/shared-decision.ts';
import type { CommandPorts } from '../ports.ts';

export const addShare = (program: Command, ports: CommandPorts): void => {
  program
    .command('share')
    .argument('<decision>', 'the id of a decision that is made')
    .requiredOption('--out <file>', 'where to write the file')
    .option('--contact <text>', 'a team mailbox or telephone to put into it', '')
    .option('--why <text>', 'the reason in words for others, in place of the shareable words on record', '')
    .description('write a decision for other organisations: no bid, mark, price or name')
    .action(async (decision: string, options: { out: string; contact: string; why: string }) => {
      const text = await ports.withStore(async (store) => {
        const loaded = await store.log.load(decision);
        if (!loaded) throw new DomainError('not-found', `There is no decision '${decision}' in this store.`);
        return renderSharedDecision(buildSharedDecision(recordOfEntries(loaded.entries), options));
      });
      await ports.files.write(options.out, text);
      ports.output.message(`Written: ${options.out}`);
    });
};
