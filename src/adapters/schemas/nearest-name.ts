/** The name that was probably meant: closest by single-letter edits, at most a third of the letters, or the same start. */
export const nearestName = (given: string, names: readonly string[]): string | undefined => {
  const wanted = given.slice(0, LONGEST).toLowerCase();
  const ranked = names
    .map((name) => ({ name, edits: editsBetween(wanted, name.toLowerCase()) }))
    .filter(
      ({ name, edits }) =>
        edits <= Math.max(1, Math.floor(name.length / 3)) || isStart(wanted, name.toLowerCase()),
    )
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.name;
};

const LONGEST = 64;

/** 'wieght' for weightBp: the unit left off, a letter or two out of place. */
const isStart = (wanted: string, name: string): boolean =>
  wanted.length >= 4 && editsBetween(wanted, name.slice(0, wanted.length)) <= 2;

const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
