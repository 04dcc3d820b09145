import { ACTS } from '../core/decision/registry.ts';

/** 'marks-sealed' as 'Marks sealed': the act's own name is plain enough to be its words. */
export const ACT_TEXT: Readonly<Record<string, string>> = Object.fromEntries(
  ACTS.map(({ act }) => {
    const words = act.replace(/-/g, ' ');
    return [act, words.charAt(0).toUpperCase() + words.slice(1)];
  }),
);
