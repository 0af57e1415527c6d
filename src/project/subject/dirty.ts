import type { Subject } from './subject.ts';
import { thenAt } from './versions.ts';

/**
 * Whether one of some files differs from HEAD. Only files that were read anyway are looked at: a full `git status` would have git run
 * the filters that a repository configures.
 */
export async function isDirty(subject: Subject, paths: Iterable<string>): Promise<boolean> {
  const { history, contents } = subject;
  if (!history) return false;
  for (const path of new Set(paths)) {
    const head = await thenAt({ kind: 'head' }, path, subject);
    // A submodule stands for itself, and what cannot be looked at is not known to differ.
    if (head === undefined || typeof head === 'string' || history.submodules.has(path)) continue;
    const id = await contents.id(path);
    if ((id.kind === 'text' || id.kind === 'binary' ? id.oid : null) !== (head?.oid ?? null)) return true;
  }
  return false;
}
