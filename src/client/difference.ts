import { parseRevisionQuery, type Difference } from '../server/protocol.ts';

/**
 * The difference a command was asked to show, if its argument is one. Commands are also run from links in hovers, so their arguments
 * are checked: only a file at a commit against a file on disk.
 */
export function parseDifference(value: unknown): Difference | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { before, after, title } = value as Record<string, unknown>;
  const revision = parseRevisionQuery(JSON.stringify(before ?? null));
  if (revision === undefined || typeof after !== 'string' || typeof title !== 'string') return undefined;
  return after.startsWith('file:') ? { before: revision, after, title } : undefined;
}
