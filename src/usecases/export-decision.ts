import { DomainError } from '../core/errors.ts';
import type { Edition } from '../core/decision/editions.ts';
import { renderExport } from '../ledger/export.ts';
import { verifyStream } from '../ledger/verify.ts';
import type { DecisionLog } from './decision-log.ts';
import type { Recorded } from './read-decision.ts';
import { viewOfEdition } from './read-decision.ts';

/** The ledger of a decision as one reader may see it and one edition carries it. The chain is whole either way. */
export const exportForReader = (view: Recorded, edition: Edition): string =>
  renderExport(viewOfEdition(view, edition).entries);

/** The whole ledger, for whoever runs the service: nothing withheld, so that receipts go on working where it is imported. */
export const exportDecision = async (
  ports: { readonly log: DecisionLog },
  decision: string,
): Promise<string> => {
  const loaded = await ports.log.load(decision);
  if (!loaded) throw new DomainError('not-found', `There is no decision '${decision}' in this store.`);
  const found = verifyStream(loaded.entries);
  if (!found.intact) {
    const faults = found.faults.map((fault) => ({
      path: `/entries/${(fault.seq ?? 1) - 1}`,
      message: fault.message,
    }));
    throw new DomainError(
      'ledger-faulty',
      'The ledger of this decision does not verify. It was not exported.',
      {},
      faults,
    );
  }
  return renderExport(loaded.entries);
};
