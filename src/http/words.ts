import type { Role } from '../core/decision/model/roles.ts';
import type { MaybeHidden } from '../core/decision/model/maybe-hidden.ts';

/** A text that may be hidden from this reader, or erased: then the words that say so. */
export const hidden = (text: MaybeHidden<string> | undefined, otherwise: string): string => text ?? otherwise;

const ROLE_IN_A_SENTENCE: Readonly<Record<Role, string>> = {
  lead: 'the lead',
  commercial: 'the commercial colleague',
  panel: 'a panel member',
  frontline: 'a trial user',
  approver: 'the approver',
  auditor: 'the auditor',
};

/** 'the lead and a panel member', to follow 'You are'. */
export const rolesInWords = (roles: readonly Role[]): string => {
  const words = roles.map((role) => ROLE_IN_A_SENTENCE[role]);
  const last = words.at(-1) ?? 'named on it';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
};
