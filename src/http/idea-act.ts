import { DomainError } from '../core/errors.ts';
import { performAct } from '../usecases/perform-act.ts';
import type { IdeaView } from '../usecases/read-idea.ts';
import { requestKeyOf } from './act-form.ts';
import type { IdeaContext } from './idea-page.ts';
import type { Form } from './page.ts';

/** Performs one act on an idea as its reader, who has to be on it, and leaves a line for the next page. */
export const actOnIdea = async (
  { state, viewer }: IdeaView,
  context: IdeaContext,
  form: Form,
  command: string,
  input: object,
  done: string,
): Promise<void> => {
  if (!viewer) throw new DomainError('not-allowed', 'Only somebody named on this idea can do this.');
  await performAct(context.services, {
    ...{ decision: state.id, command, input, requestKey: requestKeyOf(form, context) },
    actor: { kind: 'participant', participant: viewer.id },
  });
  context.request.session.flash = done;
};
