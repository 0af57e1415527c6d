import type { Labels, NodeLabel, ReferenceLabel } from '../../../scripts/corpus/labels.ts';
import type { ReadLink, ReadNode, Reading } from '../../../scripts/corpus/reading.ts';

/** Labels of a document `a.md`. */
export function labelsOf(more: Partial<Labels>): Labels {
  return { document: 'a.md', nodes: [], references: [], ...more };
}

export function nodeLabel(line: number, kind: string, more: Partial<NodeLabel> = {}): NodeLabel {
  return { id: null, kind, line, parent: null, text: `what line ${line} says`, ...more };
}

export function referenceLabel(
  line: number,
  token: string,
  verdict: ReferenceLabel['verdict'],
  more: Partial<ReferenceLabel> = {},
): ReferenceLabel {
  const resolved = verdict === 'file' ? [token] : [];
  return { line, token, verdict, resolved, symbol: null, cited_as_evidence: true, ...more };
}

export function readingOf(more: Partial<Reading>): Reading {
  return { nodes: [], links: [], uses: [], messages: [], ...more };
}

export function readNode(line: number, kind: string, more: Partial<ReadNode> = {}): ReadNode {
  const text = `what line ${line} says`;
  return { file: 'a.md', lines: [line], id: `n${line}`, derived: true, kind, text, parents: [], ...more };
}

/** A cited link that leads to the file it names. */
export function readLink(line: number, token: string, more: Partial<ReadLink> = {}): ReadLink {
  return {
    file: 'a.md',
    startLine: line,
    endLine: line,
    token,
    locator: token,
    fragment: undefined,
    cited: true,
    parent: undefined,
    node: undefined,
    outcome: 'found',
    reason: 'unchanged',
    resolved: [token],
    ...more,
  };
}

/** The same, where the product says that nothing is there. */
export function missingLink(line: number, token: string, more: Partial<ReadLink> = {}): ReadLink {
  return readLink(line, token, { outcome: 'missing', reason: 'missing', resolved: [], ...more });
}
