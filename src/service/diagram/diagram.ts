import type { DiagramData, DiagramNode, DiagramRelation, DiagramRelationKind } from '../../model/diagram.ts';
import { say } from '../../l10n/say.ts';
import { fileOf } from '../../model/file-of.ts';
import type { NodeRef } from '../../model/graph.ts';
import { KIND_LABELS, type NodeKind, isDefeater } from '../../model/kinds.ts';
import { isTakenAsGiven } from '../../model/taken-as-given.ts';
import { comparePositions } from '../../model/text.ts';
import { summarize } from '../../project/judging/explain.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../../project/snapshot.ts';
import type { Lookup } from '../lookup.ts';
import { toUri } from '../uris.ts';
import { STATE_WORDS, kindLabel } from '../wording.ts';

/** A case as boxes and relations; undefined where there is no such case. @param key the case's key in the snapshot */
export function diagramOf(lookup: Lookup, key: string, now: Date): DiagramData | undefined {
  const one = lookup.caseOf(key);
  if (!one) return undefined;
  const nodes = new Map<string, DiagramNode>();
  const relations: DiagramRelation[] = [];
  const add = (node: DiagramNode): void => void (nodes.has(node.key) || nodes.set(node.key, node));
  for (const judged of one.nodes.values()) {
    const only = onlyLink(one, judged);
    add(only ? namedLink(one, judged, only, now) : plainNode(one, judged));
    if (only) continue;
    const from = nodeKey(judged.node.key);
    for (const [kind, below] of belowOf(lookup, one, judged, now)) {
      add(below);
      relations.push({ from, to: below.key, kind: relationOf(judged.node.kind, kind) });
    }
  }
  return {
    case: one.key,
    title: one.case.title,
    state: one.state,
    uri: toUri(one.file),
    nodes: [...nodes.values()],
    relations,
  };
}

/** The key of a node of the case that is shown. */
export function nodeKey(node: string): string {
  return `n/${node}`;
}

/** The key of a link's box; a link that is all there is to an evidence node shares its box. @param link in `one` */
export function linkKey(one: JudgedCase, { link }: JudgedLink): string {
  const owner = link.node === undefined ? undefined : one.nodes.get(link.node);
  return owner && onlyLink(one, owner) ? nodeKey(owner.node.key) : `l/${link.key}`;
}

/** What hangs directly under a node, in the order of the document, what is written in other files last. */
function belowOf(
  lookup: Lookup,
  one: JudgedCase,
  judged: JudgedNode,
  now: Date,
): readonly (readonly [NodeKind, DiagramNode])[] {
  const nodes = judged.children.flatMap((ref) => boxOf(lookup, one, ref, now));
  const links = judged.links
    .flatMap((key) => one.links.get(key) ?? [])
    .map((link) => linkNode(one, link, now));
  const all = [...nodes, ...links].map((node) => [node.kind, node] as const);
  const uri = toUri(fileOf(one, judged.node));
  const own = all.filter(([, { source }]) => source.uri === uri);
  own.sort(([, a], [, b]) => comparePositions(a.source.range.start, b.source.range.start));
  return [...own, ...all.filter(([, { source }]) => source.uri !== uri)];
}

function boxOf(lookup: Lookup, one: JudgedCase, ref: NodeRef, now: Date): DiagramNode[] {
  const other = lookup.caseOf(ref.caseKey);
  const judged = other?.nodes.get(ref.node);
  if (!other || !judged) return [];
  if (other !== one) {
    return [{ ...plainNode(other, judged), key: `a/${other.key}/${ref.node}`, away: other.case.title }];
  }
  const only = onlyLink(one, judged);
  return [only ? namedLink(one, judged, only, now) : plainNode(one, judged)];
}

/** What stands between a node and one below it follows from what kinds they are. */
function relationOf(above: NodeKind, below: NodeKind): DiagramRelationKind {
  if (isDefeater(below)) return 'challenges';
  if (BESIDE.has(below)) return 'inContextOf';
  return isDefeater(above) ? 'answers' : 'supportedBy';
}

const BESIDE: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'context',
  'assumption',
  'justification',
  'inference',
  'asset',
]);

function plainNode(one: JudgedCase, judged: JudgedNode): DiagramNode {
  const { node, state, counts } = judged;
  const given = isTakenAsGiven(node, judged);
  return {
    key: nodeKey(node.key),
    kind: node.kind,
    id: node.derived ? '' : node.id,
    label: kindLabel(node),
    text: node.text,
    state,
    given,
    words: given ? '' : say(STATE_WORDS[state]),
    counts,
    undeveloped: node.undeveloped,
    defeated: node.defeated ?? false,
    mention: false,
    source: { uri: toUri(fileOf(one, node)), range: node.idRange },
  };
}

function linkNode(one: JudgedCase, judged: JudgedLink, now: Date): DiagramNode {
  const { link, verdict } = judged;
  return {
    key: linkKey(one, judged),
    kind: 'evidence',
    id: '',
    label: labelOf(link),
    text: link.locator,
    state: verdict.state,
    given: false,
    words: summarize(verdict, now),
    counts: { evidence: 0, current: 0, defeaters: 0, answered: 0 },
    undeveloped: false,
    defeated: false,
    mention: !link.cited,
    source: { uri: toUri(fileOf(one, link)), range: link.range },
  };
}

function labelOf({ role, cited }: JudgedLink['link']): string {
  if (role === 'entry-point') return say('Entry point');
  return cited ? say(KIND_LABELS.evidence) : say('Mention');
}

/** An evidence node that is nothing but a name for its one link. */
function namedLink(one: JudgedCase, { node }: JudgedNode, only: JudgedLink, now: Date): DiagramNode {
  const text = node.derived || node.text === '' || node.text === only.link.locator ? undefined : node.text;
  const link = linkNode(one, only, now);
  return {
    ...link,
    key: nodeKey(node.key),
    id: node.derived ? '' : node.id,
    text: text === undefined ? link.text : `${text} (${link.text})`,
    defeated: node.defeated ?? false,
  };
}

function onlyLink(one: JudgedCase, { node, links, children }: JudgedNode): JudgedLink | undefined {
  const alone = node.kind === 'evidence' && links.length === 1 && children.length === 0;
  return alone ? one.links.get(links[0]!) : undefined;
}
