import type { CaseNode, EvidenceLink } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { Position } from '../model/text.ts';
import { comparePositions } from '../model/text.ts';
import type { NodeRef } from '../model/graph.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import { summarize } from '../project/judging/explain.ts';
import { isWholeFile } from '../project/narrowing/narrowings.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import { describeLink, describeNode } from './hover.ts';
import type { Lookup } from './lookup.ts';
import { canBeChallenged } from './challenge.ts';
import { awaitingUnder, awaitsReview, isReviewable, reviewTarget } from './reviewable.ts';
import { differenceOf, evidenceLocations } from './targets.ts';
import { type Group, groupItem, groupOf, rowsOf } from './tree-groups.ts';
import { toUri } from './uris.ts';
import type { TreeItem } from './views.ts';
import { STATE_WORDS, escapeMarkdown, kindLabel, nodeTitle, sayCounts } from './wording.ts';

/*
 * The claim tree, a level at a time. A key is the way from the top to an item, since a node that several claims refer to has several places
 * in the tree.
 */

/** Separates the steps of a key; occurs in no path and no id that a reader lets through. */
const STEP = '\u001f';
const PART = '\u001e';

/** The cases, or what hangs directly under an item. Empty for keys of items that are gone. */
export function treeChildren(lookup: Lookup, parent: string | undefined, now: Date): TreeItem[] {
  if (parent === undefined) return lookup.snapshot.cases.map(caseItem);
  const place = findPlace(lookup, parent);
  if (!place) return [];
  const { case: one, node, group } = place;
  if (node) return childItems(lookup, parent, one, node, now);
  const rows = group ? group.nodes : rowsOf(one);
  return rows.flatMap((row) =>
    typeof row === 'string'
      ? nodeItem(lookup, parent, { caseKey: one.key, node: row }, now)
      : [groupItem(one, row, groupKey(one, row))],
  );
}

/** The items from the case down to the locator, or else the innermost node, at a place of a claim file. */
export function treePath(lookup: Lookup, file: string, position: Position, now: Date): TreeItem[] {
  const around = lookup.nodeAround(file, position);
  const spot = lookup.spotAt(file, position);
  const one = around?.case ?? spot?.case;
  if (!one) return [];
  const link = spot ? spot.judged?.link : linkOnLine(one, file, position, around?.node);
  const start = link ? one.nodes.get(link.node ?? link.parent) : around?.node;
  const nodes: JudgedNode[] = [];
  for (let node = start; node && !nodes.includes(node); node = parentOf(one, node)) nodes.unshift(node);
  const path: TreeItem[] = [caseItem(one)];
  const group = groupOf(one, nodes[0]?.node.kind);
  if (group?.nodes.includes(nodes[0]!.node.key)) path.push(groupItem(one, group, groupKey(one, group)));
  for (const node of nodes) {
    const item = nodeItem(lookup, path.at(-1)!.key, { caseKey: one.key, node: node.node.key }, now)[0];
    if (item) path.push(item);
  }
  const last = path.at(-1)!;
  if (link && last.kind !== 'evidence') {
    const item = treeChildren(lookup, last.key, now).find(({ key }) => key === linkKey(last.key, link.key));
    if (item) path.push(item);
  }
  return path;
}

/** The first node of the same case that a node is written under, or else is referred to by. */
function parentOf(one: JudgedCase, { node, parents }: JudgedNode): JudgedNode | undefined {
  const above = node.parents[0] ?? parents.find(({ caseKey }) => caseKey === one.key)?.node;
  return above === undefined ? undefined : one.nodes.get(above);
}

/** The link on a line whose cursor stands before it, as at a list's dash; where a node begins on that line, it is the node that is meant. */
function linkOnLine(
  one: JudgedCase,
  file: string,
  { line }: Position,
  around: JudgedNode | undefined,
): EvidenceLink | undefined {
  if (around?.node.idRange.start.line === line) return undefined;
  const onLine = one.case.evidence.filter(
    (link) => link.range.start.line === line && fileOf(one, link) === file && one.links.has(link.key),
  );
  return onLine.length === 1 ? onLine[0] : undefined;
}

interface Place {
  readonly case: JudgedCase;
  readonly node?: JudgedNode;
  readonly group?: Group;
}

function findPlace(lookup: Lookup, key: string): Place | undefined {
  const [caseKey = '', nodeKey, kind] = (key.split(STEP).at(-1) ?? '').split(PART);
  const one = lookup.caseOf(caseKey);
  if (!one || nodeKey === undefined) return one && { case: one };
  if (kind !== undefined) {
    const group = groupOf(one, kind);
    return group && { case: one, group };
  }
  const node = one.nodes.get(nodeKey);
  return node && { case: one, node };
}

function groupKey({ key }: JudgedCase, { kind }: Group): string {
  return `${key}${STEP}${key}${PART}${PART}${kind}`;
}

function linkKey(parent: string, link: string): string {
  return `${parent}${STEP}${PART}${PART}${link}`;
}

function caseItem(one: JudgedCase): TreeItem {
  const { title, titleRange, range } = one.case;
  const counts = sayCounts(one.counts);
  return {
    key: one.key,
    kind: 'case',
    label: title,
    description: ratio(one),
    state: one.state,
    mention: false,
    tooltip: [
      `**${escapeMarkdown(title)}** · ${one.state}`,
      [`Its argument ${STATE_WORDS[one.state]}.`, counts && `${counts}.`].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibilityLabel: ['Case', title, one.state, counts].filter(Boolean).join(', '),
    expandable: one.roots.length > 0,
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

/** One item; an evidence node with a single link and nothing else is shown as that link. */
function nodeItem(lookup: Lookup, parent: string, ref: NodeRef, now: Date): TreeItem[] {
  const one = lookup.caseOf(ref.caseKey);
  const judged = one?.nodes.get(ref.node);
  if (!one || !judged) return [];
  const key = `${parent}${STEP}${ref.caseKey}${PART}${ref.node}`;
  const { node, state, counts, children, links } = judged;
  const only = onlyLink(one, judged);
  if (only) {
    const item = linkItem(one, parent, only, now);
    const label = node.derived ? item.label : `${node.id} ${item.label}`;
    const accessibilityLabel = item.accessibilityLabel.replace(item.label, () => label);
    const tooltip = `${describeEvidence(judged, only)}${item.tooltip}`;
    return [{ ...item, key, kind: 'evidence', label, tooltip, accessibilityLabel }];
  }
  const foreign = parent.split(STEP)[0] !== ref.caseKey;
  const given = isTakenAsGiven(node, judged);
  return [
    {
      key,
      kind: node.kind,
      label: countedTitle(judged),
      description: foreign ? `in ${one.case.id}` : kindBehind(node, parent),
      state,
      ...(given && { given: node.kind }),
      mention: false,
      tooltip: describeNode(judged),
      accessibilityLabel: [kindLabel(node), nodeTitle(node), given ? '' : state, sayCounts(counts)]
        .filter(Boolean)
        .join(', '),
      ...(awaitingUnder(lookup, one, node.key).length > 0 && { review: { case: one.key, node: node.key } }),
      ...(canBeChallenged(judged) && { challenge: { case: one.key, node: node.key } }),
      expandable: children.length + links.length > 0,
      source: { uri: toUri(fileOf(one, node)), range: node.range, selectionRange: node.idRange },
    },
  ];
}

/** What kind of node it is, where neither its id nor the row above says so. */
function kindBehind(node: CaseNode, parent: string): string {
  const isGrouped = parent.endsWith(`${PART}${PART}${node.kind}`);
  return !node.derived || node.kind === 'claim' || isGrouped ? '' : kindLabel(node).toLowerCase();
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

/** The link of an evidence node that is nothing but a name for it. */
function onlyLink(one: JudgedCase, { node, links, children }: JudgedNode): JudgedLink | undefined {
  const alone = node.kind === 'evidence' && links.length === 1 && children.length === 0;
  return alone ? one.links.get(links[0]!) : undefined;
}

/** What hangs under a node in the order of the document, and behind that what it refers to in other files. */
function childItems(
  lookup: Lookup,
  parent: string,
  one: JudgedCase,
  judged: JudgedNode,
  now: Date,
): TreeItem[] {
  if (onlyLink(one, judged)) return [];
  const nodes = judged.children.flatMap((child) => nodeItem(lookup, parent, child, now));
  const links = judged.links.flatMap((key) => {
    const link = one.links.get(key);
    return link ? [linkItem(one, parent, link, now)] : [];
  });
  const uri = toUri(fileOf(one, judged.node));
  const own = [...nodes, ...links].filter(({ source }) => source.uri === uri);
  const others = nodes.filter(({ source }) => source.uri !== uri);
  own.sort((a, b) => comparePositions(a.source.selectionRange.start, b.source.selectionRange.start));
  return [...own, ...others];
}

function linkItem(one: JudgedCase, parent: string, judged: JudgedLink, now: Date): TreeItem {
  const { link, verdict } = judged;
  const words = summarize(verdict, now);
  // The icon says enough of what is simply current.
  const shown = verdict.reason === 'unchanged' && !verdict.review ? '' : words;
  const isReviewed = verdict.review !== undefined && verdict.state === 'current';
  const role = link.role === 'entry-point' ? 'entry point · ' : '';
  const mention = link.cited ? role : 'mentioned · ';
  const target = evidenceLocations(one, verdict)[0];
  const difference = differenceOf(one, judged);
  return {
    key: linkKey(parent, link.key),
    kind: 'link',
    label: link.locator,
    description: (mention + shown).replace(/ · $/, ''),
    state: verdict.state,
    mention: !link.cited,
    tooltip: describeLink(one, judged, now),
    accessibilityLabel: ['Evidence', link.locator, mention + (isReviewed ? `current, ${words}` : words)].join(
      ', ',
    ),
    expandable: false,
    ...(awaitsReview(judged) && isReviewable(judged) && { review: reviewTarget(one, judged) }),
    ...(link.cited && link.role === 'evidence' && { challenge: reviewTarget(one, judged) }),
    ...(link.cited && isWholeFile(judged) && { narrow: reviewTarget(one, judged) }),
    source: { uri: toUri(fileOf(one, link)), range: link.range, selectionRange: link.range },
    ...(target ? { target } : {}),
    ...(difference ? { difference } : {}),
  };
}
