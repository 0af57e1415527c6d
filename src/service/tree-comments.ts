import { say } from '../l10n/say.ts';
import { push } from '../model/multimap.ts';
import { pathBelow } from '../model/paths.ts';
import type { CodeComment } from '../project/comments/code-comment.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { placeOf } from './side-items.ts';
import type { Sight } from './tree-filter.ts';
import { commentKey, commentsKey } from './tree-keys.ts';
import type { Row } from './tree-rows.ts';
import { toUri } from './uris.ts';
import type { TreeItem } from './views.ts';
import { escapeMarkdown, nodeTitle } from './wording.ts';

/*
 * The comments of code that name a claim, quietly below its evidence: they point to it, have no state, and count for nothing.
 */

const byNode = new WeakMap<Lookup, ReadonlyMap<JudgedNode, readonly CodeComment[]>>();

/** The comments that name a node, and can mean no other one; found once for a snapshot. */
function commentsOfNode(lookup: Lookup, judged: JudgedNode): readonly CodeComment[] {
  const known = byNode.get(lookup) ?? sortByNode(lookup);
  byNode.set(lookup, known);
  return known.get(judged) ?? [];
}

function sortByNode(lookup: Lookup): Map<JudgedNode, CodeComment[]> {
  const found = new Map<JudgedNode, CodeComment[]>();
  for (const comment of lookup.snapshot.comments) {
    const [ref, ...others] = comment.nodes;
    const judged = ref && lookup.caseOf(ref.caseKey)?.nodes.get(ref.node);
    if (judged && others.length === 0) push(found, judged, comment);
  }
  return found;
}

/** Whether comments are shown below a node. @param belowMatch it, or something above it, is what a filter looks for */
export function showsComments(
  lookup: Lookup,
  sight: Sight | undefined,
  judged: JudgedNode,
  belowMatch: boolean,
): boolean {
  // They are in no state and nobody owns them, so that only who looks for words may want to see them.
  return (!sight || (sight.onlyWords && belowMatch)) && commentsOfNode(lookup, judged).length > 0;
}

/** The last row below a node that comments name: the one comment, or one row for all. */
export function commentRow(lookup: Lookup, one: JudgedCase, judged: JudgedNode): Row {
  const comments = commentsOfNode(lookup, judged);
  const [only, ...others] = comments;
  return {
    id: 'comments',
    name: say('Named in comments'),
    // Says nothing of what it is shown with.
    state: 'current',
    make: (parent) =>
      only && others.length === 0
        ? [commentItem(one, judged, only, commentKey(parent, 0), true)]
        : [groupItem(one, judged, comments.length, commentsKey(parent))],
  };
}

/** The comments that share a row. @param parent the key of that row */
export function commentItems(
  lookup: Lookup,
  parent: string,
  one: JudgedCase,
  judged: JudgedNode,
): TreeItem[] {
  return commentsOfNode(lookup, judged).map((comment, at) =>
    commentItem(one, judged, comment, commentKey(parent, at), false),
  );
}

function groupItem(one: JudgedCase, judged: JudgedNode, count: number, key: string): TreeItem {
  const label = say('Named in comments');
  return {
    ...base(one, judged),
    key,
    label,
    tooltip: escapeMarkdown(
      say(
        'Comments in the code name {0}. They are pointers, and do not count as evidence.',
        nodeTitle(judged.node),
      ),
    ),
    description: String(count),
    accessibilityLabel: `${label}, ${count}`,
    expandable: true,
  };
}

/** @param isAlone nothing above it says that it is a comment */
function commentItem(
  one: JudgedCase,
  judged: JudgedNode,
  { file, range, listed }: CodeComment,
  key: string,
  isAlone: boolean,
): TreeItem {
  const path = pathBelow(one.subject.root, file) ?? file;
  const label = say('{0}, line {1}', path, range.start.line + 1);
  const named = say('named in a comment');
  const unlisted = listed ? [] : [say('not listed as evidence')];
  return {
    ...base(one, judged),
    key,
    label,
    tooltip: escapeMarkdown(
      say(
        'A comment in the code names {0}. It is a pointer, and does not count as evidence.',
        nodeTitle(judged.node),
      ),
    ),
    description: [...(isAlone ? [named] : []), ...unlisted].join(', '),
    accessibilityLabel: [label, named, ...unlisted].join(', '),
    expandable: false,
    target: { uri: toUri(file), range },
  };
}

function base(one: JudgedCase, judged: JudgedNode) {
  return {
    kind: 'comment',
    state: 'unknown',
    mention: true,
    source: placeOf(one, judged),
  } as const;
}
