import type { Node } from 'web-tree-sitter';
import type { Span } from '../lines.ts';
import type { Declaration, SymbolKind } from './outline.ts';

/** What is called. All else (types, constants) is used as it is written, so that all of it is its signature. */
const CALLED: ReadonlySet<SymbolKind> = new Set(['constructor', 'function', 'method', 'suite', 'test']);

/** Fields in which a declaration holds the function that it gives a name to. */
const VALUES = ['value', 'right', 'definition'] as const;

/** The code that runs when what a node declares is called; empty where there is none. */
export function bodiesOf({ kind, body }: Declaration, node: Node): Span[] {
  if (!CALLED.has(kind)) return [];
  const found = body ?? node.childForFieldName('body') ?? bodyOfValue(node) ?? bodyOfArgument(node);
  return found ? [{ start: found.startIndex, end: found.endIndex }] : [];
}

function bodyOfValue(node: Node): Node | null {
  for (const field of VALUES) {
    const body = node.childForFieldName(field)?.childForFieldName('body');
    if (body) return body;
  }
  return null;
}

/** Of a test, which is a call with its title and its code. */
function bodyOfArgument(node: Node): Node | null {
  const last = node.childForFieldName('arguments')?.lastNamedChild;
  return last?.childForFieldName('body') ?? null;
}
