import type { Tree, TreeCursor } from 'web-tree-sitter';

/** What to do at each node. The cursor is only borrowed: it moves on after the call. */
export interface Visitor {
  /** Before a node's children; false leaves them out. */
  enter(cursor: TreeCursor): boolean;
  /** Behind its children, once for every node entered. */
  leave(cursor: TreeCursor): void;
}

/** Walks a tree depth first. Needs no call stack, since code made by programs is nested as deeply as it likes. */
export function walk(tree: Tree, visitor: Visitor): void {
  const cursor = tree.walk();
  try {
    let descend = visitor.enter(cursor);
    for (;;) {
      if (!descend || !cursor.gotoFirstChild()) {
        visitor.leave(cursor);
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) return;
          visitor.leave(cursor);
        }
      }
      descend = visitor.enter(cursor);
    }
  } finally {
    cursor.delete();
  }
}

/** Chooses the way through a tree. The cursor is only borrowed: it moves on after the call. */
export interface Guide {
  /** Whether to look at more of what stands in the node that was entered last and not left yet. */
  goesOn(): boolean;
  /** At a node; false passes it over, with all that stands in it. */
  enter(cursor: TreeCursor): boolean;
  /** Behind what was looked at in a node, once for every one entered. */
  leave(cursor: TreeCursor): void;
}

/** Walks a tree depth first where a guide wants to. */
export function walkTowards(tree: Tree, guide: Guide): void {
  const cursor = tree.walk();
  try {
    let depth = guide.enter(cursor) ? 1 : 0;
    // Whether the cursor is at the node that was entered last, and not at something in it.
    let atIt = true;
    while (depth > 0) {
      if (guide.goesOn() && (atIt ? cursor.gotoFirstChild() : cursor.gotoNextSibling())) {
        atIt = guide.enter(cursor);
        if (atIt) depth += 1;
      } else {
        if (!atIt) cursor.gotoParent();
        guide.leave(cursor);
        atIt = false;
        depth -= 1;
      }
    }
  } finally {
    cursor.delete();
  }
}
