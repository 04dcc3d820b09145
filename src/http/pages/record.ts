import { DOORS } from '../../core/decision/model/door.ts';
import type { DecisionPage } from '../page.ts';
import { ACT_TEXT } from '../act-words.ts';

/** The record, act by act, newest last: what happened, when, and by which role. */
export const recordPage: DecisionPage = {
  slug: 'record',
  doors: DOORS,
  template: 'pages/record',
  title: 'The record',
  build: ({ state, entries }) => ({
    wide: true,
    rows: entries.map(({ entry, hash, openings }) => {
      const person = state.people[entry.actor];
      const kept = entry.sections.length - Object.keys(openings).length;
      return {
        seq: entry.seq,
        at: entry.at,
        time: entry.at.slice(11, 16),
        what: ACT_TEXT[entry.act] ?? entry.act,
        who: person
          ? (person.name ?? 'Name erased')
          : entry.actor.startsWith('contributor')
            ? 'A contributor'
            : 'The service',
        kept: kept === 0 ? '' : `${kept} of ${entry.sections.length} parts not visible to you`,
        hash: hash.slice(0, 12),
      };
    }),
  }),
};
