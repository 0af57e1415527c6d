import type { Node, Tree } from 'web-tree-sitter';
import type { OutlineRules } from './outline.ts';

/** The nodes of a tree that may declare something or stand in front of a declaration, in the order of a walk. */
export interface Candidates {
  /**
   * Where the next one starts, in UTF-16 units from the start of the text; infinity where none is left.
   *
   * @param runsLater whether the walk is where the code runs only when a function is called; what declares nothing there is passed over
   * @param end where that ends
   */
  nextStart(runsLater: boolean, end: number): number;
  /** Gives the next one and goes on to that behind it, if it is the node of this type that starts here. */
  take(type: string, start: number): Node | undefined;
}

const DECORATORS: ReadonlySet<string> = new Set(['decorator']);
const NONE: ReadonlySet<string> = new Set();

/** The types of nodes that stand in front of what they belong to. */
export function decoratorsOf(rules: OutlineRules): ReadonlySet<string> {
  return rules.decorators ?? DECORATORS;
}

/** Finds the candidates of a whole tree at once: to look at each node from here costs more than all the rest. */
export function findCandidates(tree: Tree, text: string, rules: OutlineRules): Candidates {
  const decorators = decoratorsOf(rules);
  const { held = NONE, always = NONE, inFunctions = NONE } = rules.holders ?? {};
  const absent = rules.absent?.(text) ?? NONE;
  const sought = [...rules.declarations.keys(), ...decorators].filter((type) => !absent.has(type));
  const wanted = new Set(sought);
  const nodes: Node[] = [];
  const types: string[] = [];
  const heldStarts: number[] = [];
  let isDecorated = false;
  for (const node of tree.rootNode.descendantsOfType([...new Set([...sought, ...held])])) {
    const { type, startIndex } = node;
    if (held.has(type)) heldStarts.push(startIndex);
    if (!wanted.has(type) || rules.startsRight?.(type, text, startIndex) === false) continue;
    nodes.push(node);
    types.push(type);
    isDecorated ||= decorators.has(type);
  }

  const holdsNone = (node: Node): boolean => {
    const start = firstFrom(heldStarts, node.startIndex);
    return start === undefined || start >= node.endIndex;
  };
  const isIdle = (at: number, runsLater: boolean): boolean => {
    const type = types[at]!;
    if (runsLater && rules.notInFunctions?.has(type)) return true;
    if (!isDecorated && rules.onlyDecorated?.has(type)) return true;
    return (always.has(type) || (runsLater && inFunctions.has(type))) && holdsNone(nodes[at]!);
  };
  let next = 0;
  // What is known not to be idle, so that it is not found out at every step towards it.
  let known = { at: -1, runsLater: false };
  return {
    nextStart(runsLater, end) {
      for (; next < nodes.length; next++) {
        const start = nodes[next]!.startIndex;
        if (start >= end || (known.at === next && known.runsLater === runsLater)) return start;
        if (!isIdle(next, runsLater)) {
          known = { at: next, runsLater };
          return start;
        }
      }
      return Number.POSITIVE_INFINITY;
    },
    take(type, start) {
      const node = nodes[next];
      if (!node || node.startIndex !== start || types[next] !== type) return undefined;
      next += 1;
      return node;
    },
  };
}

/** The first of some numbers, in order, that is not less than one. */
function firstFrom(sorted: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
