import type { DecisionState } from '../core/decision/model/state.ts';
import type { Account } from '../usecases/account.ts';
import { findAlikeItems } from '../usecases/find-alike.ts';
import { loadNeedDraft } from '../usecases/idea-need-draft.ts';
import { alikeRows } from './idea-form.ts';
import type { Services } from './services.ts';

/** Beside the need, for its lead: the words of the idea it came from, and what is about the same thing. */
export const besideNeed = async (
  services: Services,
  account: Account,
  state: DecisionState,
): Promise<object> => {
  const draft = await loadNeedDraft(services, account, state);
  const problem = state.need?.problem ?? draft?.problem ?? '';
  const found =
    problem === ''
      ? []
      : await findAlikeItems(services, account, `${state.title ?? ''} ${problem}`, state.id);
  return { draft, alike: alikeRows(found.filter(({ id }) => id !== state.fromIdea)) };
};
