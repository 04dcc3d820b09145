import { DomainError } from '../../core/errors.ts';
import { hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { loadCampaign } from '../../usecases/campaign.ts';
import { groupCode } from '../../usecases/secrets.ts';
import { DOORS } from '../../core/decision/model/door.ts';
import type { DecisionPage } from '../page.ts';

/** A printable page with a QR code. It asks about the work, names no bidder, and says how to come without a phone. */
export const posterPage: DecisionPage = {
  slug: 'posters/:poster',
  doors: DOORS,
  template: 'pages/poster',
  title: 'Poster',
  build: async ({ state, viewer }, { services, request }) => {
    const poster = await loadCampaign(services, String(request.params['poster']));
    if (poster?.decision !== state.id || !hasRole(viewer, 'lead'))
      throw new DomainError('not-found', 'There is no such poster.');
    const isIdea = state.door === 'idea';
    const link = `${services.baseUrl}/join#${poster.code}`;
    return {
      question:
        state.listening?.question ?? (isIdea ? 'Do you have this, too?' : 'What does your work need?'),
      isIdea,
      decisionTitle: state.title ?? '',
      code: groupCode(poster.code),
      until: poster.until,
      cancelled: poster.cancelled,
      isOver: isDecided(state),
      qr: services.qrSvg(link, `QR code of ${services.baseUrl}/join`),
      address: `${services.baseUrl}/join`,
      reachable: services.reachable,
    };
  },
};
