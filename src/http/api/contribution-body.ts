import { flag, oneOf, text } from '../../core/decision/model/schema.ts';
import { CONTRIBUTION_KINDS } from '../../core/decision/voice/contribution-kinds.ts';
import { newId } from '../../usecases/secrets.ts';
import type { ContributionRequest } from '../../usecases/contribute.ts';
import type { Call } from './endpoint.ts';

/** What is said, by whichever way it comes in. */
export const SAID_REQUIRED = {
  kind: oneOf(CONTRIBUTION_KINDS, 'What kind of thing it is'),
  text: text('The words'),
  name: text('Name', 200),
  role: text('Role', 200),
  team: text('Team or ward', 200),
  hasSupplierLink: flag('True when the writer, or someone close, has a link with a supplier'),
};

export const SAID_OPTIONAL = {
  wantsCredit: flag('True to be thanked by name in the record'),
  formKey: {
    type: 'string',
    pattern: '^[0-9a-f]{32}$',
    description: '128 random bits; sent again, the same receipt',
  },
};

export const saidIn = (call: Call): ContributionRequest => {
  const said = call.body as Omit<ContributionRequest, 'wantsCredit' | 'formKey'> &
    Partial<ContributionRequest>;
  const { kind, name, role, team, hasSupplierLink, wantsCredit = false, formKey } = said;
  const about = { name, role, team, hasSupplierLink, wantsCredit };
  return { kind, text: said.text, ...about, formKey: formKey ?? newId(call.services.random) };
};
