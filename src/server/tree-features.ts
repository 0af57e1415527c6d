import type { Connection } from 'vscode-languageserver';
import { say } from '../l10n/say.ts';
import { moveAnswer } from '../service/move.ts';
import { treeMatches } from '../service/tree-filter.ts';
import type { TreeMatches } from '../service/tree-options.ts';
import { treeReason } from '../service/tree-reason.ts';
import { treeChildren, treePath } from '../service/tree.ts';
import { toFile, toUri } from '../service/uris.ts';
import type { MoveAnswer, TreeItem } from '../service/views.ts';
import {
  MOVE,
  type MoveParams,
  TREE,
  TREE_MATCHES,
  TREE_PATH,
  TREE_REASON,
  type TreeMatchesParams,
  type TreeParams,
  type TreePathParams,
  type TreeReasonParams,
} from './protocol.ts';
import type { Session } from './session.ts';

/**
 * Answers what the claim tree shows, from memory, and how parts of it are moved.
 *
 * @param textOf what the editor holds of a document
 */
export function registerTreeFeatures(
  connection: Connection,
  session: () => Session | undefined,
  textOf: (uri: string) => string | undefined,
): void {
  connection.onRequest(TREE, ({ parent, options }: TreeParams): TreeItem[] => {
    const current = session();
    return current ? treeChildren(current.lookup(), parent, current.now(), options) : [];
  });
  connection.onRequest(TREE_PATH, ({ uri, position, options }: TreePathParams): TreeItem[] => {
    const current = session();
    const file = toFile(uri);
    if (!current || file === undefined) return [];
    return treePath(current.lookup(), file, position, current.now(), options);
  });
  connection.onRequest(TREE_REASON, ({ item, options }: TreeReasonParams): TreeItem[] => {
    const current = session();
    return current ? treeReason(current.lookup(), item, current.now(), options) : [];
  });
  connection.onRequest(TREE_MATCHES, ({ options }: TreeMatchesParams): TreeMatches | null => {
    const current = session();
    return current ? treeMatches(current.lookup(), options) : null;
  });
  connection.onRequest<MoveAnswer, unknown>(MOVE, ({ what, to }: MoveParams): MoveAnswer => {
    const current = session();
    if (!current) return { refused: say('The Warrant server has not started yet. Try again in a moment.') };
    return moveAnswer(current.lookup(), what, to, (file) => current.claimText(file, textOf(toUri(file))));
  });
}
