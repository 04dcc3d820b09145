const LONGEST = 31;

/** Names as spreadsheet programs allow them: without []:*?/\, at most 31 characters, each different whatever the case. */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet';
    let chosen = plain.slice(0, LONGEST);
    for (let next = 2; taken.has(chosen.toLowerCase()); next += 1) {
      const end = ` (${next})`;
      chosen = plain.slice(0, LONGEST - end.length) + end;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
};
