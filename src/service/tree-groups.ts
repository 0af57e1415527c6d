import { type Message, message, say, sayCount } from '../l10n/say.ts';
import type { NodeKey } from '../model/case.ts';
import type { NodeKind } from '../model/kinds.ts';
import { push } from '../model/multimap.ts';
import { addCounts } from '../model/propagate.ts';
import { worstState } from '../model/state.ts';
import { stateWord } from '../model/state-words.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import { fileOf } from '../model/file-of.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import { toUri } from './uris.ts';
import type { TreeItem } from './views.ts';
import { sayCounts } from './wording.ts';

/*
 * Documents that list assets, threats and controls have dozens of nodes with nothing above them. In the tree, those of a kind then share a row.
 */

/** With so many rows at the top of a case, one still sees what is there. */
const MOST_ROWS = 12;
/** Fewer of a kind are worth a row each. */
const FEW = 3;

/** Nodes of one kind at the top of a case, in the order of the document. */
export interface Group {
  readonly kind: NodeKind;
  readonly nodes: readonly NodeKey[];
}

/** What stands at the top of a case: nodes by themselves, and groups where there would be too many, each in the place of its first node. */
export function rowsOf({ roots, nodes }: JudgedCase): (NodeKey | Group)[] {
  if (roots.length <= MOST_ROWS) return [...roots];
  const byKind = new Map<NodeKind, NodeKey[]>();
  const kindOf = (key: NodeKey): NodeKind => nodes.get(key)!.node.kind;
  for (const key of roots) push(byKind, kindOf(key), key);
  if (byKind.size === 1) return [...roots];
  return roots.flatMap((key): (NodeKey | Group)[] => {
    const kind = kindOf(key);
    const alike = byKind.get(kind)!;
    if (alike.length <= FEW) return [key];
    return key === alike[0] ? [{ kind, nodes: alike }] : [];
  });
}

/** The group of that kind; undefined where its nodes stand by themselves. */
export function groupOf(one: JudgedCase, kind: string | undefined): Group | undefined {
  return rowsOf(one).find((row): row is Group => typeof row !== 'string' && row.kind === kind);
}

/** Several nodes of a kind, as people call them, and by their number. */
const PLURALS: Readonly<Record<NodeKind, readonly [label: Message, counted: Message]>> = {
  claim: [message('Claims'), message('{0} claims')],
  strategy: [message('Strategies'), message('{0} strategies')],
  evidence: [message('Pieces of evidence'), message('{0} pieces of evidence')],
  context: [message('Context'), message('{0} context')],
  assumption: [message('Assumptions'), message('{0} assumptions')],
  justification: [message('Justifications'), message('{0} justifications')],
  inference: [message('Inference rules'), message('{0} inference rules')],
  rebuttal: [message('Rebuttals'), message('{0} rebuttals')],
  undercut: [message('Undercuts'), message('{0} undercuts')],
  undermine: [message('Undermines'), message('{0} undermines')],
  asset: [message('Assets'), message('{0} assets')],
  threat: [message('Threats'), message('{0} threats')],
  control: [message('Controls'), message('{0} controls')],
};

/** The row of a group. @param key its key in the tree */
export function groupItem(one: JudgedCase, { kind, nodes }: Group, key: string): TreeItem {
  const members = nodes.map((node) => one.nodes.get(node)!);
  const state = worstState(members.map((member) => member.state));
  const counts = sayCounts(addCounts(members.map((member) => member.counts)));
  const given = members.every((member) => isTakenAsGiven(member.node, member));
  const [name, counted] = PLURALS[kind];
  const number = say(counted, nodes.length);
  return {
    key,
    kind: 'group',
    label: say(name),
    description: String(nodes.length),
    state,
    ...(given && { given: kind }),
    mention: false,
    tooltip: [
      given ? `**${number}**` : `**${number}** · ${stateWord(state)}`,
      given ? '' : sayWorst(state, members),
      counts && `${counts}.`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibilityLabel: [number, given ? '' : stateWord(state), counts].filter(Boolean).join(', '),
    expandable: true,
    source: placeOf(one, members[0]!),
  };
}

function sayWorst(state: TreeItem['state'], members: readonly JudgedNode[]): string {
  const number = members.filter((member) => member.state === state).length;
  if (state === 'current') return '';
  return sayCount(number, 'One is {1}.', '{0} are {1}.', stateWord(state));
}

function placeOf(one: JudgedCase, { node }: JudgedNode): TreeItem['source'] {
  return { uri: toUri(fileOf(one, node)), range: node.range, selectionRange: node.idRange };
}
