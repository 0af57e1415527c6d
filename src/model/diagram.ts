import type { NodeKind } from './kinds.ts';
import type { Counts } from './propagate.ts';
import type { NodeState } from './state.ts';
import type { Range } from './text.ts';

/*
 * An argument as a diagram shows it: boxes and the relations between them, as plain data that can be sent to a page.
 */

/** A place in a file. The range is 0-based, UTF-16. */
export interface DiagramPlace {
  /** `file:` */
  readonly uri: string;
  readonly range: Range;
}

/** One box. */
export interface DiagramNode {
  /** Unique in the diagram, and stable while the document keeps its ids. */
  readonly key: string;
  readonly kind: NodeKind;
  /** As the author gave it; empty where there is none. */
  readonly id: string;
  /** Its kind, as people say it. */
  readonly label: string;
  /** What it says: the text of a node, the locator of a link. */
  readonly text: string;
  readonly state: NodeState;
  /** Taken for granted, so that its state says nothing. */
  readonly given: boolean;
  /** State and reason in words. */
  readonly words: string;
  readonly counts: Counts;
  /** The author says that this leaf is meant to be one. */
  readonly undeveloped: boolean;
  /** The author says that it was found not to hold. */
  readonly defeated: boolean;
  /** Only mentioned in the document; does not count. */
  readonly mention: boolean;
  /** For a node of another case: the title of that case. What is below it is not shown. */
  readonly away?: string;
  /** Where it is written; the range is that of its id or locator. */
  readonly source: DiagramPlace;
}

/**
 * What joins two boxes, seen from the one below: it supports the one above, is the context it is to be read in, attacks it, or counters
 * that attack.
 */
export type DiagramRelationKind = 'supportedBy' | 'inContextOf' | 'challenges' | 'answers';

export interface DiagramRelation {
  /** The box above. */
  readonly from: string;
  /** The box below, or beside. */
  readonly to: string;
  readonly kind: DiagramRelationKind;
}

/** One case as a diagram. Its relations make no circle. */
export interface DiagramData {
  /** The case's key in the snapshot. */
  readonly case: string;
  readonly title: string;
  readonly state: NodeState;
  /** The claim file, as a URI. */
  readonly uri: string;
  /** Siblings in the order of the document. */
  readonly nodes: readonly DiagramNode[];
  /** In the order of the document. */
  readonly relations: readonly DiagramRelation[];
}
