import type { Router } from 'express';
import { DomainError } from '../../core/errors.ts';
import { exportForReader } from '../../usecases/export-decision.ts';
import { readIdea } from '../../usecases/read-idea.ts';
import { renderSheetPdf, sheetFileName } from '../../usecases/render-one-side.ts';
import { signedInAccount } from '../page.ts';
import type { Services } from '../services.ts';

/**
 * The files of an idea. Always the shareable edition: what colleagues said is in it, who said it is not, whoever
 * downloads it.
 */
export const mountIdeaDocuments = (router: Router, services: Services): void => {
  router.get('/ideas/:idea/:file', async (request, response, next) => {
    const extension = /^sheet\.(pdf|json)$/.exec(request.params.file)?.[1] as 'pdf' | 'json' | undefined;
    if (!extension) return next();
    const account = await signedInAccount(request, services);
    if (!account) throw new DomainError('sign-in-needed', 'Sign in to download an idea.');
    const view = await readIdea(services, account, request.params.idea);
    const bytes =
      extension === 'pdf'
        ? Buffer.from(await renderSheetPdf(services, view, 'idea', 'shareable'))
        : exportForReader(view, 'shareable');
    response.attachment(sheetFileName('idea', view.state.id, 'shareable', extension));
    response.type(extension === 'pdf' ? 'application/pdf' : 'application/json').send(bytes);
  });
};
