import { isCarried } from '../core/decision/editions.ts';
import type { SectionType } from '../core/decision/model/act.ts';
import type { ReportInput } from './input.ts';

export const WITHHELD = 'Withheld in this edition';
export const ERASED = 'Erased';
export const UNSEEN = 'Not yet visible to you';

/** Where a text stands in the ledger; known for what can be erased. */
export type Place = { readonly seq: number | undefined; readonly section: string };

/**
 * The one place that says why a text is not there. Names and the team's own texts are never hidden from anybody, so a
 * missing one was erased; what this edition leaves out is withheld; anything else waits for its time.
 */
export const hiddenWords = (input: ReportInput, type: SectionType, place?: Place): string => {
  if (place && input.ledger?.erased.has(`${place.seq}/${place.section}`)) return ERASED;
  if (!isCarried(input.edition, type)) return WITHHELD;
  return type === 'name' || type === 'text' ? ERASED : UNSEEN;
};

/** The text, or the words that say why it is not there. */
export const shown = (input: ReportInput, value: string | null, type: SectionType, place?: Place): string =>
  value ?? hiddenWords(input, type, place);

/** True when this edition leaves the whole class out. */
export const isWithheld = (input: ReportInput, type: SectionType): boolean => !isCarried(input.edition, type);

/** The last entry in which this person did this act. */
export const seqOfAct = (input: ReportInput, act: string, actor: string): number | undefined =>
  input.state.timeline.filter((item) => item.act === act && item.actor === actor).at(-1)?.seq;
