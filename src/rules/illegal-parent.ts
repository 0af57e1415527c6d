import { type Message, message, say } from '../l10n/say.ts';
import type { CaseFormat } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import { NODE_KINDS, type NodeKind, isDefeater, aKind } from '../model/kinds.ts';
import type { Element } from './elements.ts';
import type { CaseView, Rule, RuleFinding } from './rule.ts';
import { atNode, nameOf } from './wording.ts';

/** What needs no support and takes none. */
const SURROUNDINGS: readonly NodeKind[] = ['context', 'assumption', 'justification'];

const all = (...but: NodeKind[]): ReadonlySet<NodeKind> =>
  new Set(NODE_KINDS.filter((kind) => !but.includes(kind)));

/** Which kinds a node of each kind must not stand under. Evidence as a parent, and undercuts, have rules of their own. */
const FORBIDDEN: Readonly<Record<NodeKind, ReadonlySet<NodeKind>>> = {
  claim: new Set(SURROUNDINGS),
  strategy: new Set([...SURROUNDINGS, 'asset']),
  evidence: new Set(SURROUNDINGS),
  context: new Set(SURROUNDINGS),
  assumption: new Set(SURROUNDINGS),
  justification: new Set(SURROUNDINGS),
  inference: new Set([...SURROUNDINGS, 'asset', 'inference']),
  rebuttal: new Set(['evidence', 'inference']),
  undercut: new Set(),
  undermine: all('evidence'),
  asset: new Set(['assumption', 'justification', 'inference']),
  threat: new Set(['context', 'justification', 'inference', 'evidence']),
  control: new Set(SURROUNDINGS),
};

const WHERE: Readonly<Record<NodeKind, Message>> = {
  claim: message('Write it under the claim or strategy that it supports, or under what it answers.'),
  strategy: message('Write it under the claim that it argues for.'),
  evidence: message('Evidence supports claims: write what it shows as a claim, and the evidence under that.'),
  context: message('Write it under the claim or strategy that it explains.'),
  assumption: message('Write it under the claim or strategy that rests on it.'),
  justification: message('Write it under the claim or strategy that it justifies.'),
  inference: message('Write it under the claim whose support it explains.'),
  rebuttal: message(
    'A rebuttal attacks a claim; what attacks evidence is an undermine, and what attacks an inference rule an undercut.',
  ),
  undercut: message('Write it under the inference rule that it attacks.'),
  undermine: message(
    'An undermine attacks evidence: write it under that, or call it a rebuttal if it attacks a claim.',
  ),
  asset: message('Write it at the top of the case, or under the claim that is about it.'),
  threat: message('Write it under the asset or claim that it threatens.'),
  control: message('Write it under the threat that it answers, or the claim that it supports.'),
};

/** Children of a kind that their parent cannot have, such as claims or evidence below a context. */
export const illegalParentRule: Rule = {
  id: 'illegal-parent',
  level: 'warning',
  about: 'nodes under a node of a kind that cannot have them, such as a claim under a context',
  check: (view) =>
    view.lenient ? [] : view.elements.flatMap((one) => [...itself(view, one), ...links(view, one)]),
};

/** Why a node of a kind must not stand under one of another kind, as a sentence that says where it may; undefined where it may. */
export function whyNotUnder(kind: NodeKind, parent: NodeKind): string | undefined {
  const isBelowEvidence = parent === 'evidence' && kind !== 'undermine';
  return isBelowEvidence || FORBIDDEN[kind].has(parent) ? say(WHERE[kind]) : undefined;
}

function itself(view: CaseView, { node, parents }: Element): RuleFinding[] {
  // Counter-goals of GSN challenge whatever they like.
  if (node.kind === 'rebuttal' && view.case.format !== 'yaml') return [];
  const parent = parents.find(
    ({ kind }) =>
      FORBIDDEN[node.kind].has(kind) &&
      !(kind === 'evidence' && !isDefeater(node.kind)) &&
      !isOfNotation(view.case.format, node.kind, kind),
  );
  if (!parent) return [];
  const message = `${say('{0} is {1} and stands under {2}, {3}.', nameOf(node), aKind(node.kind), nameOf(parent), aKind(parent.kind))} ${say(WHERE[node.kind])}`;
  return [atNode(view, node, message)];
}

/** What a notation says of itself that it may be: in LTAC any element has context, and a justification is argued for like a claim. */
function isOfNotation(format: CaseFormat, kind: NodeKind, parent: NodeKind): boolean {
  if (format !== 'ltac') return false;
  return kind === 'context' || (parent === 'justification' && ARGUED.has(kind));
}

const ARGUED: ReadonlySet<NodeKind> = new Set<NodeKind>(['claim', 'strategy', 'evidence']);

/** Evidence that is nothing but a locator is no node. In LTAC a place in parentheses is where the document lies that context speaks of. */
function links(view: CaseView, { node, links: all }: Element): RuleFinding[] {
  if (view.case.format === 'ltac') return [];
  const link = all.find(({ cited, role }) => cited && role === 'evidence');
  if (!link || !FORBIDDEN.evidence.has(node.kind)) return [];
  const message = `${say('{0} is {1} and stands under {2}, {3}.', link.locator, aKind('evidence'), nameOf(node), aKind(node.kind))} ${say(WHERE.evidence)}`;
  return [atNode(view, node, message, { range: link.range, file: fileOf(view, link) })];
}
