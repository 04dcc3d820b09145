import { plainWords } from './plain-words.ts';
import { FILLERS, ROLE_WORDS } from './role-words.ts';

const SAY_TOTAL: readonly string[] = [...ROLE_WORDS.total].sort((a, b) => b.length - a.length);

/** What may stand beside 'Total' without making a question of it: 'Total score for quality (out of 100)'. */
const BESIDE: ReadonlySet<string> = new Set(
  [...ROLE_WORDS.mark, ...ROLE_WORDS.weight, ...ROLE_WORDS.scale]
    .flatMap((phrase) => phrase.split(' '))
    .concat([
      'percentage',
      'overall',
      'all',
      'grand',
      'sub',
      'panel',
      'check',
      'and',
      'gesamt',
      'global',
      'bp',
    ]),
);

/**
 * True for a row that sums up others: 'Total', 'Zwischensumme', 'Moyenne', 'Total for Quality' where Quality is a group.
 * A question that begins so, such as 'Total cost of ownership', is none.
 */
export const saysTotal = (text: string, groups: readonly string[]): boolean => {
  const words = plainWords(text);
  const phrase = SAY_TOTAL.find((one) => ` ${words} `.includes(` ${one} `));
  if (phrase === undefined) return false;
  let rest = ` ${words} `.replace(` ${phrase} `, '  ');
  for (const group of groups) if (group !== '') rest = rest.replace(` ${group} `, '  ');
  return rest
    .split(' ')
    .filter(Boolean)
    .every((word) => FILLERS.has(word) || BESIDE.has(word) || /^\d+$/.test(word) || SAY_TOTAL.includes(word));
};
