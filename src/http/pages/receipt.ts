import { DomainError } from '../../core/errors.ts';
import { readReceipt } from '../../usecases/read-receipt.ts';
import type { Receipt } from '../../usecases/read-receipt.ts';
import { IDEA_FATE_WORDS } from '../../report/idea-words.ts';
import { CONTRIBUTION_WORDS, FATE_WORDS } from '../../report/names.ts';
import { createGuard } from '../limits.ts';
import { layoutModel } from '../page.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';

const codeGuard = createGuard(100, 15, 'Too many receipt codes were tried from here.');

export const receiptPage: PlainPage = {
  path: '/receipt',
  template: 'pages/receipt',
  title: 'What came of it',
  signedIn: false,
  build: () => ({ receipt: null }),
  submit: async (form, context) => {
    await codeGuard.count(context.request);
    const code = field(form, 'code');
    if (code === '') {
      throw new DomainError('invalid-input', 'Type your receipt code.', {}, [
        { path: '/code', message: 'Type your receipt code.' },
      ]);
    }
    const found = await readReceipt(context.services, code);
    const receipt = {
      ...found,
      kindText: CONTRIBUTION_WORDS[found.kind],
      body: found.text ?? (found.textErased ? 'The text was not kept.' : ''),
      fateText: fateWords(found),
      target: found.answer ? (found.idea?.target ?? '') : '',
      reply: found.answer?.reply ?? '',
      answeredAt: found.answer?.at ?? null,
    };
    const { response, services } = context;
    const model = { ...layoutModel(context, 'What came of it'), receipt };
    response.type('html').send(services.templates.render('pages/receipt', model));
    return '/receipt';
  },
};

/** What was answered with an idea tells what came of the idea. */
const fateWords = ({ answer, idea }: Receipt): string => {
  if (!answer) return '';
  return answer.fate === 'with-idea' && idea?.answer
    ? IDEA_FATE_WORDS[idea.answer.fate]
    : FATE_WORDS[answer.fate];
};
