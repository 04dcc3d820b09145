import { DomainError } from '../../core/errors.ts';
import { object, oneOf, text } from '../../core/decision/model/schema.ts';
import { ACCOUNT_ROLES, ensureAccount, loadAccounts } from '../../usecases/account.ts';
import type { AccountRole } from '../../usecases/account.ts';
import { loadOrganisation, saveOrganisation } from '../../usecases/organisation.ts';
import type { Organisation } from '../../usecases/organisation.ts';
import { issueSignIn } from '../../usecases/sign-in.ts';
import type { Call, Endpoint } from './endpoint.ts';

const assertAdministrator = (call: Call): void => {
  if (!call.account().roles.includes('administrator'))
    throw new DomainError('not-allowed', 'Only an administrator can do this.');
};

const DONE = { status: 200, description: 'Done' };
const LINK_ANSWER = { status: 201, description: 'The link and its short code, shown once' };

export const ACCOUNT_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/organisation',
    summary: 'What is set for the organisation: its name and its limit for quick records, in pence',
    tag: 'Accounts',
    needsToken: true,
    answer: DONE,
    refusals: [],
    handle: async (call) => {
      call.account();
      return { json: await loadOrganisation(call.services) };
    },
  },
  {
    method: 'put',
    path: '/api/organisation',
    summary:
      'Set the name of the organisation and its limit for quick records; null for no limit (administrator)',
    tag: 'Accounts',
    needsToken: true,
    body: object({
      name: { type: 'string', maxLength: 200, description: 'Its name; may be empty' },
      quickLimitPence: {
        type: ['integer', 'null'],
        minimum: 1,
        maximum: 1_000_000_000_000,
        description: 'The most that may be bought on a quick record over its whole term, in pence',
      },
    }),
    answer: DONE,
    refusals: ['not-allowed'],
    handle: async (call) => {
      await saveOrganisation(call.services, call.account(), call.body as Organisation);
      return { json: await loadOrganisation(call.services) };
    },
  },
  {
    method: 'get',
    path: '/api/accounts',
    summary: 'The accounts of this service (administrator)',
    tag: 'Accounts',
    needsToken: true,
    answer: DONE,
    refusals: ['not-allowed'],
    handle: async (call) => {
      assertAdministrator(call);
      return { json: { accounts: await loadAccounts(call.services) } };
    },
  },
  {
    method: 'post',
    path: '/api/accounts',
    summary: 'Make an account, or give it a role (administrator)',
    tag: 'Accounts',
    needsToken: true,
    body: object(
      { email: text('Work email address', 254), name: text('Name', 200) },
      { role: oneOf(ACCOUNT_ROLES, 'A role') },
    ),
    answer: { status: 201, description: 'The account' },
    refusals: ['not-allowed', 'already-done'],
    handle: async (call) => {
      assertAdministrator(call);
      return {
        json: await ensureAccount(
          call.services,
          call.body as { email: string; name: string; role?: AccountRole },
        ),
      };
    },
  },
  {
    method: 'post',
    path: '/api/accounts/{account}/sign-in-links',
    summary: 'Make a one-time sign-in link for an account (administrator)',
    tag: 'Accounts',
    needsToken: true,
    answer: LINK_ANSWER,
    refusals: ['not-allowed', 'not-found'],
    handle: async (call) => {
      assertAdministrator(call);
      const account = (await loadAccounts(call.services)).find((one) => one.id === call.params['account']);
      if (!account) throw new DomainError('not-found', 'There is no such account.');
      const { token, code } = await issueSignIn(call.services, account, null);
      return { json: { link: `${call.services.baseUrl}/sign-in/link#${token}`, code } };
    },
  },
];
