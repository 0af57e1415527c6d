/** One place where an author says that a node hangs under another: a reference, or the indentation. */
export interface Mention<Node> {
  readonly parent: Node;
  readonly child: Node;
}

/** How mentions make a tree of nodes that are written side by side. */
export interface Nesting<Node, M> {
  /** Free of circles. */
  readonly parentOf: ReadonlyMap<Node, Node>;
  /** The mentions that did not make the tree: second parents, and those that would close a circle. */
  readonly others: readonly M[];
  /** Mentions of a pair that was mentioned before, with the first of them. */
  readonly repeated: readonly { readonly again: M; readonly first: M }[];
}

/**
 * Makes a tree of what is a graph in notations that only refer (gsn2x, LTAC): a node hangs under the first that mentions it, unless that
 * hangs under the node itself. Takes about linear time, whatever the graph.
 */
export function nest<Node, M extends Mention<Node>>(
  mentions: readonly (M & Mention<Node>)[],
): Nesting<Node, M> {
  const parentOf = new Map<Node, Node>();
  const others: M[] = [];
  const repeated: { again: M; first: M }[] = [];
  const firsts = new Map<Node, Map<Node, M>>();
  const rootOf = roots<Node>();
  for (const mention of mentions) {
    const { parent, child } = mention;
    const below = firsts.get(parent) ?? new Map<Node, M>();
    firsts.set(parent, below);
    const first = below.get(child);
    if (first) {
      repeated.push({ again: mention, first });
      continue;
    }
    below.set(child, mention);
    if (parentOf.has(child) || rootOf.find(parent) === child) {
      others.push(mention);
      continue;
    }
    parentOf.set(child, parent);
    rootOf.hang(child, parent);
  }
  return { parentOf, others, repeated };
}

/** Finds the top of the tree that a node is in; ways are shortened as they are walked, since a chain may be as long as the file. */
function roots<Node>(): { find(node: Node): Node; hang(child: Node, parent: Node): void } {
  const above = new Map<Node, Node>();
  const find = (node: Node): Node => {
    let root = node;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    let at = node;
    for (let next = above.get(at); next !== undefined && next !== root; next = above.get(at)) {
      above.set(at, root);
      at = next;
    }
    return root;
  };
  return { find, hang: (child, parent) => above.set(child, find(parent)) };
}
