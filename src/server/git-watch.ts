import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { toUri } from '../service/uris.ts';

/** Files in a git directory that change with a commit, a checkout, a reset, a fetch into the current branch … and not with every object. */
const PATTERNS = ['{HEAD,index,packed-refs,logs/HEAD}', 'refs/heads/**'];

/** Watches git directories through the editor, each once. Gives a function that takes the directories known so far. */
export function watchGit(connection: Connection): (gitDirs: readonly string[]) => void {
  const watched = new Set<string>();
  return (gitDirs) => {
    const fresh = gitDirs.filter((dir) => !watched.has(dir));
    if (fresh.length === 0) return;
    for (const dir of fresh) watched.add(dir);
    const watchers = fresh.flatMap((dir) =>
      PATTERNS.map((pattern) => ({ globPattern: { baseUri: toUri(dir), pattern } })),
    );
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => {
        connection.console.error(`The editor watches no git directories: ${String(error)}`);
      });
  };
}
