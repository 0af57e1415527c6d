import { addTallies, NO_TALLY, type Tally } from './tally.ts';

/** One thing that is not as labelled. */
export interface Miss {
  readonly what:
    'node' | 'false find' | 'parent' | 'reference' | 'false link' | 'cited' | 'edge' | 'false edge';
  readonly file: string;
  /** 1-based; 0 in a diagram. */
  readonly line: number;
  readonly labelled: string;
  readonly read: string;
}

/** How a document, a diagram, or all of them were read. */
export interface Score {
  readonly nodes: Tally;
  /** Of parents, those of labelled nodes that were found at all count as read. */
  readonly parents: Tally;
  readonly references: Tally;
  /** Symbols that no path stands beside, which count as not right: names of files cannot lead to them. */
  readonly symbolsAlone: number;
  /** References that lead to the right file by a locator that does not name the symbol. They count as not right. */
  readonly symbolsLost: number;
  /** Of references that are links for the product and for the label: whether they are cited as evidence. */
  readonly cited: Tally;
  readonly edges: Tally;
  /** Of the edges found: those whose arrow points up, from what supports to what it supports. */
  readonly upwards: number;
  /** The worst of all: said to be missing, and not so labelled. */
  readonly falseMissing: readonly Miss[];
  readonly misses: readonly Miss[];
}

/** The score of something that has none of what is counted; to add to. */
export const NO_SCORE: Score = {
  nodes: NO_TALLY,
  parents: NO_TALLY,
  references: NO_TALLY,
  symbolsAlone: 0,
  symbolsLost: 0,
  cited: NO_TALLY,
  edges: NO_TALLY,
  upwards: 0,
  falseMissing: [],
  misses: [],
};

/** The sum of scores. */
export function total(scores: readonly Score[]): Score {
  return scores.reduce(add, NO_SCORE);
}

/** The sum of two scores. */
export function add(a: Score, b: Score): Score {
  return {
    nodes: addTallies(a.nodes, b.nodes),
    parents: addTallies(a.parents, b.parents),
    references: addTallies(a.references, b.references),
    symbolsAlone: a.symbolsAlone + b.symbolsAlone,
    symbolsLost: a.symbolsLost + b.symbolsLost,
    cited: addTallies(a.cited, b.cited),
    edges: addTallies(a.edges, b.edges),
    upwards: a.upwards + b.upwards,
    falseMissing: [...a.falseMissing, ...b.falseMissing],
    misses: [...a.misses, ...b.misses],
  };
}
