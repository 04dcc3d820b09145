import { DECISION_PAGES, PLAIN_PAGES } from '../../src/http/pages/list.ts';
import type { Example } from './e2e-examples.ts';

/** Every page there is, by its address. Read from the list the service itself mounts, so a new page is in it at once. */
export const plainPaths = (): readonly string[] => PLAIN_PAGES.map(({ path }) => path);

/** Those that ask a visitor to sign in. */
export const closedPaths = (): readonly string[] =>
  PLAIN_PAGES.filter(({ signedIn }) => signedIn).map(({ path }) => path);

/** Those that the example's door has; the others lead to its home. */
export const decisionPaths = ({ decision, criterion, poster, door }: Example): readonly string[] => {
  const base = `/decisions/${decision}`;
  const pages = DECISION_PAGES.filter(({ doors = ['full'] }) => doors.includes(door));
  const slugs = pages.map(({ slug }) => slug.replace(':criterion', criterion).replace(':poster', poster));
  return [
    ...slugs.map((slug) => (slug === '' ? base : `${base}/${slug}`)),
    ...(door === 'full' ? [`${base}/report?edition=internal`] : []),
  ];
};
