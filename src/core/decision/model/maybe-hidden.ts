/** Withheld from this reader or erased: then it is null, and the page says so. */
export type MaybeHidden<T> = T | null;
