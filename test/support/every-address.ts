import { listEndpoints } from '../../src/http/api/routes.ts';
import { DECISION_PAGES, PLAIN_PAGES } from '../../src/http/pages/list.ts';
import type { Services } from '../../src/http/services.ts';
import { DECISION } from './record-acts.ts';

/** Every address that answers a GET, made from the lists that make the routes: a new page is crawled without a word here. */
const fill = (path: string, values: Readonly<Record<string, string>>): readonly string[] => {
  const name = /[:{](\w+)\}?/.exec(path)?.[1];
  if (!name) return [path];
  const options = (values[name] ?? 'none').split(' ');
  return options.flatMap((value) => fill(path.replace(/[:{]\w+\}?/, value), values));
};

export const VALUES: Readonly<Record<string, string>> = {
  ...{
    decision: DECISION,
    criterion: 'fit ease',
    poster: 'NOSUCH00',
    rubric: 'small-buy',
    account: 'none',
    link: 'none',
  },
};

export const plainAddresses = (): readonly string[] => PLAIN_PAGES.map(({ path }) => path);

export const decisionAddresses = (values = VALUES): readonly string[] => [
  ...DECISION_PAGES.flatMap(({ slug }) => fill(`/decisions/:decision/${slug}`.replace(/\/$/, ''), values)),
  `/decisions/${DECISION}/report?edition=internal`,
  ...['shareable.json', 'internal.json'].map((file) => `/decisions/${DECISION}/files/${file}`),
  ...['marking-sheet.xlsx', 'marking-sheet.csv', 'agreed-marks.xlsx', 'agreed-marks.csv'].map(
    (file) => `/decisions/${DECISION}/sheets/${file}`,
  ),
];

/** Those of the API, without the PDF, which has tests of its own. */
export const apiAddresses = (values = VALUES): readonly string[] => {
  const endpoints = listEndpoints({ rubricSchema: {}, version: '' } as Services);
  const paths = endpoints
    .filter(({ method, path }) => method === 'get' && !path.endsWith('.pdf'))
    .map(({ path }) => path);
  return paths.flatMap((path) =>
    fill(path, values).flatMap((one) =>
      /export$|report\.html$/.test(one) ? [`${one}?edition=internal`, `${one}?edition=shareable`] : [one],
    ),
  );
};
