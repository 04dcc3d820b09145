/**
 * What other people's weights would change, in plain sentences. The question: does who comes first depend on whose
 * weights are used?
 *
 * Limits: about the first place alone. The published weights decide; these sentences never do.
 * Examples: "With the frontline's weights B is first instead of A." "All 3 weight sets put A first."
 */
export type FirstPlaces = {
  readonly title: string;
  readonly who: string | null;
  /** Ids that share the first rank with these weights. */
  readonly first: readonly string[];
};

type NameOf = (id: string) => string;

const weightsWords = ({ title, who }: FirstPlaces): string => {
  if (who === null) return `the weights '${title}'`;
  return `${who}${who.endsWith('s') ? "'" : "'s"} weights`;
};

const joined = (ids: readonly string[], nameOf: NameOf): string => {
  const names = ids.map(nameOf);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** `stated`: the ids that share the first rank with the published weights. */
export const buildSetSentence = (set: FirstPlaces, stated: readonly string[], nameOf: NameOf): string => {
  const opening = `With ${weightsWords(set)}`;
  const [winner, ...level] = set.first;
  if (winner === undefined) return `${opening} no option is first.`;
  if (level.length > 0) {
    const also = isSame(set.first, stated) ? ', as with the published weights' : '';
    return `${opening} the first place is shared by ${joined(set.first, nameOf)}${also}.`;
  }
  if (isSame(set.first, stated))
    return `${opening} ${nameOf(winner)} is first, as with the published weights.`;
  if (stated.length === 1)
    return `${opening} ${nameOf(winner)} is first instead of ${joined(stated, nameOf)}.`;
  return `${opening} ${nameOf(winner)} alone is first.`;
};

/** All sets together; '' without any. */
export const buildSetsSentence = (
  sets: readonly FirstPlaces[],
  stated: readonly string[],
  nameOf: NameOf,
): string => {
  if (sets.length === 0) return '';
  if (stated.length === 0) return 'No option is in the ranking, so no weights put one first.';
  const same = sets.filter(({ first }) => isSame(first, stated));
  const place =
    stated.length === 1
      ? `${joined(stated, nameOf)} first`
      : `${joined(stated, nameOf)} level in the first place`;
  const all = sets.length;
  if (same.length === all) {
    return all === 1 ? `The one weight set puts ${place}, too.` : `All ${all} weight sets put ${place}.`;
  }
  const others = sets
    .filter(({ first }) => !isSame(first, stated))
    .map((set) => buildSetSentence(set, stated, nameOf));
  if (same.length === 0) return others.join(' ');
  const verb = same.length === 1 ? 'puts' : 'put';
  return [...others, `${same.length} of the ${all} weight sets ${verb} ${place}.`].join(' ');
};
