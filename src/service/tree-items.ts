import { say } from '../l10n/say.ts';
import type { CaseNode } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import { sayKind } from '../model/kinds.ts';
import type { NodeRef } from '../model/graph.ts';
import { stateWord } from '../model/state-words.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import { type Position, comparePositions } from '../model/text.ts';
import { summarize } from '../project/judging/explain.ts';
import { isWholeFile } from '../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import { canBeChallenged } from './challenge.ts';
import { describeLink, describeNode } from './hover.ts';
import type { Lookup } from './lookup.ts';
import { sayArgument, sayLeftOpen, sayUnread } from './standing.ts';
import { awaitsReview, isReviewable, reviewTarget } from './reviewable.ts';
import { differenceOf, evidenceLocations } from './targets.ts';
import { type NodeOfCase, nodeOf, nodesAwaitingReview } from './tree-ancestors.ts';
import { commentRow, showsComments } from './tree-comments.ts';
import { type Sight, onlyLink } from './tree-filter.ts';
import { lastStep, linkKey, nodeKey, stepsOf } from './tree-keys.ts';
import type { Row } from './tree-rows.ts';
import { toUri } from './uris.ts';
import type { TreeItem } from './views.ts';
import { briefName, escapeMarkdown, kindLabel, nodeTitle, sayCounts } from './wording.ts';

/** All that an item of the claim tree is made from. */
export interface TreeContext {
  readonly lookup: Lookup;
  readonly now: Date;
  /** What a filter shows; undefined where everything is. */
  readonly sight: Sight | undefined;
}

/** The row of a case. */
export function caseItem(one: JudgedCase): TreeItem {
  const { id, title, titleRange, range } = one.case;
  const counts = sayCounts(one.counts);
  const unread = one.unread ? sayUnread() : '';
  return {
    key: one.key,
    kind: 'case',
    label: title,
    description: [ratio(one), unread].filter(Boolean).join(' · '),
    state: one.state,
    mention: false,
    tooltip: [
      `**${escapeMarkdown(title)}** · ${stateWord(one.state)}`,
      one.unread
        ? say(
            'Part of its file cannot be read: what stands there does not count. See the problems of the file.',
          )
        : '',
      [sayArgument(one.state), counts && `${counts}.`].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibilityLabel: [say('Case'), title, unread, stateWord(one.state), counts].filter(Boolean).join(', '),
    ...(one.state !== 'current' && { reason: true as const }),
    ...(one.unread && { unread: true as const }),
    expandable: one.roots.length > 0,
    part: { case: one.key },
    names: { id },
    source: { uri: toUri(one.file), range, selectionRange: titleRange },
  };
}

/** `C2 (3/5) Transport security is enforced.`: the counts come early, since what is last is cut off in a narrow side bar. */
function countedTitle(judged: JudgedNode): string {
  const { node } = judged;
  const counts = ratio(judged);
  if (counts === '') return nodeTitle(node);
  return node.derived || node.text === ''
    ? `(${counts}) ${nodeTitle(node)}`
    : `${node.id} (${counts}) ${node.text}`;
}

function ratio({
  counts,
}: {
  readonly counts: { readonly evidence: number; readonly current: number };
}): string {
  return counts.evidence > 0 ? `${counts.current}/${counts.evidence}` : '';
}

/** Whether the item of a key, or something above it, is what a filter looks for. */
export function isBelowMatch({ lookup, sight }: TreeContext, key: string): boolean {
  if (!sight) return false;
  return stepsOf(key).some((step) => {
    const one = step.is === 'case' || step.is === 'node' ? lookup.caseOf(step.case) : undefined;
    const part = one && step.is === 'node' ? one.nodes.get(step.node) : one;
    return part !== undefined && sight.isMatch(part);
  });
}

/**
 * One item; an evidence node with a single link and nothing else is shown as that link. None where a filter hides it.
 *
 * @param parent the key of the item above
 */
function nodeItem(context: TreeContext, parent: string, ref: NodeRef, belowMatch: boolean): TreeItem[] {
  const { lookup, now, sight } = context;
  const found = nodeOf(lookup, ref);
  if (!found) return [];
  const { case: one, judged } = found;
  if (sight && !sight.showsNode(judged, belowMatch)) return [];
  const key = nodeKey(parent, ref.caseKey, ref.node);
  const { node, state, counts, children, links } = judged;
  const only = onlyLink(one, judged);
  const part = { case: one.key, node: node.key };
  const names = node.derived ? {} : { id: node.id, qualifiedId: `${one.case.id}/${node.id}` };
  if (only) {
    const item = linkItem(one, parent, only, now);
    const label = node.derived ? item.label : `${node.id} ${item.label}`;
    const accessibilityLabel = item.accessibilityLabel.replace(item.label, () => label);
    const tooltip = `${describeEvidence(judged, only)}${item.tooltip}`;
    return [
      {
        ...item,
        key,
        kind: 'evidence',
        label,
        tooltip,
        accessibilityLabel,
        part,
        names: { ...names, locator: only.link.locator },
      },
    ];
  }
  const home = isForeign(context, parent, one) ? say('in {0}', one.case.id) : '';
  const isIn = belowMatch || sight?.isMatch(judged) === true;
  const leadsOn = sight ? showsBelow(context, found, isIn) : children.length + links.length > 0;
  const given = isTakenAsGiven(node, judged);
  return [
    {
      key,
      kind: node.kind,
      label: countedTitle(judged),
      description: [judged.leftOpen ? sayLeftOpen() : '', home || kindBehind(node, parent)]
        .filter(Boolean)
        .join(' · '),
      state,
      ...(given && { given: node.kind }),
      mention: false,
      tooltip: describeNode(judged),
      accessibilityLabel: [
        kindLabel(node),
        nodeTitle(node),
        judged.leftOpen ? sayLeftOpen() : given ? '' : stateWord(state),
        sayCounts(counts),
        home,
      ]
        .filter(Boolean)
        .join(', '),
      ...(nodesAwaitingReview(lookup).has(judged) && { review: part }),
      ...(canBeChallenged(judged) && { challenge: part }),
      ...(leadsOn && state !== 'current' && { reason: true as const }),
      ...(sight?.mayUnfold && sight.leadsToMatch(judged) && { unfold: true as const }),
      expandable: leadsOn || showsComments(lookup, sight, judged, isIn),
      part,
      names,
      source: { uri: toUri(fileOf(one, node)), range: node.range, selectionRange: node.idRange },
    },
  ];
}

/** Whether a filter shows anything directly below a node. */
function showsBelow(
  { lookup, sight }: TreeContext,
  { case: one, judged }: NodeOfCase,
  belowMatch: boolean,
): boolean {
  return (
    judged.links.some((key) => {
      const link = one.links.get(key);
      return link !== undefined && sight?.showsLink(link, belowMatch);
    }) ||
    judged.children.some((ref) => {
      const child = nodeOf(lookup, ref)?.judged;
      return child !== undefined && sight?.showsNode(child, belowMatch);
    })
  );
}

/** Whether a node is of another case than the top of its branch is; where that is a state or a requirement, whether there are several cases. */
function isForeign({ lookup }: TreeContext, parent: string, one: JudgedCase): boolean {
  for (const step of stepsOf(parent)) {
    if (step.is === 'case' || step.is === 'node' || step.is === 'kind') return step.case !== one.key;
  }
  return lookup.snapshot.cases.length > 1;
}

/** What kind of node it is, where neither its id nor the row above says so. */
function kindBehind(node: CaseNode, parent: string): string {
  const step = lastStep(parent);
  const isGrouped = step.is === 'kind' && step.kind === node.kind;
  return !node.derived || node.kind === 'claim' || isGrouped ? '' : sayKind(node.kind);
}

/** What the author calls evidence and says of it, to stand before what is known of its one link. */
function describeEvidence({ node }: JudgedNode, { link }: JudgedLink): string {
  const name = node.derived ? '' : `**${escapeMarkdown(`${kindLabel(node)} ${node.id}`)}**`;
  const text = node.text === link.locator ? '' : escapeMarkdown(node.text);
  return [name, text]
    .filter(Boolean)
    .map((part) => `${part}\n\n`)
    .join('');
}

/** What hangs under a node in the order of the document, behind that what it refers to in other files, and then the comments of code that name it. */
export function childRows(context: TreeContext, parent: string, one: JudgedCase, judged: JudgedNode): Row[] {
  if (onlyLink(one, judged)) return [];
  const belowMatch = isBelowMatch(context, parent);
  const nodes = judged.children.flatMap((child) => nodeRow(context, child, belowMatch));
  const links = judged.links.flatMap((key) => linkRow(context, one, key, belowMatch));
  const file = fileOf(one, judged.node);
  const own = [...nodes, ...links].filter((row) => row.file === file);
  const others = nodes.filter((row) => row.file !== file);
  own.sort((a, b) => comparePositions(a.start, b.start));
  const hasComments = showsComments(context.lookup, context.sight, judged, belowMatch);
  return [...own, ...others, ...(hasComments ? [commentRow(context.lookup, one, judged)] : [])];
}

/** A row with where it is written. */
export interface WrittenRow extends Row {
  readonly file: string;
  readonly start: Position;
}

/** What names the row of a node among those of its level. */
export function nodeRowId({ caseKey, node }: NodeRef): string {
  return `${caseKey}\n${node}`;
}

/** The row of a node; none where a filter hides it. */
export function nodeRow(context: TreeContext, ref: NodeRef, belowMatch: boolean): WrittenRow[] {
  const found = nodeOf(context.lookup, ref);
  if (!found || (context.sight && !context.sight.showsNode(found.judged, belowMatch))) return [];
  const { case: one, judged } = found;
  const only = onlyLink(one, judged);
  return [
    {
      id: nodeRowId(ref),
      name: briefName(judged.node),
      state: judged.state,
      file: fileOf(one, only?.link ?? judged.node),
      start: (only?.link.range ?? judged.node.idRange).start,
      make: (parent) => nodeItem(context, parent, ref, belowMatch),
    },
  ];
}

function linkRow(
  { now, sight }: TreeContext,
  one: JudgedCase,
  key: string,
  belowMatch: boolean,
): WrittenRow[] {
  const judged = one.links.get(key);
  if (!judged || (sight && !sight.showsLink(judged, belowMatch))) return [];
  const { link, verdict } = judged;
  return [
    {
      id: key,
      name: link.locator,
      state: link.cited ? verdict.state : 'current',
      file: fileOf(one, link),
      start: link.range.start,
      make: (parent) => [linkItem(one, parent, judged, now)],
    },
  ];
}

/** The row of a link. */
function linkItem(one: JudgedCase, parent: string, judged: JudgedLink, now: Date): TreeItem {
  const { link, verdict } = judged;
  const words = summarize(verdict, now);
  // The icon says enough of what is simply current.
  const shown = verdict.reason === 'unchanged' && !verdict.review ? '' : words;
  const isReviewed = verdict.review !== undefined && verdict.state === 'current';
  const role = link.role === 'entry-point' ? say('entry point') : '';
  const mention = link.cited ? role : say('mentioned');
  const withMention = (words: string): string => [mention, words].filter(Boolean).join(' · ');
  const target = evidenceLocations(one, verdict)[0];
  const difference = differenceOf(one, judged);
  return {
    key: linkKey(parent, link.key),
    kind: 'link',
    label: link.locator,
    description: withMention(shown),
    state: verdict.state,
    mention: !link.cited,
    tooltip: describeLink(one, judged, now),
    accessibilityLabel: [
      say('Evidence'),
      link.locator,
      withMention(isReviewed ? `${stateWord('current')}, ${words}` : words),
    ].join(', '),
    expandable: false,
    ...(awaitsReview(judged) && isReviewable(judged) && { review: reviewTarget(one, judged) }),
    ...(link.cited && link.role === 'evidence' && { challenge: reviewTarget(one, judged) }),
    ...(link.cited && isWholeFile(judged) && { narrow: reviewTarget(one, judged) }),
    source: { uri: toUri(fileOf(one, link)), range: link.range, selectionRange: link.range },
    part: reviewTarget(one, judged),
    names: { locator: link.locator },
    ...(target ? { target } : {}),
    ...(difference ? { difference } : {}),
  };
}
