/** What a careful reader wrote down of one document or diagram (`labels.json`). Lines are 1-based. */
export interface Labels {
  /** The (first) document, relative to its folder in the corpus. */
  readonly document: string;
  /** All documents, where there are several. */
  readonly documents?: readonly string[];
  /** Where the document lies in its repository, if that is said. */
  readonly path?: string;
  /** `owner/name@commit`, or `unknown`. */
  readonly subject?: string;
  /** First and last line that is labelled; all are, if left out. */
  readonly labelled_lines?: readonly [number, number];
  /** Of a diagram: whether the picture holds its own data. */
  readonly embedded_xml?: boolean;
  readonly nodes: readonly NodeLabel[];
  readonly references?: readonly ReferenceLabel[];
  /** Of a diagram: from and to, as indexes of `nodes`. Documents list theirs by id, which says no more than the parents do. */
  readonly edges?: readonly unknown[];
}

export interface NodeLabel {
  readonly id: string | null;
  readonly kind: string;
  /** Absent in diagrams. */
  readonly line?: number;
  readonly parent?: string | null;
  readonly parent_line?: number;
  /** All parents, where there are several. */
  readonly parents?: readonly string[];
  readonly parent_file?: string;
  /** Its beginning. */
  readonly text: string;
  /** Of the documents, which; the only one, if left out. */
  readonly file?: string;
}

export interface ReferenceLabel {
  readonly line: number;
  readonly token: string;
  readonly verdict:
    'file' | 'directory' | 'glob' | 'symbol' | 'missing' | 'external' | 'not-a-path' | 'unsure';
  readonly resolved: readonly string[];
  readonly symbol: string | null;
  readonly cited_as_evidence: boolean;
  readonly file?: string;
  /** Where it leads, if not into the subject. */
  readonly in?: 'docrepo';
}

/** Reads a `labels.json`. @throws Error for one that is no such file */
export function parseLabels(text: string): Labels {
  const value: unknown = JSON.parse(text);
  if (!isLabels(value)) throw new Error('it has no "document" or no list of "nodes"');
  return value;
}

function isLabels(value: unknown): value is Labels {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'document' in value &&
    typeof value.document === 'string' &&
    'nodes' in value &&
    Array.isArray(value.nodes)
  );
}

/** The arrows of a diagram. */
export function arrowsOf({ edges = [] }: Labels): readonly (readonly [from: number, to: number])[] {
  return edges.filter(
    (edge): edge is [number, number] => Array.isArray(edge) && edge.every((end) => typeof end === 'number'),
  );
}

/**
 * Whether a line of a document is one whose nodes, or references, the reader labelled. Some labelled the references of a few lines and the nodes of
 * the whole document: what has labels outside of the stated lines was labelled everywhere.
 */
export function isLabelled(labels: Labels, what: 'nodes' | 'references', line: number): boolean {
  const { labelled_lines: lines } = labels;
  if (!lines) return true;
  const isInside = (at: number): boolean => at >= lines[0] && at <= lines[1];
  return (
    isInside(line) || (labels[what] ?? []).some((label) => label.line !== undefined && !isInside(label.line))
  );
}
