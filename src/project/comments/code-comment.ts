import type { NodeRef } from '../../model/graph.ts';
import type { Range } from '../../model/text.ts';

/** A claim that a comment of code names, seen with the cases. */
export interface CodeComment {
  /** Absolute, with `/`. */
  readonly file: string;
  /** As written: `C2`, or `transit/C2`. */
  readonly name: string;
  /** The name. 0-based, UTF-16. */
  readonly range: Range;
  /** The line of what the comment speaks of; 1-based. */
  readonly about: number;
  /** The nodes that have this name: one, unless it is wrong or says too little. */
  readonly nodes: readonly NodeRef[];
  /** The node, or one below it, lists this place as evidence. */
  readonly listed: boolean;
}
