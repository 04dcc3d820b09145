import type { DecisionView } from '../usecases/read-decision.ts';
import { performAct } from '../usecases/perform-act.ts';
import type { Performed } from '../usecases/perform-act.ts';
import { newId } from '../usecases/secrets.ts';
import type { Form, PageContext } from './page.ts';
import { field } from './page.ts';

/** Performs one act as the viewer, with the form's request key, and leaves a line for the next page; none where `done` is ''. */
export const actFromForm = async (
  view: DecisionView,
  context: PageContext,
  form: Form,
  command: string,
  input: object,
  done: string,
): Promise<Performed> => {
  const performed = await performAct(context.services, {
    decision: view.state.id,
    command,
    input,
    actor: { kind: 'participant', participant: view.viewer.id },
    requestKey: requestKeyOf(form, context),
  });
  if (done !== '') context.request.session.flash = done;
  return performed;
};

/** The hidden random field of a form: sending the same form twice does a thing once. */
export const requestKeyOf = (form: Form, context: PageContext): string => {
  const given = field(form, 'requestKey');
  return /^[0-9a-f]{32}$/.test(given) ? given : newId(context.services.random);
};
