import { type Message, message, say } from '../../l10n/say.ts';
import type { Case, CaseFormat, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import { type NodeKind, aKind } from '../../model/kinds.ts';
import type { ReadResult } from '../format.ts';
import { challengesInGsn2x, GSN_LETTERS } from './challenge-gsn2x.ts';
import { challengesInLtac } from './challenge-ltac.ts';
import { challengesInMarkdown } from './challenge-markdown.ts';
import { challengesInYaml } from './challenge-yaml.ts';
import { essenceOf, essenceOfLink, essenceOfRest, hasNewFindings, nodesByKey } from './essence.ts';
import { type Letters, freeId } from './free-id.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** What is to be challenged: a node, or the evidence of a link. */
export interface ChallengeTarget {
  /** The id of its case. */
  readonly case: string;
  /** The node that is attacked: a claim, or an evidence node. */
  readonly node: NodeKey;
}

/** A node that is to be written. */
export interface NewNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Plain text on one line. */
  readonly words: string;
}

/** A new defeater, and the node it attacks. */
export interface Challenge extends NewNode {
  readonly kind: 'rebuttal' | 'undermine';
}

/** The edits that write a challenge, or why there are none: a sentence for people. */
export type ChallengeResult =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[]; readonly challenge: Challenge }
  | { readonly kind: 'refused'; readonly why: string };

/** Ways to write a challenge of a node, the best first. Whether one is read as it is meant is found by reading. */
export type ProposeChallenges = (
  text: string,
  one: Case,
  node: CaseNode,
  challenge: NewNode,
) => Iterable<readonly TextEdit[]>;

const WRITERS: Readonly<Partial<Record<CaseFormat, ProposeChallenges>>> = {
  yaml: challengesInYaml,
  markdown: challengesInMarkdown,
  gsn2x: challengesInGsn2x,
  ltac: challengesInLtac,
};

const LETTERS: Letters = { rebuttal: ['R', 'RB', 'REB'], undermine: ['UM', 'UND'] };
/** The notations in which evidence can be attacked by a node of its own kind. */
const HAS_UNDERMINES: ReadonlySet<CaseFormat> = new Set<CaseFormat>(['yaml', 'markdown', 'ltac']);
/** The longest challenge, in characters. */
const LONGEST = 2_000;
/** How many ways to write it are tried: each is read. */
const MOST_TRIED = 16;

/**
 * Writes a challenge into a claim file: a rebuttal of a claim, or an undermine of evidence that is a node. What it gives was read back: the new
 * node attacks what it is meant to attack, and nothing else is different.
 *
 * @param read reads the text of this file
 */
export function challenge(
  text: string,
  target: ChallengeTarget,
  words: string,
  read: (text: string) => ReadResult,
): ChallengeResult {
  const said = words.replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(said))
    return refused(say('A challenge needs words: what might make the claim false?'));
  if (said.length > LONGEST)
    return refused(say('A challenge has at most {0} characters. Say it shorter.', LONGEST));
  const before = read(text);
  const one = before.cases.find(({ id }) => id === target.case);
  const node = one?.nodes.find(({ key }) => key === target.node);
  if (!one || !node) return refused(say('The claim is not in this file any more. Try again.'));
  const propose = WRITERS[one.format];
  if (!propose)
    return refused(say(NOT_WRITTEN[one.format] ?? message('Warrant does not write this notation.')));
  const kind = node.kind === 'evidence' && HAS_UNDERMINES.has(one.format) ? 'undermine' : 'rebuttal';
  const letters = one.format === 'gsn2x' ? GSN_LETTERS : LETTERS;
  const wanted: Challenge = { id: freeId(one, text, kind, letters), kind, words: said };
  let tried = 0;
  for (const edits of propose(text, one, node, wanted)) {
    if (tried++ >= MOST_TRIED) break;
    const after = read(applyEdits(text, edits));
    const added = justThat(before, after, target, wanted);
    if (added) return { kind: 'edits', edits, challenge: { ...wanted, id: added.id } };
  }
  return refused(
    node.derived
      ? say(
          'Warrant found no place in this file where the challenge would be read as {0} of this node, which has no id, and nothing else would change. Give it an id, such as C1, or write the challenge by hand.',
          aKind(kind),
        )
      : say(
          'Warrant found no place in this file where the challenge would be read as {0} of {1}, and nothing else would change. Write it by hand.',
          aKind(kind),
          node.id,
        ),
  );
}

const NOT_WRITTEN: Readonly<Partial<Record<CaseFormat, Message>>> = {
  drawio: message(
    'A drawing cannot be edited here. Draw the rebuttal, or convert the case to YAML and challenge it there.',
  ),
  tsf: message(
    'Items of the Trustable Software Framework have no rebuttals. Convert the case to YAML and challenge it there.',
  ),
};

function refused(why: string): ChallengeResult {
  return { kind: 'refused', why };
}

/** The new node, if one text says what the other does and the challenge besides, and nothing else. */
function justThat(
  before: ReadResult,
  after: ReadResult,
  target: ChallengeTarget,
  wanted: Challenge,
): CaseNode | undefined {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return undefined;
  let found: CaseNode | undefined;
  for (const [at, one] of before.cases.entries()) {
    const other = after.cases[at]!;
    if (one.id === target.case) {
      found =
        essenceOfRest(one) === essenceOfRest(other) ? addedNode(one, other, target.node, wanted) : undefined;
      if (!found) return undefined;
    } else if (essenceOf(one) !== essenceOf(other)) return undefined;
  }
  return found;
}

function addedNode(before: Case, after: Case, target: NodeKey, wanted: Challenge): CaseNode | undefined {
  const nodes = nodesByKey(before);
  const [added, ...others] = after.nodes.filter(({ key }) => !nodes.has(key));
  if (!added || others.length > 0 || after.nodes.length !== before.nodes.length + 1) return undefined;
  const kept = after.nodes.filter((node) => node !== added);
  const isKept = kept.every((node) => essenceOf(nodes.get(node.key)!) === essenceOf(node));
  const links = after.evidence.filter((link) => !isMentionOf(link, added));
  const isMeant = isNode(added, wanted) && added.parents.length === 1 && added.parents[0] === target;
  const areLinksKept =
    links.length === before.evidence.length &&
    links.every((link, at) => essenceOfLink(link) === essenceOfLink(before.evidence[at]!));
  return isKept && isMeant && areLinksKept ? added : undefined;
}

/** Whether a node is the one that was to be written; in documents whose nodes have no ids, it has none either. */
export function isNode(node: CaseNode, { id, kind, words }: NewNode): boolean {
  return (node.id === id || node.derived) && node.kind === kind && plain(node.text) === plain(words);
}

/** Words of a challenge that look like a path are a mention of it, as everywhere. */
function isMentionOf(link: EvidenceLink, { key }: CaseNode): boolean {
  return link.parent === key && !link.cited;
}

/** Without what emphasis is made of in some notations. */
function plain(text: string): string {
  return text
    .replace(/[`*_\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
