const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count in a sentence: words up to nine, then figures. Anything but a whole number is in figures. */
export const countWords = (count: number): string => WORDS[count] ?? String(count);
