/** The methods by name; TOPSIS always with the measure it used, since the two can disagree. */
export const TOPSIS_WORDS = {
  vector: 'TOPSIS with vector normalisation',
  minMax: 'TOPSIS with min-max normalisation',
} as const;

/**
 * One method's first place beside the published method's. Example: "TOPSIS with vector normalisation puts B first, where
 * the published method puts A first."
 */
export const opinionSentence = (
  method: string,
  first: readonly string[],
  stated: readonly string[],
  nameOf: (id: string) => string,
): string => {
  if (first.length === 0) return `${method} cannot tell the options apart.`;
  const isSame = first.length === stated.length && first.every((id) => stated.includes(id));
  if (isSame) return `${method} puts ${placeOf(first, nameOf)}, as the published method does.`;
  return `${method} puts ${placeOf(first, nameOf)}, where the published method puts ${placeOf(stated, nameOf)}.`;
};

const placeOf = (ids: readonly string[], nameOf: (id: string) => string): string => {
  const names = ids.map(nameOf);
  const words =
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return names.length < 2 ? `${words} first` : `${words} level in the first place`;
};
