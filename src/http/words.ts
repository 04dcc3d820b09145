import type { MaybeHidden } from '../core/decision/model/state.ts';

/** A text that may be hidden from this reader, or erased: then the words that say so. */
export const hidden = (text: MaybeHidden<string> | undefined, otherwise: string): string => text ?? otherwise;
