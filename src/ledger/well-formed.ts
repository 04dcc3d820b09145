/** False when the text holds half of a surrogate pair, which is no character and has no UTF-8. */
export const isWellFormed = (text: string): boolean =>
  !/[\ud800-\udfff]/.test(text) || !/\p{Surrogate}/u.test(text);
