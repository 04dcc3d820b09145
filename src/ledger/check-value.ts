import { DomainError } from '../core/errors.ts';
import type { Fault, Json } from '../core/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { MAX_VALUE_DEPTH } from './entry.ts';
import { checkText } from './ledger-text.ts';

/** What keeps a value from being recorded as a section, each with its place in the value. */
export const checkValue = (value: Json): Fault[] => {
  if (nestsDeeper(value, MAX_VALUE_DEPTH)) {
    return [{ path: '', message: `The value nests deeper than ${MAX_VALUE_DEPTH} levels.` }];
  }
  try {
    canonicalJson(value);
  } catch (error) {
    if (error instanceof DomainError) return [...error.faults];
    throw error;
  }
  return checkText(value, true);
};

/** A list or object is one level, what it holds is the next. Stops looking at the limit. */
export const nestsDeeper = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inside) => nestsDeeper(inside, levels - 1));
};
