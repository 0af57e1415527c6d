import * as vscode from 'vscode';
import type { AskedParams, ReviewTarget } from '../../server/protocol.ts';
import { parseTarget, parseTargets } from '../show/difference.ts';
import { chosenItems } from '../tree/chosen-items.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import type { ShownReviews } from './shown-reviews.ts';

/**
 * What a command is about: what it was given, the item of the tree it was chosen on, the difference in front of the person, or the place of the
 * cursor; undefined where there is none of these.
 *
 * @param of which of the things that can be done with an item is meant
 * @param all the items of the tree that are selected, if the command was chosen there
 */
export function askedOf(
  argument: unknown,
  of: 'review' | 'challenge' | 'narrow',
  tree: ClaimTree,
  shown: ShownReviews,
  all?: unknown,
): AskedParams | undefined {
  const given = parseTargets(argument) ?? one(parseTarget(argument)) ?? targetsIn(tree, argument, all, of);
  const targets = given ?? shown.active();
  if (targets) return { targets };
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== 'file') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

/** What is to be done is asked of all items that it can be done with; where there is none, the server is asked of the item, and says why not. */
function targetsIn(
  tree: ClaimTree,
  argument: unknown,
  all: unknown,
  of: 'review' | 'challenge' | 'narrow',
): readonly ReviewTarget[] | undefined {
  const items = chosenItems(tree, argument, all);
  const targets = items.flatMap((item) => item[of] ?? []);
  const found = targets.length > 0 ? targets : items.flatMap(({ part }) => part ?? []);
  return found.length > 0 ? found : undefined;
}

function one<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value];
}
