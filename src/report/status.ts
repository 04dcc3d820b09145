import { dayWords } from './numbers.ts';
import type { ReportInput } from './input.ts';
import { personName } from './names.ts';

/** Where the decision stands, for the first page and for the mark on every page. */
export type Status = { readonly mark: '' | 'DRAFT' | 'DECLINED'; readonly words: string };

export const statusOf = (input: ReportInput): Status => {
  const { outcome } = input.state;
  if (!input.ledger) return { mark: '', words: 'Worked out from a case file. There is no ledger behind it.' };
  if (!outcome) return { mark: 'DRAFT', words: 'Draft. No recommendation has been recorded yet.' };
  const on = outcome.answeredAt ? ` on ${dayWords(outcome.answeredAt)}` : '';
  const by = outcome.answeredBy ? ` by ${personName(input, outcome.answeredBy)}` : '';
  switch (outcome.status) {
    case 'approved':
      return { mark: '', words: `Approved${on}${by}.` };
    case 'declined':
      return { mark: 'DECLINED', words: `Declined${on}${by}.` };
    case 'returned':
      return { mark: 'DRAFT', words: `Draft. Returned to the lead${on}${by}.` };
    case 'waiting':
      return {
        mark: 'DRAFT',
        words: `Draft. With the approver, who is asked to decide by ${dayWords(outcome.decideBy)}.`,
      };
  }
};
