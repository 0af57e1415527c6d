import type { NodeKind } from './kinds.ts';
import type { Range } from './text.ts';

/** Names a node within its case: its id, or `id~2` for the second node that claims the same id. */
export type NodeKey = string;

/** A person's acceptance of the residual risk a defeater leaves. */
export interface Acceptance {
  readonly by: string;
  readonly why: string;
  /** ISO 8601 date, as written. */
  readonly until: string;
}

/** One element of an argument. Ranges are those of the claim file. */
export interface CaseNode {
  readonly key: NodeKey;
  readonly id: string;
  readonly kind: NodeKind;
  /** What it says, in plain text (emphasis dropped, white space folded). */
  readonly text: string;
  /** All that makes this node, its children included. */
  readonly range: Range;
  /** Where the id is written; for a derived id, what it was derived from. */
  readonly idRange: Range;
  readonly textRange: Range;
  /** The nodes it is written under; empty for a top claim. */
  readonly parents: readonly NodeKey[];
  /** The id is not in the document but made from its text. */
  readonly derived: boolean;
  /** The author says that this leaf is meant to be one. */
  readonly undeveloped: boolean;
  readonly accepted?: Acceptance;
  /** Requirements of standards, such as `OWASP-2021:A03`. */
  readonly satisfies: readonly string[];
}

/** One link from the argument to a place in the subject. */
export interface EvidenceLink {
  /** Unique within the case. */
  readonly key: string;
  /** The node it hangs under: a claim, a rebuttal … */
  readonly parent: NodeKey;
  /** The evidence node it belongs to, where the author gave it an id. */
  readonly node?: NodeKey;
  /** The locator (see `evidence/locator.ts`), composed from what is written. */
  readonly locator: string;
  /** Exactly the characters of the locator in the claim file. */
  readonly range: Range;
  /** The lines whose last commit judged this link: the link's own and, in native files, its claim's text. */
  readonly madeBy: readonly Range[];
  /** False for a path that the document only mentions; such a link never counts towards its claim. */
  readonly cited: boolean;
  /** The author expects something of the content (`expect:`), which is more than its being there. */
  readonly expects: boolean;
}

/** A reference to a node written elsewhere: `C7` in the same case, or `case-id/C3`. */
export interface NodeReference {
  /** The node that the target supports. */
  readonly from: NodeKey;
  readonly target: string;
  readonly range: Range;
}

/** Where the evidence lies, if not in the repository that holds the case. */
export interface SubjectSpec {
  readonly repo?: string;
  readonly rev?: string;
  readonly path?: string;
  readonly range: Range;
}

export type CaseFormat = 'yaml' | 'markdown';

/** One argument, as read from one file. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly titleRange: Range;
  readonly range: Range;
  readonly format: CaseFormat;
  readonly subject?: SubjectSpec;
  /** In the order of the document. */
  readonly nodes: readonly CaseNode[];
  readonly evidence: readonly EvidenceLink[];
  readonly references: readonly NodeReference[];
}
