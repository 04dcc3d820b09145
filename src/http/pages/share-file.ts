import type { Router } from 'express';
import { DomainError } from '../../core/errors.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import { buildSharedDecision, renderSharedDecision, sharedFileName } from '../../usecases/shared-decision.ts';
import { parseSharedWords } from '../share-words.ts';
import { signedInAccount } from '../page.ts';
import type { Services } from '../services.ts';

/** The file of a decision that is made, with whatever contact was typed beside the button. */
export const mountShareFile = (router: Router, services: Services): void => {
  router.get('/decisions/:decision/share/file', async (request, response) => {
    const account = await signedInAccount(request, services);
    if (!account) throw new DomainError('sign-in-needed', 'Sign in to share a decision.');
    const view = await readDecision(services, account, request.params.decision);
    const shared = buildSharedDecision(view, parseSharedWords(request.query));
    response.attachment(sharedFileName(view.state.id));
    response.type('application/json').send(renderSharedDecision(shared));
  });
};
