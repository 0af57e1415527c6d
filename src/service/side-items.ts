import { say } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import type { NodeState } from '../model/state.ts';
import { stateWord } from '../model/state-words.ts';
import { isWholeFile } from '../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import { canBeChallenged } from './challenge.ts';
import { describeLink, describeNode } from './hover.ts';
import { awaitsReview, isReviewable, reviewTarget } from './reviewable.ts';
import { differenceOf, evidenceLocations } from './targets.ts';
import { toUri } from './uris.ts';
import type { SideItem } from './views.ts';
import { kindLabel, nodeTitle } from './wording.ts';

/*
 * The rows of the views beside the claim tree. They are few, so that each is sent with all that hangs below it.
 */

/** Separates the steps of a key; as in the claim tree, whose keys begin otherwise. */
export const STEP = '\u001f';

/** What a row says besides what is known of the thing that it is about. */
export interface Row {
  /** Unique in its view. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly state: NodeState;
  readonly children?: readonly SideItem[];
  /** Default: yes. If not, clicking it goes to where it is written. */
  readonly leadsToEvidence?: boolean;
}

/** A row about a node: clicking it goes to where the node is written. */
export function nodeRow(one: JudgedCase, judged: JudgedNode, row: Row): SideItem {
  const { node } = judged;
  const target = { case: one.key, node: node.key };
  return {
    ...plain(row),
    kind: node.kind,
    mention: false,
    tooltip: describeNode(judged),
    accessibilityLabel: [kindLabel(node), nodeTitle(node), stateWord(row.state), row.description]
      .filter(Boolean)
      .join(', '),
    ...(canBeChallenged(judged) && { challenge: target }),
    source: placeOf(one, judged),
  };
}

/** Where a node is written. */
export function placeOf(one: JudgedCase, { node }: JudgedNode): SideItem['source'] {
  return { uri: toUri(fileOf(one, node)), range: node.range, selectionRange: node.idRange };
}

/** A row that gathers others; clicking it goes to a place. */
export function groupRow(row: Row, source: SideItem['source']): SideItem {
  const { label, description, state } = row;
  return {
    ...plain(row),
    kind: 'group',
    mention: false,
    tooltip: '',
    accessibilityLabel: [label, description, stateWord(state)].filter(Boolean).join(', '),
    source,
  };
}

/** A row about a link. What can be done with it is as in the claim tree. */
export function linkRow(one: JudgedCase, judged: JudgedLink, row: Row, now: Date): SideItem {
  const { link, verdict } = judged;
  const target = evidenceLocations(one, verdict)[0];
  const difference = differenceOf(one, judged);
  return {
    ...plain(row),
    kind: 'link',
    mention: !link.cited,
    tooltip: describeLink(one, judged, now),
    accessibilityLabel: [
      row.label,
      ...unsaid(row.description, [link.cited ? '' : say('mentioned'), stateWord(verdict.state)]),
      row.description,
    ]
      .filter(Boolean)
      .join(', '),
    ...(awaitsReview(judged) && isReviewable(judged) && { review: reviewTarget(one, judged) }),
    ...(link.cited && link.role === 'evidence' && { challenge: reviewTarget(one, judged) }),
    ...(link.cited && isWholeFile(judged) && { narrow: reviewTarget(one, judged) }),
    source: { uri: toUri(fileOf(one, link)), range: link.range, selectionRange: link.range },
    ...(target && row.leadsToEvidence !== false && { target }),
    ...(difference && { difference }),
  };
}

/** Those words that no part of a description begins with: a screen reader would say them twice. */
function unsaid(description: string, words: readonly string[]): string[] {
  const parts = description.split(' · ');
  return words.filter((word) => !parts.some((part) => part.startsWith(word)));
}

function plain({ key, label, description, state, children = [] }: Row) {
  return { key, label, description, state, children, expandable: children.length > 0 };
}
