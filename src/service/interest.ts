import { joinPath } from '../model/paths.ts';
import type { Snapshot } from '../project/snapshot.ts';
import { toUri } from './uris.ts';

/** Which documents matter: claim files (with the standards that they name), evidence files, and folders whose files are evidence; as sorted URIs. */
export interface Interest {
  readonly claimFiles: readonly string[];
  readonly evidence: readonly string[];
  readonly folders: readonly string[];
}

/** What an editor has to tell of, for a snapshot to stay true. */
export function interestOf({ cases, claimFiles, standards, comments }: Snapshot): Interest {
  // What stands in comments is checked as one types, too.
  const evidence = new Set(comments.map(({ file }) => file));
  const folders = new Set<string>();
  for (const one of cases) {
    for (const { verdict } of one.links.values()) {
      for (const { path, startLine } of verdict.targets) {
        (startLine === 0 ? folders : evidence).add(joinPath(one.subject.root, path));
      }
    }
  }
  const uris = (files: Iterable<string>): string[] => [...files].map(toUri).sort();
  const heard = new Set([...claimFiles, ...standards.flatMap(({ file }) => file ?? [])]);
  return { claimFiles: uris(heard), evidence: uris(evidence), folders: uris(folders) };
}
