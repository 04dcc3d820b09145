import { hasAgreedMarks } from '../../usecases/agreed-marks.ts';
import type { DecisionPage } from '../page.ts';

/** Shareable first: the copy that may leave the room. Internal is marked commercial. */
export const downloadPage: DecisionPage = {
  slug: 'download',
  template: 'pages/download',
  title: 'Download and verify',
  build: ({ state }) => ({
    isFinal: state.outcome?.status === 'approved' || state.outcome?.status === 'declined',
    base: `/decisions/${state.id}`,
    hasAgreedMarks: hasAgreedMarks(state),
  }),
};
