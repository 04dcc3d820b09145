import type { Command } from 'commander';
import { verifyFile } from '../../usecases/verify-file.ts';
import { EXIT, Exit } from '../output.ts';
import type { CommandPorts } from '../ports.ts';

export const addVerify = (program: Command, ports: CommandPorts): void => {
  program
    .command('verify')
    .argument('<file>', 'a ledger export (.json) or a decision PDF')
    .option('--json', 'for machines')
    .description(
      'say whether a decision is intact, or every fault in it; the pages of a PDF are compared with a fresh print',
    )
    .action(async (file: string, options: { json?: boolean }) => {
      const verdict = await verifyFile(ports, await ports.files.read(file));
      ports.output.result(options.json ? JSON.stringify(verdict) : verdict.lines.join('\n'));
      for (const remark of verdict.remarks) ports.output.message(remark);
      if (!verdict.intact) throw new Exit(EXIT.faulty);
    });
};
