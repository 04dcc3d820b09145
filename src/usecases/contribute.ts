import { DomainError } from '../core/errors.ts';
import type { ContributionKind } from '../core/decision/model/contribution.ts';
import type { DecisionState } from '../core/decision/model/state.ts';
import { digestText } from '../ledger/digest.ts';

import { assertCampaignOpen, loadCampaign } from './campaign.ts';
import { loadInvitation, loadInvitations } from './invitation.ts';
import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';
import { codeDigest, groupCode } from './secrets.ts';

/** What a contributor's link leads to. */
export type ListeningDoor = {
  readonly via: 'personal' | 'poster';
  readonly link: string;
  readonly state: DecisionState;
};

/** Opens the door behind a personal link, its short code, or a poster's code. Reads only; nothing is spent. */
export const openListeningDoor = async (ports: ActPorts, secret: string): Promise<ListeningDoor> => {
  const campaign = await loadCampaign(ports, secret);
  const invitation = campaign ? undefined : await loadInvitation(ports, secret);
  if (invitation && invitation.kind !== 'voice') {
    throw new DomainError('link-not-valid', 'This link is for somebody with a role on the decision.');
  }
  const decision = campaign?.decision ?? invitation?.decision ?? '';
  const state = (await ports.log.load(decision))?.state;
  if (!state?.listening) throw new DomainError('too-early', 'This decision is not listening at the moment.');
  if (campaign) assertCampaignOpen(campaign, state, ports.clock.nowIso());
  return { via: campaign ? 'poster' : 'personal', link: campaign?.code ?? invitation?.id ?? '', state };
};

/**
 * A door opened a while ago may have closed since: cancelled, past its day, or full. What was sent before it closed
 * may be sent again, and gets the same receipt.
 */
export const assertDoorOpen = async (
  ports: ActPorts,
  door: Pick<ListeningDoor, 'via' | 'link'> & { readonly decision: string },
  formKey: string,
): Promise<void> => {
  const loaded = await ports.log.load(door.decision);
  const receiptHash = codeDigest(receiptCodeOf(formKey));
  if (!loaded || loaded.entries.some((one) => one.openings['receipt']?.value === receiptHash)) return;
  const campaign = door.via === 'poster' ? await loadCampaign(ports, door.link) : undefined;
  if (campaign) return assertCampaignOpen(campaign, loaded.state, ports.clock.nowIso());
  const stands = (await loadInvitations(ports, door.decision)).some((one) => one.id === door.link);
  if (!stands)
    throw new DomainError('link-not-valid', 'This link was cancelled. Ask the team for a new one.');
};

export type ContributionRequest = {
  readonly kind: ContributionKind;
  readonly text: string;
  readonly name: string;
  readonly role: string;
  readonly team: string;
  readonly hasSupplierLink: boolean;
  readonly wantsCredit: boolean;
  /** 128 random bits made by the service for this form; the receipt code follows from it. */
  readonly formKey: string;
};

const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 120 bits that follow from the form's key, so sending the same form twice gives the same receipt. */
export const receiptCodeOf = (formKey: string): string => {
  const digest = digestText(`counterweight/receipt/1\n${formKey}`);
  return Array.from({ length: 24 }, (_unused, index) => {
    const byte = Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16);
    return RECEIPT_ALPHABET[byte & 31];
  }).join('');
};

export const assertFormKey = (formKey: string): void => {
  if (!/^[0-9a-f]{32}$/.test(formKey)) {
    throw new DomainError(
      'invalid-input',
      'The form has lost its key. Open the link again and send once more.',
    );
  }
};

/** Records what a contributor says and returns the receipt code to keep. */
export const contribute = async (
  ports: ActPorts,
  door: Pick<ListeningDoor, 'via' | 'link'> & { readonly decision: string },
  request: ContributionRequest,
): Promise<{ readonly receipt: string }> =>
  record(ports, door.decision, { kind: 'contributor', via: door.via, link: door.link }, request);

/** Said by somebody signed in, on the page of an idea that is open to them. */
export const contributeOnPage = async (
  ports: ActPorts,
  decision: string,
  request: ContributionRequest,
): Promise<{ readonly receipt: string }> =>
  record(ports, decision, { kind: 'contributor', via: 'page', link: '' }, request);

/** A paper slip, typed in by somebody named on the decision. */
export const contributeOnPaper = async (
  ports: ActPorts,
  at: { readonly decision: string; readonly helper: string },
  request: ContributionRequest,
): Promise<{ readonly receipt: string }> =>
  record(ports, at.decision, { kind: 'participant', participant: at.helper }, request);

const record = async (
  ports: ActPorts,
  decision: string,
  actor: Parameters<typeof performAct>[1]['actor'],
  request: ContributionRequest,
): Promise<{ readonly receipt: string }> => {
  assertFormKey(request.formKey);
  const { formKey, ...said } = request;
  const code = receiptCodeOf(formKey);
  const receiptHash = codeDigest(code);
  // The index entry first: one without a contribution is harmless, a contribution without one would be lost to its author.
  await ports.store.records.overwrite({
    kind: 'receipt',
    id: receiptHash,
    owner: decision,
    expiresAt: null,
    value: { decision },
  });
  await performAct(ports, {
    decision,
    command: 'contribute',
    actor,
    requestKey: digestText(`contribute\n${formKey}`),
    input: { ...said, receiptHash },
  });
  return { receipt: groupCode(code) };
};
