import type { Report } from './check-shape.ts';
import { GENESIS_PREV, HASH } from './entry.ts';

/** What an entry says about its place in the chain, with the hash stated beside it and the hash worked out. */
export type Link = {
  readonly path: string;
  readonly seq: number;
  readonly prev: unknown;
  readonly statedHash: unknown;
  readonly hash: string | undefined;
};

/**
 * Whether the entries are 1, 2, 3 ... in that order and each names the one before. Entries are matched by number, so
 * that one entry out of place is reported as that and not as a row of broken links. No fault here means: in order,
 * none missing, none twice, every link right.
 */
export const checkOrder = (links: readonly Link[], report: Report): void => {
  const seen = new Set<number>();
  let highest = 0;
  for (const { path, seq } of links) {
    const place = { path: `${path}/entry/seq`, seq };
    if (seen.has(seq))
      report({ code: 'reused-seq', ...place, message: `There is more than one entry ${seq}.` });
    else if (seq < highest)
      report({ code: 'swapped-order', ...place, message: `Entry ${seq} stands after entry ${highest}.` });
    seen.add(seq);
    highest = Math.max(highest, seq);
  }
  reportGaps(seen, report);
  checkLinks(links, report);
};

const reportGaps = (seen: ReadonlySet<number>, report: Report): void => {
  let last = 0;
  for (const seq of [...seen].sort((a, b) => a - b)) {
    if (seq > last + 1) {
      const which = seq === last + 2 ? `Entry ${last + 1} is` : `Entries ${last + 1} to ${seq - 1} are`;
      report({ code: 'missing-entry', path: '/entries', seq: last + 1, message: `${which} not here.` });
    }
    last = seq;
  }
};

/**
 * A link holds when it names the hash of an entry with the number before, as stated or as worked out: where these two
 * differ, that is the fault of the earlier entry and is reported there.
 */
const checkLinks = (links: readonly Link[], report: Report): void => {
  const hashes = new Map<number, Set<unknown>>();
  for (const { seq, statedHash, hash } of links) {
    hashes.set(seq, (hashes.get(seq) ?? new Set()).add(statedHash).add(hash));
  }
  for (const { path, seq, prev } of links) {
    if (typeof prev !== 'string' || !HASH.test(prev)) continue; // Reported as a hash of the wrong form.
    const place = { path: `${path}/entry/prev`, seq };
    if (seq === 1) {
      if (prev !== GENESIS_PREV)
        report({ code: 'wrong-genesis', ...place, message: 'The first entry follows 64 zeros.' });
    } else if (hashes.get(seq - 1)?.has(prev) === false) {
      report({
        code: 'broken-link',
        ...place,
        message: `This does not follow entry ${seq - 1} as it stands here.`,
      });
    }
  }
};
