/**
 * Roles on one decision. A person may hold several, except that commercial never marks and an approver never leads.
 *
 * lead: runs it. commercial: enters costs, marks nothing. panel: marks. frontline: marks in a trial.
 * approver: approves, returns or declines. auditor: reads everything once it is no longer sealed.
 */
export const ROLES = ['lead', 'commercial', 'panel', 'frontline', 'approver', 'auditor'] as const;
export type Role = (typeof ROLES)[number];
