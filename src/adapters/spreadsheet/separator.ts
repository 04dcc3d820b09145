const SEPARATORS = [';', '\t', ','] as const;
const LINES_LOOKED_AT = 20;

/** Excel's own way to say it: a first line 'sep=;', which it does not show. */
const SAID = /^sep=(.)\r?\n/i;

/**
 * What separates the columns: the sign that the first lines have equally often, and the more often, the more likely. A
 * decimal comma or a comma in a sentence comes and goes; a separator is in the headings as in every line below.
 */
export const findSeparator = (text: string): { readonly separator: string; readonly body: string } => {
  const said = SAID.exec(text);
  if (said) return { separator: said[1] ?? ',', body: text.slice(said[0].length) };
  const lines = firstLines(text);
  let best = { separator: ',', agreeing: 0, times: 0 };
  for (const separator of SEPARATORS) {
    const times = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    for (const count of new Set(times)) {
      const agreeing = times.filter((other) => other === count).length;
      if (agreeing > best.agreeing || (agreeing === best.agreeing && count > best.times)) {
        best = { separator, agreeing, times: count };
      }
    }
  }
  return { separator: best.separator, body: text };
};

/** The first lines without what stands in quotes. */
const firstLines = (text: string): readonly string[] =>
  text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
