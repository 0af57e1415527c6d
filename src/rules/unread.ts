import type { Finding } from '../model/finding.ts';

/** Rules of readers whose errors say that a part of a file could not be read, so that what stands there counts for nothing. */
const UNREAD: ReadonlySet<string> = new Set(['syntax', 'unreadable']);
/** The rule whose findings all say so. */
const TOO_COMPLEX = 'too-complex';

/** The files of which a part could not be read, as a half-typed one. */
export function unreadFiles(findings: readonly Finding[]): ReadonlySet<string> {
  const files = new Set<string>();
  for (const { rule, severity, file } of findings)
    if (rule === TOO_COMPLEX || (severity === 'error' && UNREAD.has(rule))) files.add(file);
  return files;
}
