import type { Reader } from '../format.ts';
import { isItem } from './front-matter.ts';
import { readGraph } from './read-graph.ts';
import { readItem } from './read-item.ts';

/** Reads either kind of file of the Trustable Software Framework: the graph, or a single item. */
export const readTsf: Reader = (text, source) =>
  isItem(text) || /\.(?:md|markdown)$/i.test(source.file) ? readItem(text, source) : readGraph(text, source);
