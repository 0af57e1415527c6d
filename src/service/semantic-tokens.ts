import type { SemanticTokens } from 'vscode-languageserver-protocol';
import { NODE_STATES, type NodeState } from '../model/state.ts';
import { type Range, comparePositions } from '../model/text.ts';
import type { Lookup } from './lookup.ts';
import { referenceTarget } from './navigation.ts';

/** What is coloured: ids where a node is written and where it is referred to, and requirements. The extension says which colours of themes these take. */
export const TOKEN_TYPES = ['nodeId', 'nodeReference', 'requirement'] as const;

/** In what state the node is that an id stands for, for themes and people who want to show it; nothing of it is shown by default. */
export const TOKEN_MODIFIERS: readonly NodeState[] = NODE_STATES;

interface Token {
  readonly range: Range;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly state?: NodeState;
}

/**
 * What only the reader of a claim file knows of its words: which of them are ids, whatever they look like. Locators have none, since their parts are
 * coloured by the grammar, and one colour for the whole would hide them. `file` is absolute.
 */
export function semanticTokens(lookup: Lookup, file: string): SemanticTokens {
  const { nodes, references } = lookup.partsIn(file);
  const tokens: Token[] = [];
  for (const { node } of nodes) {
    if (!node.node.derived) tokens.push({ range: node.node.idRange, type: 'nodeId', state: node.state });
    for (const { range } of node.node.satisfies) tokens.push({ range, type: 'requirement' });
  }
  for (const { case: one, reference } of references) {
    const target = referenceTarget(one, reference);
    const node = target && lookup.caseOf(target.caseKey)?.nodes.get(target.node);
    tokens.push({ range: reference.range, type: 'nodeReference', ...(node && { state: node.state }) });
  }
  return { data: encode(tokens) };
}

/** As the protocol wants it: each token relative to the one before. What spans lines or lies over another one is left out. */
function encode(tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let [line, character, end] = [0, 0, 0];
  const inOrder = tokens
    .filter(({ range }) => range.start.line === range.end.line && range.end.character > range.start.character)
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
  for (const { range, type, state } of inOrder) {
    const { start } = range;
    if (start.line === line && start.character < end) continue;
    const modifiers = state === undefined ? 0 : 1 << TOKEN_MODIFIERS.indexOf(state);
    const length = range.end.character - start.character;
    const from = start.line === line ? start.character - character : start.character;
    data.push(start.line - line, from, length, TOKEN_TYPES.indexOf(type), modifiers);
    [line, character, end] = [start.line, start.character, range.end.character];
  }
  return data;
}
