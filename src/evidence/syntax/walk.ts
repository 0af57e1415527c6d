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
