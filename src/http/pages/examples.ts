import { DomainError } from '../../core/errors.ts';
import { hasExamples, seedExamples } from '../../usecases/demo/seed-examples.ts';
import { listSeats, takeSeat } from '../../usecases/demo/seats.ts';
import type { PlainPage } from '../page.ts';
import { field } from '../page.ts';
import { signInSession } from '../sign-in-session.ts';

/** Complete, labelled examples of each door, and a seat switch that works on example data only. */
export const examplesPage: PlainPage = {
  path: '/examples',
  template: 'pages/examples',
  title: 'Examples',
  signedIn: true,
  build: async ({ services }) => ({
    seeded: await hasExamples(services),
    seats: await listSeats(services),
  }),
  submit: async (form, context) => {
    const { services, account, request } = context;
    if (!account) throw new DomainError('sign-in-needed', 'Sign in first.');
    if (field(form, 'do') === 'seed') {
      if (!account.roles.includes('administrator'))
        throw new DomainError('not-allowed', 'Only an administrator can add the examples.');
      await seedExamples(services);
      return '/examples';
    }
    const seat = await takeSeat(services, account, field(form, 'seat'));
    await signInSession(request, seat.account, services.clock.nowIso());
    return `/decisions/${seat.decision}`;
  },
};
