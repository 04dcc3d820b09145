import { DomainError } from '../core/errors.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import type { Clock, RandomSource, Store } from './ports.ts';
import { newCode, normaliseCode } from './secrets.ts';

/**
 * A poster: a public code, not a secret, that opens the listening pages of one decision until a day, at most so
 * many times. It names no bidder. What comes by it is marked as come by poster.
 */
export type Campaign = {
  readonly code: string;
  readonly decision: string;
  /** Last day, YYYY-MM-DD. */
  readonly until: string;
  readonly cap: number;
  readonly cancelled: boolean;
};

export const POSTER_CAP = 300;
const MAX_DAYS = 30;

/** The last day that a poster made today can hang. */
export const latestPosterDay = (nowIso: string): string => addDays(nowIso.slice(0, 10), MAX_DAYS);

type CampaignPorts = { readonly store: Store; readonly clock: Clock; readonly random: RandomSource };

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const createCampaign = async (
  ports: CampaignPorts,
  decision: string,
  until: string,
): Promise<Campaign> => {
  const today = ports.clock.nowIso().slice(0, 10);
  const latest = latestPosterDay(today);
  if (until < today || until > latest) {
    throw new DomainError(
      'invalid-input',
      `A poster can hang until ${latest} at most. Choose a day from today to then.`,
      {},
      [{ path: '/until', message: `Choose a day from ${today} to ${latest}.` }],
    );
  }
  const campaign: Campaign = {
    code: newCode(ports.random, 8),
    decision,
    until,
    cap: POSTER_CAP,
    cancelled: false,
  };
  await save(ports, campaign);
  return campaign;
};

const save = (ports: Pick<CampaignPorts, 'store'>, campaign: Campaign): Promise<void> =>
  ports.store.records.overwrite({
    kind: 'campaign',
    id: campaign.code,
    owner: campaign.decision,
    expiresAt: null,
    value: campaign,
  });

export const loadCampaign = async (
  ports: Pick<CampaignPorts, 'store' | 'clock'>,
  code: string,
): Promise<Campaign | undefined> => {
  const record = await ports.store.records.get('campaign', normaliseCode(code), ports.clock.nowIso());
  return record?.value as unknown as Campaign | undefined;
};

export const loadCampaigns = async (
  ports: Pick<CampaignPorts, 'store' | 'clock'>,
  decision: string,
): Promise<readonly Campaign[]> =>
  (await ports.store.records.listByOwner('campaign', decision, ports.clock.nowIso())).map(
    (record) => record.value as unknown as Campaign,
  );

export const cancelCampaign = async (
  ports: Pick<CampaignPorts, 'store' | 'clock'>,
  decision: string,
  code: string,
): Promise<void> => {
  const campaign = await loadCampaign(ports, code);
  if (campaign?.decision !== decision) throw new DomainError('not-found', 'There is no such poster.');
  await save(ports, { ...campaign, cancelled: true });
};

export const assertCampaignOpen = (campaign: Campaign, state: DecisionState, nowIso: string): void => {
  const used = Object.values(state.contributions).filter((one) => one.via === 'poster').length;
  if (campaign.cancelled || nowIso.slice(0, 10) > campaign.until) {
    throw new DomainError(
      'link-not-valid',
      'This poster has been taken down. Ask the team whose poster it was.',
    );
  }
  if (used >= campaign.cap) {
    throw new DomainError(
      'too-many-requests',
      'This poster has taken in all it can. Ask the team for a personal link.',
    );
  }
};
