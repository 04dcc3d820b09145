import type { ContributionKind, Fate } from '../core/decision/model/state.ts';

export const KIND_WORDS: Readonly<Record<ContributionKind, string>> = {
  need: 'What the work needs',
  worry: 'A worry',
  idea: 'An idea',
  'matters-most': 'What matters most',
  question: 'A question',
  requirement: 'Something to put in the contract',
};

export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  'changed-rubric': 'It changed the rubric',
  'changed-need': 'It changed the need',
  'contract-requirement': 'It became a contract requirement',
  'trial-evidence': 'It counted as trial evidence',
  'considered-not-used': 'It was considered and not used, because',
  'out-of-scope': 'It is out of scope, because',
  'passed-on': 'It was passed to the right channel; the text was not kept',
  'set-aside': 'It was set aside; two people agreed',
};
