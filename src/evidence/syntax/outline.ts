import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import { LineIndex } from '../../model/text.ts';
import { walk } from './walk.ts';

export type SymbolKind =
  | 'class'
  | 'constructor'
  | 'enum'
  | 'function'
  | 'interface'
  | 'method'
  | 'namespace'
  | 'property'
  | 'suite'
  | 'test'
  | 'type'
  | 'variable';

/** Something that code gives a name to. Lines are 1-based and inclusive. */
export interface CodeSymbol {
  readonly name: string;
  /** The names of what it stands in, from the outside, and its own. */
  readonly path: readonly string[];
  /** The path, joined by dots. */
  readonly qualifiedName: string;
  readonly kind: SymbolKind;
  /** With its decorators and its `export`, without the comments in front of it. */
  readonly startLine: number;
  readonly endLine: number;
  readonly nameLine: number;
}

/**
 * The symbols of a file, in its order. Definitions of one name that follow each other in one place are one symbol: overloads, the getter and setter
 * of a property.
 */
export type Outline = readonly CodeSymbol[];

/** What a node declares. */
export interface Declaration {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Where its name is written, if not at the start of the node. */
  readonly nameNode?: Node | null;
}

/** Where a node stands. */
export interface Place {
  /** The type of the node around it. */
  readonly parentType: string;
  /** What kind of symbol it stands in, if in one. */
  readonly within: SymbolKind | undefined;
  /** Whether its code runs only when a function is called. */
  readonly inFunction: boolean;
}

/** How a language declares symbols. */
export interface OutlineRules {
  /** By type of node, what it declares there. */
  readonly declarations: ReadonlyMap<string, (node: Node, place: Place) => Declaration | undefined>;
  /** Types of nodes whose extent is that of the one declaration in them: statements, decorated definitions. */
  readonly wrappers: ReadonlySet<string>;
  /** Of these, types that may hold several declarations, and wrap only a single one. */
  readonly lists: ReadonlySet<string>;
  /** Types of nodes whose code runs later. */
  readonly functions: ReadonlySet<string>;
}

/** Nobody nests or names by hand beyond these; programs do, and qualified names would grow without bound. */
const MAX_DEPTH = 32;
const MAX_NAME_LENGTH = 300;

type Growing = { -readonly [K in keyof CodeSymbol]: CodeSymbol[K] };

/** What the nodes of one scope share: the symbol they stand in, and the last one found there. */
interface Scope {
  readonly symbol: CodeSymbol | undefined;
  readonly depth: number;
  last?: Growing;
}

interface OpenNode {
  readonly type: string;
  readonly wraps: boolean;
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  readonly inFunction: boolean;
  /** Where the decorators start that stand in front of the next member. */
  decorators?: number;
}

/** Lists the symbols of a parsed text. Takes time linear in the size of the tree. */
export function readOutline(tree: Tree, text: string, rules: OutlineRules): Outline {
  const index = new LineIndex(text);
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  const symbols: Growing[] = [];
  const open: OpenNode[] = [];

  const add = ({ name, kind, nameNode }: Declaration, node: Node, scope: Scope): Growing => {
    const extent = wholeExtent(node, open);
    const path = [...(scope.symbol?.path ?? []), name];
    const startLine = lineAt(extent.start);
    const endLine = lineAt(Math.max(extent.start, extent.end - 1));
    if (scope.last?.name === name) {
      scope.last.endLine = Math.max(scope.last.endLine, endLine);
      return scope.last;
    }
    const nameLine = lineAt((nameNode ?? node).startIndex);
    const symbol = { name, path, qualifiedName: path.join('.'), kind, startLine, endLine, nameLine };
    scope.last = symbol;
    symbols.push(symbol);
    return symbol;
  };

  const enter = (cursor: TreeCursor): boolean => {
    const type = cursor.nodeType;
    const parent = open.at(-1);
    const scope = parent?.scope ?? { symbol: undefined, depth: 0 };
    const inFunction = parent?.inFunction ?? false;
    const start = cursor.startIndex;
    if (parent && type === 'decorator') parent.decorators ??= start;

    const declare = rules.declarations.get(type);
    const node = declare && cursor.currentNode;
    const place = { parentType: parent?.type ?? '', within: scope.symbol?.kind, inFunction };
    const declaration = scope.depth < MAX_DEPTH && node ? declare(node, place) : undefined;
    const symbol =
      declaration && declaration.name.length <= MAX_NAME_LENGTH ? add(declaration, node!, scope) : undefined;
    open.push({
      type,
      wraps: rules.wrappers.has(type) && !(rules.lists.has(type) && cursor.currentNode.namedChildCount > 1),
      start,
      end: cursor.endIndex,
      scope: symbol ? { symbol, depth: scope.depth + 1 } : scope,
      inFunction: inFunction || rules.functions.has(type),
    });
    return true;
  };

  const leave = (cursor: TreeCursor): void => {
    open.pop();
    const parent = open.at(-1);
    if (parent && cursor.nodeIsNamed && cursor.nodeType !== 'decorator') parent.decorators = undefined;
  };

  walk(tree, { enter, leave });
  return symbols;
}

/** From the first decorator to the end of the outermost node that only wraps this one. */
function wholeExtent(node: Node, around: readonly OpenNode[]): { start: number; end: number } {
  let start = node.startIndex;
  let end = node.endIndex;
  for (let i = around.length - 1; i >= 0; i--) {
    const outer = around[i]!;
    start = Math.min(start, outer.decorators ?? start);
    if (!outer.wraps) break;
    start = Math.min(start, outer.start);
    end = Math.max(end, outer.end);
  }
  return { start, end };
}
