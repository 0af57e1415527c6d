import * as vscode from 'vscode';
import type { AskedParams } from '../../server/protocol.ts';
import { parseTarget, parseTargets } from '../difference.ts';
import type { ClaimTree } from '../tree/claim-tree.ts';
import type { ShownReviews } from './shown-reviews.ts';

/**
 * What a command is about: what it was given, the item of the tree it was chosen on, the difference in front of the person, or the place of the
 * cursor; undefined where there is none of these.
 *
 * @param of which of the things that can be done with an item is meant
 */
export function askedOf(
  argument: unknown,
  of: 'review' | 'challenge' | 'narrow',
  tree: ClaimTree,
  shown: ShownReviews,
): AskedParams | undefined {
  const given = parseTargets(argument) ?? one(parseTarget(argument)) ?? one(tree.itemOf(argument)?.[of]);
  const targets = given ?? shown.active();
  if (targets) return { targets };
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== 'file') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

function one<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value];
}
