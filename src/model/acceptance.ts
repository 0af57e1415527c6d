import type { Acceptance } from './case.ts';

/** Why an acceptance does not answer its defeater. */
export type AcceptanceProblem = 'no-person' | 'no-reason' | 'no-date' | 'not-a-date' | 'past';

/**
 * What keeps an acceptance from counting; empty where it does.
 *
 * @param today ISO 8601 date; an acceptance holds through the day it names
 */
export function acceptanceProblems({ by, why, until }: Acceptance, today: string): AcceptanceProblem[] {
  const problems: AcceptanceProblem[] = [];
  if (!by) problems.push('no-person');
  if (!why) problems.push('no-reason');
  if (!until) problems.push('no-date');
  else if (!isDate(until)) problems.push('not-a-date');
  else if (until < today) problems.push('past');
  return problems;
}

/** Whether a text is a calendar date of ISO 8601 (`2030-02-28`) that exists. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
