import { loadCampaigns } from '../usecases/campaign.ts';
import { groupCode } from '../usecases/secrets.ts';
import type { IdeaContext } from './idea-page.ts';

/** The link and QR code by which colleagues without an account add to an idea; null when none stands today. */
export const buildShare = async ({ services }: IdeaContext, idea: string): Promise<object | null> => {
  const today = services.clock.nowIso().slice(0, 10);
  const standing = (await loadCampaigns(services, idea)).find((one) => !one.cancelled && one.until >= today);
  if (!standing) return null;
  const link = `${services.baseUrl}/join#${standing.code}`;
  return {
    link,
    code: groupCode(standing.code),
    until: standing.until,
    qr: services.qrSvg(link, `QR code of ${services.baseUrl}/join`),
    address: `${services.baseUrl}/join`,
    reachable: services.reachable,
    posterHref: `/decisions/${idea}/posters/${standing.code}`,
  };
};
