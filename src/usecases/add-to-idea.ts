import { SAME_HERE } from '../core/decision/idea/idea-words.ts';
import type { ContributionKind } from '../core/decision/model/contribution.ts';
import { digestText } from '../ledger/digest.ts';
import type { Account } from './account.ts';
import { contributeOnPage } from './contribute.ts';
import type { ActPorts } from './perform-act.ts';
import { readIdea } from './read-idea.ts';

export type AddRequest = {
  readonly kind: ContributionKind;
  /** May be empty for 'same-here': then it says just that. */
  readonly text: string;
  readonly role: string;
  readonly team: string;
  readonly hasSupplierLink: boolean;
  readonly requestKey: string;
};

/** Something a signed-in colleague adds to an idea that is open to them. The receipt is theirs to keep. */
export const addToIdea = async (
  ports: ActPorts,
  account: Account,
  idea: string,
  { requestKey, ...request }: AddRequest,
): Promise<{ readonly receipt: string }> => {
  const { state } = await readIdea(ports, account, idea);
  return contributeOnPage(ports, state.id, {
    ...request,
    text: request.kind === 'same-here' && request.text === '' ? SAME_HERE : request.text,
    name: account.name,
    wantsCredit: false,
    formKey: digestText(`counterweight/add/1\n${account.id}\n${state.id}\n${requestKey}`).slice(0, 32),
  });
};
