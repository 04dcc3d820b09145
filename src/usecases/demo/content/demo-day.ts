/**
 * A day in an example: a calendar day ('2026-06-09'), or a whole number of days from the day on which the example is
 * added (-14 is two weeks before it). The finished example uses the first; the waiting one the second, so that its
 * dates are still ahead whenever it is added.
 */
export type DemoDay = string | number;

const MILLISECONDS_A_DAY = 86_400_000;

/** The calendar day. Example: calendarDay(-1, '2026-03-01') is '2026-02-28'. */
export const calendarDay = (day: DemoDay, seededOn: string): string =>
  typeof day === 'string'
    ? day
    : new Date(Date.parse(`${seededOn}T00:00:00Z`) + day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
