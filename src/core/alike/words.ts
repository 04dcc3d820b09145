/**
 * The words of a text as they are compared: small letters without accents, no punctuation, no little words, and one
 * form of each word. Words of every complaint ('cannot', 'never') are little words, too: they do not say what it is about.
 *
 * Stemming is light on purpose: plural, -ing and -ed, in English. It merges "scanners" and "scanner", "waiting" and
 * "waited"; it does not know that "ran" is "run".
 *
 * Example (the spec runs it): 'The nurses were WAITING for café orders.' gives nurs, wait, cafe, order.
 */
const LITTLE_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be been before being but by can could did do does doing for from ' +
    'get gets getting got had has have having he her here him his how i if in into is it its just me more most much ' +
    'must my no not of off on one only or other our out over own per she should so some such than that the their ' +
    'them then there these they this those through to too up us very was we were what when where which while who ' +
    'why will with would you your ' +
    'again always cannot every everybody need needs never nobody nothing somebody want wants'
  ).split(' '),
);

const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Small letters without accents. */
export const plainText = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();

export const wordsOf = (text: string): readonly string[] =>
  [...plainText(text.replace(/['’]s?\b/gu, ' ')).matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => !LITTLE_WORDS.has(word))
    .map(stem);

const VOWEL = /[aeiouy]/;

/** One form of a word: 'trolleys', 'tagging', 'ordered' become 'trolley', 'tag', 'order'. */
export const stem = (word: string): string => {
  const one = singular(word);
  for (const ending of ['ing', 'ed']) {
    const before = one.slice(0, -ending.length);
    if (!one.endsWith(ending) || before.length < 3 || !VOWEL.test(before)) continue;
    return withoutDouble(before);
  }
  return one.length > 4 && one.endsWith('e') ? one.slice(0, -1) : one;
};

const singular = (word: string): string => {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(sses|xes|ches|shes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
};

/** 'tagg' from 'tagging' is 'tag'; 'fill' and 'pass' stay. */
const withoutDouble = (word: string): string =>
  /([^aeioulsz])\1$/.test(word) ? word.slice(0, -1) : word.endsWith('e') ? word.slice(0, -1) : word;
