import type { Node } from 'web-tree-sitter';
import { foldCss } from './css-text.ts';
import { foldSelector } from './css-tokens.ts';
import type { Declaration, Declare, OutlineRules } from './outline.ts';

/**
 * CSS: rule sets by each of their selectors, at-rules with a block by what stands in front of it (`@media print`), custom properties. Selectors
 * read like a formatter writes them: `.a > .b`.
 */
export const CSS_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['rule_set', declareRules],
    ['media_statement', declareBlock],
    ['supports_statement', declareBlock],
    ['keyframes_statement', declareBlock],
    ['scope_statement', declareBlock],
    ['at_rule', declareBlock],
    ['declaration', declareProperty],
  ]),
  wrappers: new Set(),
  lists: new Set(),
  functions: new Set(),
  overloads: 'one',
};

function declareRules(node: Node): readonly Declaration[] {
  const selectors = node.namedChildren.find(({ type }) => type === 'selectors');
  const each = selectors?.namedChildren.filter(({ type }) => type !== 'comment') ?? [];
  return each.map((nameNode) => ({ name: nameOf(nameNode.text), kind: 'class', nameNode }));
}

function declareBlock(node: Node): Declaration | undefined {
  const block = node.namedChildren.find(({ type }) => type === 'block' || type === 'keyframe_block_list');
  if (!block) return undefined;
  const head = node.text.slice(0, block.startIndex - node.startIndex);
  return {
    name: foldCss(head, { before: /[,)]/, after: /[(]/ }).replace(/(?<=\([\w-]+) ?: ?/g, ': '),
    kind: 'namespace',
  };
}

function declareProperty(node: Node): Declaration | undefined {
  const nameNode = node.namedChildren.find(({ type }) => type === 'property_name');
  return nameNode?.text.startsWith('--') ? { name: nameNode.text, kind: 'property', nameNode } : undefined;
}

/** With white space around combinators, as people write it. */
function nameOf(selector: string): string {
  return foldSelector(selector)
    .replace(/(?<=[^\s(])[>~+](?=[^=])/g, ' $& ')
    .replace(/,(?=\S)/g, ', ');
}
