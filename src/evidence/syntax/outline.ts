import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import type { Span } from '../lines.ts';
import { bodiesOf } from './bodies.ts';
import { declaratorSpans } from './declarators.ts';
import { createLineFinder } from './line-finder.ts';
import { decoratorsOf, findCandidates } from './outline-candidates.ts';
import { walkTowards } from './walk.ts';

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
  /** Offsets are those of tokens. */
  readonly span: Span;
  /** Where other symbols have the same span, as in `int a = 1, b = 2;`: what of it is this one's alone. */
  readonly own?: Span;
  /** Where it stands in a list, on lines that may not be its own: what is said in front of the list for all of it, such as `export const`. */
  readonly head?: Span;
  /** What it means by its place among others: `+2` for the second member of an enumeration behind one with a value. */
  readonly place?: string;
  /** Where the code is that runs when it is called; what stands around says how to call it. */
  readonly bodies: readonly Span[];
}

/**
 * The symbols of a file, in its order. Whether definitions of one name that follow each other are one symbol depends on the language
 * (`OutlineRules.overloads`).
 */
export type Outline = readonly CodeSymbol[];

/** What a node declares. */
export interface Declaration {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Where its name is written, if not at the start of the node. */
  readonly nameNode?: Node | null;
  /** The code that runs when it is called, where that is not in a field `body` of the node or of its value. */
  readonly body?: Node | null;
  /** Of what it shares a value with, as in `{ a, b: c } = f()`: what is its alone, if more than its name. */
  readonly part?: Node;
  /** Where it stands, if not in all of the node. */
  readonly at?: Node;
  /** See `CodeSymbol`. */
  readonly place?: string;
  /** Names between what it stands in and its own: the type of a method that is written outside of it. */
  readonly of?: readonly string[];
  /** Only names what stands in it, which is declared elsewhere. */
  readonly transparent?: true;
  /** Left out where the file has another declaration of the same qualified name: an announcement, a field beside its getter. */
  readonly weak?: true;
  /** What follows in the node around it stands in it, too. */
  readonly rest?: true;
}

export type Declare = (node: Node, place: Place) => Declaration | readonly Declaration[] | undefined;

/** Where a node stands. */
export interface Place {
  /** The type of the node around it. */
  readonly parentType: string;
  /** What kind of symbol it stands in, if in one. */
  readonly within: SymbolKind | undefined;
  /** Whether its code runs only when a function is called. */
  readonly inFunction: boolean;
  /** The decorators in front of it, as written. */
  readonly decorators: string;
}

/** How a language declares symbols. */
export interface OutlineRules {
  /** By type of node, what it declares there. */
  readonly declarations: ReadonlyMap<string, Declare>;
  /** Types of nodes whose extent is that of the one declaration in them: statements, decorated definitions. */
  readonly wrappers: ReadonlySet<string>;
  /** Types that may hold several declarations; of those that wrap, they wrap only a single one. */
  readonly lists: ReadonlySet<string>;
  /** Types of nodes whose first token, with what wraps them, is said for each of several declarations in them: `export const`. Default: none. */
  readonly heads?: ReadonlySet<string>;
  /** Types of nodes whose code runs later. */
  readonly functions: ReadonlySet<string>;
  /** Types of nodes that stand in front of what they belong to. Default: `decorator`. */
  readonly decorators?: ReadonlySet<string>;
  /** Whether a node of these types, by its text, does so. Default: each does. */
  isDecorator?(text: string): boolean;
  /*
   * The rest says where there is no need to look, since nothing would be declared.
   */
  /** Types of nodes that declare nothing in a text, by what is not in it. */
  absent?(text: string): ReadonlySet<string> | undefined;
  /** Whether a node of a type that declares or decorates may do so, by what it starts with. Default: each may. */
  startsRight?(type: string, text: string, start: number): boolean;
  /** Types of nodes that declare nothing where the code runs only when a function is called. */
  readonly notInFunctions?: ReadonlySet<string>;
  /** Types of nodes that declare nothing without a decorator in front of them. */
  readonly onlyDecorated?: ReadonlySet<string>;
  /** Types of nodes that declare nothing, always or where the code runs later, unless a node of the types `held` starts in them. */
  readonly holders?: {
    readonly held: ReadonlySet<string>;
    readonly always: ReadonlySet<string>;
    readonly inFunctions: ReadonlySet<string>;
  };
  /**
   * What definitions of one name are that follow each other in one place: one symbol (the getter and setter of a property, the signatures of a function), or
   * overloads that stay apart.
   */
  readonly overloads: 'one' | 'apart';
}

/** Nobody nests or names by hand beyond these; programs do, and qualified names would grow without bound. */
const MAX_DEPTH = 32;
const MAX_NAME_LENGTH = 300;

type Growing = { -readonly [K in keyof CodeSymbol]: CodeSymbol[K] } & { bodies: Span[] };

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
  /** Where it says something for all that is declared in it: the end of that. */
  readonly headEnd?: number;
  scope: Scope;
  readonly inFunction: boolean;
  /** Where the decorators start that stand in front of the next member. */
  decorators?: number;
}

/** Lists the symbols of a parsed text. Takes time linear in the size of the tree. */
export function readOutline(tree: Tree, text: string, rules: OutlineRules): Outline {
  const lineAt = createLineFinder(text);
  const symbols: Growing[] = [];
  const weakOnes = new Set<CodeSymbol>();
  const decorators = decoratorsOf(rules);
  const candidates = findCandidates(tree, text, rules);
  const open: OpenNode[] = [];

  const isDecorator = (node: Pick<OpenNode, 'type' | 'start' | 'end'>): boolean =>
    decorators.has(node.type) && rules.isDecorator?.(text.slice(node.start, node.end)) !== false;

  const add = (declaration: Declaration, node: Node, scope: Scope, own: Span | undefined): Growing => {
    const { name, kind, nameNode, of: between = [], transparent, weak } = declaration;
    const whole = declaration.at ? spanOf(declaration.at) : wholeExtent(node, open);
    const extent = declaration.rest ? { ...whole, end: open.at(-1)?.end ?? whole.end } : whole;
    const path = [...(scope.symbol?.path ?? []), ...between, name];
    const qualifiedName = path.join('.');
    const startLine = lineAt(extent.start);
    const endLine = lineAt(Math.max(extent.start, extent.end - 1));
    const bodies = bodiesOf(declaration, node);
    if (rules.overloads === 'one' && scope.last?.qualifiedName === qualifiedName) {
      scope.last.bodies.push(...bodies);
      scope.last.span = { start: scope.last.span.start, end: Math.max(scope.last.span.end, extent.end) };
      scope.last.endLine = Math.max(scope.last.endLine, endLine);
      return scope.last;
    }
    const nameLine = lineAt((nameNode ?? node).startIndex);
    const head = headAround(open, rules);
    const symbol: Growing = {
      name,
      path,
      qualifiedName,
      kind,
      startLine,
      endLine,
      nameLine,
      span: extent,
      bodies,
      ...(own && { own }),
      ...(head && { head }),
      ...(declaration.place !== undefined && { place: declaration.place }),
    };
    if (transparent) return symbol;
    scope.last = symbol;
    symbols.push(symbol);
    if (weak) weakOnes.add(symbol);
    return symbol;
  };

  const declaredBy = (node: Node, place: Place, scope: Scope): readonly Declaration[] => {
    const declare = scope.depth < MAX_DEPTH ? rules.declarations.get(node.type) : undefined;
    return [declare?.(node, place) ?? []].flat();
  };

  const openNode = (cursor: TreeCursor, end: number, parent: OpenNode | undefined): OpenNode => {
    const type = cursor.nodeType;
    const start = cursor.startIndex;
    const scope = parent?.scope ?? { symbol: undefined, depth: 0 };
    const inFunction = parent?.inFunction ?? false;
    if (parent && isDecorator({ type, start, end })) parent.decorators ??= start;

    const node = candidates.take(type, start);
    const place = {
      parentType: parent?.type ?? '',
      within: scope.symbol?.kind,
      inFunction,
      decorators: node ? text.slice(parent?.decorators ?? start, start) : '',
    };
    const declared = node ? declaredBy(node, place, scope) : [];
    const own = node && declaratorSpans(declared, node);
    const [symbol] = declared.filter(isNamable).map((one) => add(one, node!, scope, own?.get(one)));
    const inner = symbol ? { symbol, depth: scope.depth + 1 } : scope;
    if (parent && declared[0]?.rest) parent.scope = inner;
    const wraps =
      rules.wrappers.has(type) && !(rules.lists.has(type) && cursor.currentNode.namedChildCount > 1);
    const isSingle = wraps && rules.lists.has(type);
    const headEnd = rules.heads?.has(type) && !isSingle ? cursor.currentNode.child(0)?.endIndex : undefined;
    return {
      type,
      wraps,
      start,
      end,
      ...(headEnd !== undefined && { headEnd }),
      scope: inner,
      inFunction: inFunction || rules.functions.has(type),
    };
  };

  walkTowards(tree, {
    goesOn() {
      const { inFunction, end } = open.at(-1)!;
      return candidates.nextStart(inFunction, end) <= end;
    },
    enter(cursor) {
      const parent = open.at(-1);
      const end = cursor.endIndex;
      // What follows a decorator tells whether that belongs to it.
      const isSought = !parent || parent.decorators !== undefined;
      if (!isSought && candidates.nextStart(parent.inFunction, parent.end) > end) return false;
      open.push(openNode(cursor, end, parent));
      return true;
    },
    leave(cursor) {
      const node = open.pop()!;
      const parent = open.at(-1);
      if (parent?.decorators === undefined) return;
      const follows = cursor.nodeIsNamed && !node.type.endsWith('comment') && !isDecorator(node);
      if (follows) parent.decorators = undefined;
    },
  });
  return withoutWeak(symbols, weakOnes);
}

function isNamable({ name, of: between = [] }: Declaration): boolean {
  return name !== '' && [...between, name].join('.').length <= MAX_NAME_LENGTH;
}

/** Without the weak declarations of what has another one. */
function withoutWeak(symbols: readonly CodeSymbol[], weakOnes: ReadonlySet<CodeSymbol>): Outline {
  if (weakOnes.size === 0) return symbols;
  const definitions = symbols.filter((symbol) => !weakOnes.has(symbol));
  const defined = new Set(definitions.map(({ qualifiedName }) => qualifiedName));
  return symbols.filter((symbol) => !weakOnes.has(symbol) || !defined.has(symbol.qualifiedName));
}

/** What is said in front of the list that a declaration stands in, with what wraps that; undefined where it stands in none. */
function headAround(around: readonly OpenNode[], { lists }: OutlineRules): Span | undefined {
  let at = around.length - 1;
  if (around[at]?.headEnd === undefined && lists.has(around[at]?.type ?? '')) at -= 1;
  const end = around[at]?.headEnd;
  if (end === undefined) return undefined;
  let { start } = around[at]!;
  for (let i = at - 1; i >= 0 && around[i]!.wraps; i--) start = Math.min(start, around[i]!.start);
  return { start, end };
}

function spanOf({ startIndex, endIndex }: Node): { start: number; end: number } {
  return { start: startIndex, end: endIndex };
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
