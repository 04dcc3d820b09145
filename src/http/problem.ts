import type { ErrorCode } from '../core/errors.ts';
import type { DomainError } from '../core/errors.ts';

/** How each refusal looks from outside. A new code does not compile until it has a status, a title and a help sentence. */
export type Problem = { readonly status: number; readonly title: string; readonly help: string };

export const PROBLEMS = {
  'invalid-input': {
    status: 422,
    title: 'Something needs putting right',
    help: 'Look at each point below, then send again.',
  },
  'invalid-rubric': {
    status: 422,
    title: 'The rubric needs putting right',
    help: 'Look at each point below, then send again.',
  },
  'invalid-case': {
    status: 422,
    title: 'The case needs putting right',
    help: 'Look at each point below, then send again.',
  },
  'not-found': {
    status: 404,
    title: 'Page not found',
    help: 'Check the address, or start again from the home page.',
  },
  'not-allowed': {
    status: 403,
    title: 'You cannot do this',
    help: 'Somebody with another role can. The people page says who.',
  },
  'sign-in-needed': {
    status: 401,
    title: 'Sign in first',
    help: 'Ask for a sign-in link, then come back to this page.',
  },
  'too-early': {
    status: 409,
    title: 'Not yet',
    help: 'Something else comes first. The decision page shows what.',
  },
  'too-late': {
    status: 409,
    title: 'Too late to change this',
    help: 'What is on record stays. A note can still be added where a page offers it.',
  },
  'already-done': {
    status: 409,
    title: 'Already done',
    help: 'Nothing was recorded twice. Go back to the decision page.',
  },
  'reason-needed': {
    status: 422,
    title: 'A reason is needed',
    help: 'Say why in a sentence or two, then send again.',
  },
  'interests-needed': {
    status: 403,
    title: 'Interests come first',
    help: 'Declare on the interests page, then come back.',
  },
  'need-not-locked': {
    status: 409,
    title: 'The need comes first',
    help: 'Lock the need, then money and prices can be recorded.',
  },
  'rubric-not-locked': {
    status: 409,
    title: 'The rubric comes first',
    help: 'Lock the rubric, then come back.',
  },
  'rubric-frozen': {
    status: 409,
    title: 'The rubric stands still',
    help: 'It can change only before bids are opened, with a notice reference.',
  },
  'not-first-ranked': {
    status: 409,
    title: 'Not the first-ranked bid',
    help: 'Set a bid aside on a named ground, or record no award with reasons.',
  },
  incomplete: { status: 409, title: 'Something is missing', help: 'Each missing piece is listed below.' },
  'unanswered-contributions': {
    status: 409,
    title: 'Replies are owed',
    help: 'Answer the contributions, then come back.',
  },
  'link-not-valid': {
    status: 404,
    title: 'This link does not work',
    help: 'Ask the person who gave it to you for a new one.',
  },
  conflict: {
    status: 409,
    title: 'Somebody else was faster',
    help: 'Look at the page again, then repeat what you did.',
  },
  'too-many-requests': { status: 429, title: 'Too many tries', help: 'Wait a few minutes, then try again.' },
  'too-large': { status: 413, title: 'Too much at once', help: 'Send less at a time.' },
  'store-unavailable': {
    status: 503,
    title: 'The store does not answer',
    help: 'Nothing was lost that was confirmed. Try again in a minute.',
  },
  'store-in-use': {
    status: 503,
    title: 'The data folder is in use',
    help: 'Stop the other server, or choose another folder.',
  },
  'store-not-empty': { status: 409, title: 'The store is not empty', help: 'Restore into an empty one.' },
  'store-too-new': {
    status: 503,
    title: 'The data is from a later version',
    help: 'Run the version that wrote it, or a later one.',
  },
  'renderer-unavailable': {
    status: 503,
    title: 'The PDF cannot be made here',
    help: 'The web page with the same content works. Ask whoever runs the service.',
  },
  'renderer-busy': { status: 503, title: 'Many PDFs are being made', help: 'Try again in a minute.' },
  'settings-invalid': { status: 500, title: 'A setting is wrong', help: 'Ask whoever runs the service.' },
  'ledger-faulty': {
    status: 500,
    title: 'The record does not verify',
    help: 'Do not rely on this decision. Ask whoever runs the service to look at it.',
  },
} satisfies Record<ErrorCode, Problem>;

/** RFC 9457. Only what a DomainError says on purpose; anything else gets a fixed text and a request id. */
export const toProblem = (error: DomainError, requestId: string): Record<string, unknown> => {
  const { status, title, help } = PROBLEMS[error.code];
  return {
    type: `urn:counterweight:problem:${error.code}`,
    code: error.code,
    title,
    status,
    detail: error.detail,
    help,
    requestId,
    ...(error.faults.length > 0 ? { faults: error.faults } : {}),
  };
};

export const UNEXPECTED = {
  type: 'urn:counterweight:problem:unexpected',
  code: 'unexpected',
  title: 'Something went wrong here',
  status: 500,
  detail: 'This is a fault of the service, not yours. What was confirmed before is safe.',
  help: 'Try again. If it happens again, tell whoever runs the service the request id.',
} as const;
