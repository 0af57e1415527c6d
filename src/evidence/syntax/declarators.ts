import type { Node } from 'web-tree-sitter';
import type { Span } from '../lines.ts';
import type { Declaration } from './outline.ts';

/** Types of nodes that each declare one name of several, where no field tells. */
const ELEMENTS = new Set(['const_element', 'property_element', 'variable_declarator']);

/** Types of nodes that give several names what they are by one value: `a, b = f()`. */
const PATTERNS = new Set(['assignment', 'variable_declarator']);

/**
 * Where each of several names that one node declares has what it does not share with the others: `a = 1` and `b = 2` in `int a = 1, b = 2;`. None
 * for those that are not declared side by side.
 */
export function declaratorSpans(
  declared: readonly Declaration[],
  node: Node,
): ReadonlyMap<Declaration, Span> {
  const spans = new Map<Declaration, Span>();
  if (declared.length > 1 && PATTERNS.has(node.type)) {
    for (const one of declared) {
      const part = one.part ?? one.nameNode;
      if (part) spans.set(one, ownSpan(part));
    }
    return spans;
  }
  const declarators = declared.length > 1 ? declaratorsOf(node) : [];
  if (declarators.length < 2) return spans;
  const starts = declarators.map(({ startIndex }) => startIndex);
  for (const one of declared) {
    const at = one.nameNode?.startIndex;
    const found = at === undefined ? undefined : declarators[lastBefore(starts, at)];
    if (at === undefined || !found || found.endIndex <= at) continue;
    spans.set(one, { start: found.startIndex, end: found.endIndex });
  }
  return spans;
}

function ownSpan({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}

function declaratorsOf(node: Node): readonly Node[] {
  for (const field of ['declarator', 'name']) {
    const found = node.childrenForFieldName(field).filter(({ isNamed }) => isNamed);
    if (found.length > 1) return found;
  }
  const list = node.namedChildren.find(({ type }) => type === 'variable_declaration') ?? node;
  return list.namedChildren.filter(({ type }) => ELEMENTS.has(type));
}

/** The index of the last of some numbers, in order, that is not greater; -1 where all are. */
function lastBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
