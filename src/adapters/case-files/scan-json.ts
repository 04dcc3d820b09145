/**
 * Reads JSON text once, strictly, to say on which line it goes wrong. Who controls the text: whoever wrote the file.
 *
 * JSON.parse alone would not do: it names no line, keeps the last of two equal keys in silence, and turns a number with
 * too many digits into a near one. Each of these is refused, so that what is evaluated is what was written. So are a
 * nesting deeper than 64, the key __proto__, and strings that are not well-formed Unicode.
 */
export type TextFault = { readonly line: number; readonly message: string };

const DEEPEST = 64;
const MOST_DIGITS = 15;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

class Stop extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

export const findTextFault = (text: string): TextFault | null => {
  try {
    const end = skipSpace(text, scanValue(text, skipSpace(text, 0), 1));
    if (end < text.length) throw new Stop(end, 'the file should end here, but something follows.');
    return null;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const line = text.slice(0, error.at).split('\n').length;
    return {
      line,
      message: error.at >= text.length ? 'the file ends before it is complete.' : error.message,
    };
  }
};

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
    at += 1;
  }
  return at;
};

const scanValue = (text: string, at: number, depth: number): number => {
  const first = text[at];
  if (first === '{' || first === '[') {
    if (depth > DEEPEST) throw new Stop(at, `lists and objects are nested more than ${DEEPEST} deep.`);
    return first === '{' ? scanObject(text, at, depth) : scanList(text, at, depth);
  }
  if (first === '"') return scanString(text, at);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return at + word.length;
  return scanNumber(text, at);
};

const scanList = (text: string, from: number, depth: number): number => {
  let at = skipSpace(text, from + 1);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = skipSpace(text, scanValue(text, at, depth + 1));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw new Stop(at, 'a comma or ] is missing here.');
    at = skipSpace(text, at + 1);
    if (text[at] === ']') throw new Stop(at, 'a comma stands before ]; take it out.');
  }
};

const scanObject = (text: string, from: number, depth: number): number => {
  const keys = new Set<string>();
  let at = skipSpace(text, from + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') throw new Stop(at, 'a key in double quotes is missing here.');
    const end = scanString(text, at);
    const raw = text.slice(at, end);
    const key = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    if (key === '__proto__') throw new Stop(at, "the key '__proto__' is not allowed.");
    if (keys.has(key)) throw new Stop(at, `the key '${key}' stands twice in this object; keep one of them.`);
    keys.add(key);
    at = skipSpace(text, end);
    if (text[at] !== ':') throw new Stop(at, `a colon is missing after the key '${key}'.`);
    at = skipSpace(text, scanValue(text, skipSpace(text, at + 1), depth + 1));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw new Stop(at, 'a comma or } is missing here.');
    at = skipSpace(text, at + 1);
    if (text[at] === '}') throw new Stop(at, 'a comma stands before }; take it out.');
  }
};

const ESCAPES = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const scanString = (text: string, from: number): number => {
  let at = from + 1;
  let hasUnicodeEscape = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) throw new Stop(text.length, '');
    if (code < 32) throw new Stop(at, 'a string is not closed with " on its line.');
    if (code === 34) break;
    if (code !== 92) {
      at += 1;
      continue;
    }
    ESCAPES.lastIndex = at;
    const found = ESCAPES.exec(text)?.[0];
    if (!found)
      throw new Stop(
        at,
        'a backslash stands before a character that needs none; write \\\\ for a backslash.',
      );
    hasUnicodeEscape ||= found.length > 2;
    at += found.length;
  }
  if (hasUnicodeEscape && /\p{Surrogate}/u.test(JSON.parse(text.slice(from, at + 1)) as string)) {
    throw new Stop(from, 'a string holds half of a character (a lone \\u surrogate).');
  }
  return at + 1;
};

const scanNumber = (text: string, at: number): number => {
  NUMBER.lastIndex = at;
  const found = NUMBER.exec(text)?.[0];
  if (found === undefined) throw new Stop(at, 'a value is missing here, or stands without quotes.');
  const value = Number(found);
  const isWhole = /^-?[0-9]+$/.test(found);
  const digits = found
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '').length;
  if (isWhole ? !Number.isSafeInteger(value) : digits > MOST_DIGITS || !Number.isFinite(value)) {
    throw new Stop(at, `${found} has more digits than a number here can keep.`);
  }
  return at + found.length;
};
