import { message, say } from '../../l10n/say.ts';
import type { Case, CaseFormat, CaseNode, EvidenceLink, NodeKey } from '../../model/case.ts';
import { isDefeater, isSupportable } from '../../model/kinds.ts';
import type { ReadResult } from '../format.ts';
import { addInGsn2x } from './add-gsn2x.ts';
import { addInLtac } from './add-ltac.ts';
import { addInMarkdown } from './add-markdown.ts';
import { addInYaml } from './add-yaml.ts';
import { isNode } from './challenge.ts';
import { essenceOf, essenceOfLink, essenceOfRest, hasNewFindings, nodesByKey } from './essence.ts';
import { freeId } from './free-id.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

/** What is to be added to a case: a link to evidence, or a claim that others rest on. */
export type Addition =
  | { readonly is: 'evidence'; readonly to: NodeKey; readonly locator: string }
  /** Below the case itself, if no node is named. */
  | { readonly is: 'claim'; readonly below?: NodeKey; readonly words: string };

/** The same, with an id for what needs one. */
export type AdditionWithId = Addition & { readonly id: string };

/** Ways to write an addition, the best first. Whether one is read as it is meant is found by reading. */
export type ProposeAdditions = (
  text: string,
  one: Case,
  node: CaseNode | undefined,
  addition: AdditionWithId,
) => Iterable<readonly TextEdit[]>;

/** The edits, how the file reads with them, and the node that is new; or why there are none: a sentence. */
export type AddResult =
  | {
      readonly kind: 'edits';
      readonly edits: readonly TextEdit[];
      readonly after: ReadResult;
      readonly node?: CaseNode;
    }
  | { readonly kind: 'refused'; readonly why: string };

const WRITERS: Readonly<Partial<Record<CaseFormat, ProposeAdditions>>> = {
  yaml: addInYaml,
  markdown: addInMarkdown,
  gsn2x: addInGsn2x,
  ltac: addInLtac,
};

const LETTERS = {
  native: { claim: ['C', 'CL'], evidence: ['E', 'EV'] },
  gsn2x: { claim: ['G'], evidence: ['Sn'], needed: true },
} as const;

/** How many ways to write it are tried: each is read. */
const MOST_TRIED = 24;
/** The longest text of a claim, in characters. */
const LONGEST = 2_000;

/** Whether additions to a notation can be written. */
export function isAddedTo(format: CaseFormat): boolean {
  return WRITERS[format] !== undefined;
}

/** Whether evidence can hang under a node. */
export function takesEvidence({ kind }: CaseNode): boolean {
  return isSupportable(kind) || isDefeater(kind);
}

/**
 * Writes evidence of a node, or a claim, into a claim file. What it gives was read back: that is there, and nothing else is different.
 *
 * @param read reads the text of this file
 */
export function add(
  text: string,
  caseId: string,
  wanted: Addition,
  read: (text: string) => ReadResult,
): AddResult {
  const before = read(text);
  const one = before.cases.find(({ id }) => id === caseId);
  const key = wanted.is === 'evidence' ? wanted.to : wanted.below;
  const node = one?.nodes.find((each) => each.key === key);
  if (!one || (key !== undefined && !node))
    return refused(say('The claim is not in this file any more. Try again.'));
  const propose = WRITERS[one.format];
  if (!propose) return refused(say(NOT_WRITTEN));
  const addition = withId(text, one, wanted);
  if (addition.is === 'claim' && !/[\p{L}\p{N}]/u.test(addition.words))
    return refused(say('A claim needs words: what holds?'));
  if (addition.is === 'claim' && addition.words.length > LONGEST)
    return refused(say('A claim has at most {0} characters. Say it shorter.', LONGEST));
  if (addition.is === 'evidence' && isThere(one, addition.to, addition.locator))
    return refused(
      node!.derived
        ? say('The claim rests on {0} already.', addition.locator)
        : say('{0} rests on {1} already.', node!.id, addition.locator),
    );
  let tried = 0;
  for (const edits of propose(text, one, node, addition)) {
    if (tried++ >= MOST_TRIED) break;
    const after = read(applyEdits(text, edits));
    const added = justThat(before, after, one, addition);
    if (added) return { kind: 'edits', edits, after, ...(added.node && { node: added.node }) };
  }
  return refused(sayNoPlace(wanted, node));
}

function sayNoPlace(wanted: Addition, node: CaseNode | undefined): string {
  const name = node?.derived ? undefined : node?.id;
  if (wanted.is === 'evidence')
    return name === undefined
      ? say(
          'Warrant found no place in this file where {0} would be read as evidence of this node, and nothing else would change. Write it by hand.',
          wanted.locator,
        )
      : say(
          'Warrant found no place in this file where {0} would be read as evidence of {1}, and nothing else would change. Write it by hand.',
          wanted.locator,
          name,
        );
  if (!node)
    return say(
      'Warrant found no place in this file where the claim would be read as one, and nothing else would change. Write it by hand.',
    );
  return name === undefined
    ? say(
        'Warrant found no place in this file where the claim would be read as one of this node, and nothing else would change. Write it by hand.',
      )
    : say(
        'Warrant found no place in this file where the claim would be read as one of {0}, and nothing else would change. Write it by hand.',
        name,
      );
}

const NOT_WRITTEN = message(
  'This notation is not written here. Add it in the tool that the case is made with, or convert the case to YAML.',
);

function refused(why: string): AddResult {
  return { kind: 'refused', why };
}

function withId(text: string, one: Case, wanted: Addition): AdditionWithId {
  const letters = one.format === 'gsn2x' ? LETTERS.gsn2x : LETTERS.native;
  const id = freeId(one, text, wanted.is, letters);
  if (wanted.is === 'evidence') return { ...wanted, id };
  return { ...wanted, words: wanted.words.replace(/\s+/g, ' ').trim(), id };
}

function isThere({ evidence }: Case, to: NodeKey, locator: string): boolean {
  return evidence.some((link) => link.parent === to && link.locator === locator && link.cited);
}

/** What is new, if one text says what the other does and the addition besides, and nothing else. */
function justThat(
  before: ReadResult,
  after: ReadResult,
  one: Case,
  addition: AdditionWithId,
): { readonly node?: CaseNode } | undefined {
  if (before.cases.length !== after.cases.length || hasNewFindings(before, after)) return undefined;
  let found: { readonly node?: CaseNode } | undefined;
  for (const [at, each] of before.cases.entries()) {
    const other = after.cases[at]!;
    if (each.id !== one.id) {
      if (essenceOf(each) !== essenceOf(other)) return undefined;
      continue;
    }
    if (essenceOfRest(each) !== essenceOfRest(other)) return undefined;
    const nodes = nodesByKey(each);
    const kept = other.nodes.filter(({ key }) => nodes.has(key));
    const [node, ...others] = other.nodes.filter(({ key }) => !nodes.has(key));
    if (others.length > 0 || kept.length !== each.nodes.length) return undefined;
    if (!kept.every((now) => essenceOf(nodes.get(now.key)!) === essenceOf(now))) return undefined;
    const isMeant =
      addition.is === 'claim'
        ? isClaim(node, addition) && sameLinks(each.evidence, other.evidence)
        : isEvidence(node, each.evidence, other.evidence, addition);
    if (!isMeant) return undefined;
    found = node ? { node } : {};
  }
  return found;
}

function isClaim(node: CaseNode | undefined, wanted: AdditionWithId & { is: 'claim' }): boolean {
  if (!node || !isNode(node, { id: wanted.id, kind: 'claim', words: wanted.words })) return false;
  return wanted.below === undefined
    ? node.parents.length === 0
    : node.parents.length === 1 && node.parents[0] === wanted.below;
}

/** One link more, and where the notation has evidence as nodes, one of these. */
function isEvidence(
  node: CaseNode | undefined,
  before: readonly EvidenceLink[],
  after: readonly EvidenceLink[],
  { to, locator, id }: AdditionWithId & { is: 'evidence' },
): boolean {
  if (node && !(node.kind === 'evidence' && node.id === id && node.parents.includes(to))) return false;
  const keys = new Map<string, number>();
  for (const link of before) keys.set(essenceOfLink(link), (keys.get(essenceOfLink(link)) ?? 0) + 1);
  const added = after.filter((link) => {
    const count = keys.get(essenceOfLink(link)) ?? 0;
    keys.set(essenceOfLink(link), count - 1);
    return count <= 0;
  });
  const [link] = added;
  return (
    added.length === 1 &&
    after.length === before.length + 1 &&
    link!.parent === to &&
    link!.cited &&
    link!.locator === locator
  );
}

function sameLinks(before: readonly EvidenceLink[], after: readonly EvidenceLink[]): boolean {
  return (
    before.length === after.length &&
    before.every((link, i) => essenceOfLink(link) === essenceOfLink(after[i]!))
  );
}
