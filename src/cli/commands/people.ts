import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { DomainError } from '../../core/errors.ts';
import { ACCOUNT_ROLES, findAccountByEmail } from '../../usecases/account.ts';
import type { AccountRole } from '../../usecases/account.ts';
import { createApiToken } from '../../usecases/api-token.ts';
import { groupCode } from '../../usecases/secrets.ts';
import { issueSignIn } from '../../usecases/sign-in.ts';
import type { CommandPorts } from '../ports.ts';

const parseRole = (typed: string): AccountRole => {
  const role = ACCOUNT_ROLES.find((one) => one === typed);
  if (!role) throw new InvalidArgumentError(`Give one of ${ACCOUNT_ROLES.join(', ')}.`);
  return role;
};

export const addPeople = (program: Command, ports: CommandPorts): void => {
  program
    .command('token')
    .description('API tokens')
    .command('create')
    .requiredOption('--email <email>', 'whose token')
    .requiredOption('--role <role>', `one of ${ACCOUNT_ROLES.join(', ')}`, parseRole)
    .description('print an API token; it is shown only once')
    .action(async (options: { email: string; role: AccountRole }) => {
      const { token } = await ports.withStore((store) => createApiToken(store, options));
      ports.output.result(token);
    });
  program
    .command('sign-in')
    .requiredOption('--email <email>', 'who signs in')
    .description('print a one-time sign-in link for an existing account')
    .action(async (options: { email: string }) => {
      const link = await ports.withStore(async (store) => {
        const account = await findAccountByEmail(store, options.email);
        if (!account)
          throw new DomainError('not-found', `There is no account with the address ${options.email}.`);
        const { token, code } = await issueSignIn(store, account, null);
        return { url: `${store.baseUrl}/sign-in/link#${token}`, code };
      });
      ports.output.result(link.url);
      ports.output.message(`Or type this code on the sign-in page: ${groupCode(link.code, 5)}`);
    });
};
