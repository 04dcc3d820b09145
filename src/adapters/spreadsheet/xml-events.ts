import { damaged } from './refusals.ts';

export type XmlListener = {
  /** Names come without their prefix. `attribute` reads one by its name without prefix. */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Names are cut from a tag from left to right without looking back, so that no tag costs more than its length. */
const NAME = /[^\s/>]+/y;
const ATTRIBUTE = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * Reads XML from start to end in one pass and in constant memory. It knows no document type: nothing can be defined,
 * fetched or repeated by what the file says, so a file costs what its length costs.
 */
export const readXml = (bytes: Uint8Array, part: string, { open, close, text }: XmlListener): void => {
  const xml = decode(bytes, part);
  const openNames: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const sign = xml.indexOf('<', at);
    if (sign !== at) text(plain(xml.slice(at, sign < 0 ? xml.length : sign), part));
    if (sign < 0) break;
    if (xml.startsWith('<?', sign)) at = after(xml, '?>', sign, part);
    else if (xml.startsWith('<!--', sign)) at = after(xml, '-->', sign + 4, part);
    else if (xml.startsWith('<![CDATA[', sign)) {
      at = after(xml, ']]>', sign, part);
      text(xml.slice(sign + 9, at - 3));
    } else if (xml.startsWith('<!', sign)) {
      throw damaged(`${part} declares a document type, which no spreadsheet program writes`);
    } else {
      const end = tagEnd(xml, sign, part);
      const closing = xml[sign + 1] === '/';
      const inside = xml.slice(sign + (closing ? 2 : 1), end);
      NAME.lastIndex = 0;
      const written = NAME.exec(inside)?.[0] ?? '';
      const name = local(written);
      at = end + 1;
      if (closing) {
        if (openNames.pop() !== name) throw damaged(`${part} is not well formed`);
        close(name);
      } else {
        open(name, (wanted) => attribute(inside, written.length, wanted, part));
        if (inside.endsWith('/')) close(name);
        else openNames.push(name);
      }
    }
  }
  if (openNames.length > 0) throw damaged(`${part} ends too early`);
};

const after = (xml: string, end: string, from: number, part: string): number => {
  const at = xml.indexOf(end, from);
  if (at < 0) throw damaged(`${part} ends too early`);
  return at + end.length;
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const DOUBLE = '"'.charCodeAt(0);
const SINGLE = "'".charCodeAt(0);
const GREATER = '>'.charCodeAt(0);

/** Where a tag ends: the first '>' outside quotes. */
const tagEnd = (xml: string, from: number, part: string): number => {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === DOUBLE || code === SINGLE) quote = code;
    else if (code === GREATER) return at;
  }
  throw damaged(`${part} ends too early`);
};

const attribute = (inside: string, from: number, wanted: string, part: string): string | undefined => {
  ATTRIBUTE.lastIndex = from;
  for (let found = ATTRIBUTE.exec(inside); found; found = ATTRIBUTE.exec(inside)) {
    const [, name = '', double, single] = found;
    if (local(name) === wanted && !name.startsWith('xmlns')) return plain(double ?? single ?? '', part);
  }
  return undefined;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (raw: string, part: string): string =>
  raw.includes('&') || raw.includes('\r')
    ? raw.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,12});?/g, (_whole, name: string) => entity(name, part))
    : raw;

const entity = (name: string, part: string): string => {
  const known = ENTITIES[name];
  if (known !== undefined) return known;
  const code = /^#x[0-9a-f]+$/i.test(name)
    ? parseInt(name.slice(2), 16)
    : /^#[0-9]+$/.test(name)
      ? Number(name.slice(1))
      : NaN;
  if (!(code <= 0x10ffff)) throw damaged(`${part} uses a name that XML does not have`);
  return String.fromCodePoint(code);
};

const decode = (bytes: Uint8Array, part: string): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged(`${part} holds characters that cannot be read`);
  }
};
