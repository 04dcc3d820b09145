import { plainWords } from './plain-words.ts';

/** Words for passing and failing, as `plainWords` writes them, in the five languages of the headings. */
const PASS: ReadonlySet<string> = new Set([
  ...['pass', 'passed', 'met', 'yes', 'y', 'compliant', 'oui', 'conforme', 'satisfait', 'bestanden'],
  ...['erfullt', 'ja', 'llwyddo', 'llwyddiant', 'pasio', 'ydy', 'si', 'cumple', 'apto'],
]);
const FAIL: ReadonlySet<string> = new Set([
  ...['fail', 'failed', 'not met', 'no', 'non compliant', 'non', 'non conforme', 'nicht bestanden'],
  ...['nicht erfullt', 'nein', 'methu', 'methiant', 'no cumple', 'no apto'],
]);
/** What stands for a weight where a question only passes or fails. */
const SAYS_GATE: ReadonlySet<string> = new Set([
  ...['pass fail', 'p f', 'pass or fail', 'mandatory', 'gate', 'eliminatoire', 'oui non', 'obligatoire'],
  ...[
    'ausschlusskriterium',
    'ja nein',
    'k o',
    'ko',
    'bestanden nicht bestanden',
    'llwyddo methu',
    'gorfodol',
  ],
  ...['eliminatorio', 'si no', 'obligatorio', 'cumple no cumple'],
]);

/** True for pass, false for fail, undefined for what is neither. */
export const answerOf = (text: string): boolean | undefined => {
  const words = plainWords(text);
  return PASS.has(words) ? true : FAIL.has(words) ? false : undefined;
};

export const saysGate = (weight: string): boolean => SAYS_GATE.has(plainWords(weight));
