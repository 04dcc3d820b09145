/**
 * Signs with which a spreadsheet program takes the text of a csv cell for a formula. We write an apostrophe before them, and
 * one more where there is one already, so that reading can take off exactly the one that was put on.
 */
const SIGNS = '=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20';
const NEEDS_ONE = new RegExp(`^'*[${SIGNS}]`);
const HAS_ONE = new RegExp(`^'+[${SIGNS}]`);

export const guardFormula = (text: string): string => (NEEDS_ONE.test(text) ? `'${text}` : text);

export const unguardFormula = (text: string): string => (HAS_ONE.test(text) ? text.slice(1) : text);
