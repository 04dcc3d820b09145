import { DomainError } from '../../core/errors.ts';
import { confirmVerifyCode } from '../../usecases/verify-code.ts';
import { createGuard } from '../limits.ts';
import { layoutModel } from '../page.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';

const guard = createGuard(200, 15, 'Too many codes were checked from here.');

/** Confirms a code and nothing more: no title, no supplier, no date. */
export const verifyPage: PlainPage = {
  path: '/verify',
  template: 'pages/verify',
  title: 'Verify a decision',
  signedIn: false,
  build: ({ request }) => ({
    answer: '',
    code: typeof request.query['code'] === 'string' ? request.query['code'].slice(0, 40) : '',
  }),
  submit: async (form, context) => {
    await guard.count(context.request);
    const code = field(form, 'code');
    if (code === '') {
      throw new DomainError('invalid-input', 'Type the code.', {}, [
        { path: '/code', message: 'Type the code printed on the decision.' },
      ]);
    }
    const answer = (await confirmVerifyCode(context.services, code)) ? 'yes' : 'no';
    const { response, services } = context;
    const model = { ...layoutModel(context, 'Verify a decision'), answer, code };
    response.type('html').send(services.templates.render('pages/verify', model));
    return '/verify';
  },
};
