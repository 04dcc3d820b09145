import { renderReportHtml } from '../../usecases/render-report.ts';
import type { DecisionPage } from '../page.ts';
import { parseEdition } from './documents.ts';

/** The twin of the PDF: the same content as a page. */
export const reportPage: DecisionPage = {
  slug: 'report',
  template: 'report/page',
  title: 'The decision',
  build: async (view, { services, request }) => {
    const edition = parseEdition(request.query['edition']);
    return { wide: true, edition, body: await renderReportHtml(services, view, edition) };
  },
};
