import { parseRevisionQuery, type Difference, type ReviewTarget } from '../../server/protocol.ts';

/**
 * The difference a command was asked to show, if its argument is one. Commands are also run from links in hovers, so their arguments
 * are checked: only a file at a commit against a file on disk.
 */
export function parseDifference(value: unknown): Difference | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { before, after, line, title, review } = value as Record<string, unknown>;
  const revision = parseRevisionQuery(JSON.stringify(before ?? null));
  if (revision === undefined || typeof after !== 'string' || typeof title !== 'string') return undefined;
  if (!after.startsWith('file:')) return undefined;
  const target = parseTarget(review);
  return {
    before: revision,
    after,
    ...(isLine(line) && { line }),
    title,
    ...(target && { review: target }),
  };
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** What a command was asked to have judged or challenged, if its argument is one. */
export function parseTarget(value: unknown): ReviewTarget | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { case: key, link, node } = value as Record<string, unknown>;
  if (typeof key !== 'string') return undefined;
  if (typeof link === 'string') return { case: key, link };
  return typeof node === 'string' ? { case: key, node } : undefined;
}

/** Several of them: all of a list have to be. */
export function parseTargets(value: unknown): readonly ReviewTarget[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const targets = value.flatMap((one: unknown) => parseTarget(one) ?? []);
  return targets.length === value.length ? targets : undefined;
}
