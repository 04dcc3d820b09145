const PATH_STEPS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S', 'sh']);
const OPEN = '/Artifact BMC';
const CLOSE = 'EMC';

/**
 * Wraps whatever a page paints outside its tagged content in an artifact mark: page numbers, rules, shading.
 * Chromium writes one operation a line, with the operator last, so lines are enough: a text block is taken
 * whole, and a shape from the first line of its path. `isTagged` tells of a drawn object (by its resource name)
 * that carries tags of its own and must not be wrapped.
 */
export const markContentArtifacts = (content: string, isTagged: (name: string) => boolean): string => {
  const out: string[] = [];
  let depth = 0;
  let pathStart = -1;
  let textStart = -1;
  const wrapFrom = (start: number): void => {
    out.splice(start, 0, OPEN);
    out.push(CLOSE);
  };
  for (const line of content.split('\n')) {
    const operator = operatorOf(line);
    if (operator === 'BT' && depth === 0) textStart = out.length;
    if (PATH_STEPS.has(operator) && pathStart < 0) pathStart = out.length;
    out.push(line);
    if (operator === 'BDC' || operator === 'BMC') {
      depth += 1;
      textStart = -1;
    } else if (operator === 'EMC') depth -= 1;
    else if (operator === 'ET' && textStart >= 0) {
      wrapFrom(textStart);
      textStart = -1;
    } else if (operator === 'Do' && depth === 0) {
      if (!isTagged(drawnName(line))) wrapFrom(out.length - 1);
    } else if (PAINTS.has(operator) && depth === 0) wrapFrom(pathStart < 0 ? out.length - 1 : pathStart);
    if (!PATH_STEPS.has(operator)) pathStart = -1;
  }
  return out.join('\n');
};

/** 'BDC' of '/P <</MCID 0 >>BDC': the last word, which may follow a closing bracket without a space. */
const operatorOf = (line: string): string => /([A-Za-z*'"]+[01]?)\s*$/.exec(line)?.[1] ?? '';

const drawnName = (line: string): string => /\/(\S+)\s+Do\s*$/.exec(line)?.[1] ?? '';
