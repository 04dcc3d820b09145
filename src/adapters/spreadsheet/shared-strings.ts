import { unescapeText } from './escaped-text.ts';
import { readXml } from './xml-events.ts';

/** Texts that cells point to by number. Pieces of one text in several fonts are joined; reading aids above the text are not part of it. */
export const readSharedStrings = (bytes: Uint8Array): readonly string[] => {
  const strings: string[] = [];
  let [current, inText, inAid] = ['', false, false];
  readXml(bytes, 'the part with texts', {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inAid = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
    },
    text: (text) => {
      if (inText && !inAid) current += text;
    },
  });
  return strings;
};
