/** One operation of a content stream: its operator and, as written, what came before it. */
export type Operation = { readonly operator: string; readonly operands: readonly string[] };

const isOperand = (token: string): boolean => /^[/([<\d+.-]/.test(token) || /^(true|false|null)$/.test(token);

/** Splits a content stream by the rules of PDF syntax (strings, dictionaries, arrays), not by lines. */
export const listOperations = (content: string): readonly Operation[] => {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let at = 0;
  while (at < content.length) {
    const token = nextToken(content, at);
    at = token.end;
    if (token.text === '') continue;
    if (isOperand(token.text)) operands.push(token.text);
    else {
      operations.push({ operator: token.text, operands });
      operands = [];
    }
  }
  return operations;
};

const nextToken = (content: string, start: number): { text: string; end: number } => {
  const first = content[start] ?? '';
  if (/\s/.test(first)) return { text: '', end: start + 1 };
  if (first === '%') return { text: '', end: endOf(content, start, /[\r\n]/g) };
  if (first === '(') return between(content, start, '(', ')', 1);
  if (content.startsWith('<<', start)) return between(content, start, '<<', '>>', 2);
  if (first === '<')
    return {
      text: content.slice(start, content.indexOf('>', start) + 1),
      end: content.indexOf('>', start) + 1,
    };
  if (first === '[') return between(content, start, '[', ']', 1);
  const end = endOf(content, start + 1, /[\s()<>[\]/%]/g);
  return { text: content.slice(start, end), end };
};

const endOf = (content: string, from: number, stop: RegExp): number => {
  stop.lastIndex = from;
  return stop.exec(content)?.index ?? content.length;
};

/** A bracketed stretch, brackets inside it counted, an escaped one not. */
const between = (
  content: string,
  start: number,
  open: string,
  close: string,
  width: number,
): { text: string; end: number } => {
  let depth = 0;
  let at = start;
  while (at < content.length) {
    if (content[at] === '\\') at += 2;
    else if (content.startsWith(open, at)) {
      depth += 1;
      at += width;
    } else if (content.startsWith(close, at)) {
      depth -= 1;
      at += width;
      if (depth === 0) break;
    } else at += 1;
  }
  return { text: content.slice(start, at), end: at };
};
