import { type FileEvent, FileChangeType } from 'vscode-languageserver';
import { toFile } from '../service/uris.ts';

/** What happened on disk, as far as it decides how much to look at again. */
export type FileChanges =
  'everything' | { readonly changed: readonly string[]; readonly listChanged: boolean };

/** Sorts events: a change of git's own files may mean a commit or a checkout, after which nothing that was read is sure. */
export function classifyEvents(events: readonly FileEvent[]): FileChanges {
  const files = events.flatMap(({ uri, type }) => {
    const file = toFile(uri);
    return file === undefined ? [] : [{ file, type }];
  });
  if (
    files.some(({ file }) => /\/\.git(\/|$)/.test(file) || /\/worktrees\/[^/]+\/(HEAD|index|logs)/.test(file))
  ) {
    return 'everything';
  }
  return {
    changed: files.map(({ file }) => file),
    listChanged: files.some(({ type }) => type !== FileChangeType.Changed),
  };
}
