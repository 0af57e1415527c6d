import type { Labels } from './labels.ts';
import type { Reading } from './reading.ts';
import { add, type Score } from './score.ts';
import { scoreNodes } from './score-nodes.ts';
import { scoreReferences } from './score-references.ts';

/** Compares what was read of a document with its labels. */
export function scoreDocument(labels: Labels, reading: Reading): Score {
  return add(scoreNodes(labels, reading), scoreReferences(labels, reading));
}
