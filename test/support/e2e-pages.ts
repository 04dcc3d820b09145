import { DECISION_PAGES, PLAIN_PAGES } from '../../src/http/pages/list.ts';
import type { Example } from './e2e-examples.ts';

/** Every page there is, by its address. Read from the list the service itself mounts, so a new page is in it at once. */
export const plainPaths = (): readonly string[] => PLAIN_PAGES.map(({ path }) => path);

/** Those that ask a visitor to sign in. */
export const closedPaths = (): readonly string[] =>
  PLAIN_PAGES.filter(({ signedIn }) => signedIn).map(({ path }) => path);

export const decisionPaths = ({ decision, criterion, poster }: Example): readonly string[] => {
  const base = `/decisions/${decision}`;
  const slugs = DECISION_PAGES.map(({ slug }) =>
    slug.replace(':criterion', criterion).replace(':poster', poster),
  );
  return [
    ...slugs.map((slug) => (slug === '' ? base : `${base}/${slug}`)),
    `${base}/report?edition=internal`,
  ];
};
