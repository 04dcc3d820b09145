import { MONTHS } from '../../../report/numbers.ts';

/** The month two months after a day: money that ends on 31 March is asked about for May. */
export const laterMonth = (day: string): string => MONTHS[(Number(day.slice(5, 7)) + 1) % 12] ?? '';
