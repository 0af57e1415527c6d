import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-protocol';
import { stateWord } from '../model/state-words.ts';
import { fileOf } from '../model/file-of.ts';
import { type NodeKind, sayKind } from '../model/kinds.ts';
import { type Range, comparePositions } from '../model/text.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { kindLabel, nodeTitle } from './wording.ts';

/** How deep the outline goes; what lies deeper stands on the last level. */
const MOST_LEVELS = 50;

/**
 * The argument of a claim file as an outline: cases, what is written in them, and the evidence, each with its state. Markdown has none, since
 * editors outline it by its headings, and two outlines of one document would say most things twice.
 */
export function documentSymbols(lookup: Lookup, file: string): DocumentSymbol[] {
  return lookup
    .casesIn(file)
    .filter((one) => one.case.format !== 'markdown' && one.case.format !== 'drawio')
    .map((one) => caseSymbol(one, file))
    .filter((symbol) => symbol !== undefined);
}

function caseSymbol(one: JudgedCase, file: string): DocumentSymbol | undefined {
  const children = nodeSymbols(one, file);
  if (one.file !== file) return children[0] && { ...children[0], children };
  return {
    name: one.case.title || one.case.id,
    detail: stateWord(one.state),
    kind: KIND.namespace,
    range: around(one.case.range, one.case.titleRange),
    selectionRange: one.case.titleRange,
    children,
  };
}

/** The nodes of a case that are written in a file, each under the one it is written under. */
function nodeSymbols(one: JudgedCase, file: string): DocumentSymbol[] {
  const here = [...one.nodes.values()].filter(({ node }) => fileOf(one, node) === file);
  const top: DocumentSymbol[] = [];
  const placed = new Map<string, { symbol: DocumentSymbol; depth: number; into: DocumentSymbol[] }>();
  for (const judged of here) {
    const symbol = nodeSymbol(judged);
    const above = judged.node.parents.map((key) => placed.get(key)).find((found) => found !== undefined);
    const isTooDeep = above !== undefined && above.depth >= MOST_LEVELS;
    const into = above === undefined ? top : isTooDeep ? above.into : above.symbol.children!;
    into.push(symbol);
    placed.set(judged.node.key, { symbol, depth: above === undefined ? 0 : above.depth + 1, into });
  }
  for (const judged of one.links.values()) {
    const { link } = judged;
    const symbol = placed.get(link.node ?? link.parent)?.symbol;
    // A node that is nothing but its locator says that already.
    if (!symbol || !link.cited || fileOf(one, link) !== file || symbol.name.endsWith(link.locator)) continue;
    symbol.children!.push(linkSymbol(judged));
  }
  return top;
}

function nodeSymbol(judged: JudgedNode): DocumentSymbol {
  const { node, state } = judged;
  const isGiven = isTakenAsGiven(node, judged);
  return {
    name: nodeTitle(node) || kindLabel(node),
    detail: isGiven ? sayKind(node.kind) : `${sayKind(node.kind)} · ${stateWord(state)}`,
    kind: KINDS[node.kind],
    range: around(node.range, node.idRange),
    selectionRange: node.idRange,
    children: [],
  };
}

function linkSymbol({ link, verdict }: JudgedLink): DocumentSymbol {
  return {
    name: link.locator,
    detail: stateWord(verdict.state),
    kind: KIND.file,
    range: link.range,
    selectionRange: link.range,
  };
}

/** The smallest range that holds both: editors refuse a name outside of its symbol. */
function around(a: Range, b: Range): Range {
  return {
    start: comparePositions(a.start, b.start) <= 0 ? a.start : b.start,
    end: comparePositions(a.end, b.end) >= 0 ? a.end : b.end,
  };
}

/** Numbers of the protocol. */
const KIND = {
  file: 1,
  module: 2,
  namespace: 3,
  class: 5,
  method: 6,
  constant: 14,
  string: 15,
  object: 19,
  key: 20,
  event: 24,
  operator: 25,
} as const;

/** Icons that tell the kinds apart; no protocol knows arguments. */
export const KINDS: Readonly<Record<NodeKind, SymbolKind>> = {
  claim: KIND.class,
  strategy: KIND.module,
  evidence: KIND.file,
  context: KIND.string,
  assumption: KIND.constant,
  justification: KIND.string,
  inference: KIND.operator,
  rebuttal: KIND.event,
  undercut: KIND.event,
  undermine: KIND.event,
  asset: KIND.object,
  threat: KIND.event,
  control: KIND.method,
};
