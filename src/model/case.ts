import type { FieldName } from './fields.ts';
import type { NodeKind } from './kinds.ts';
import type { Range } from './text.ts';
import type { Watch } from './watch.ts';

/** Names a node within its case: its id, or `id~2` for the second node that claims the same id. */
export type NodeKey = string;

/** A value as YAML and JSON have it. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/**
 * A person's acceptance of the residual risk a defeater leaves, as far as it is written. It answers the defeater only where all three parts
 * are there (see `acceptance.ts`).
 */
export interface Acceptance {
  readonly by?: string;
  readonly why?: string;
  /** As written; a date counts where it is an ISO 8601 calendar date. */
  readonly until?: string;
  readonly range: Range;
}

/** A requirement of a standard that a node says it satisfies, such as `OWASP-2021:A03`. */
export interface SatisfiedRequirement {
  readonly requirement: string;
  readonly range: Range;
}

/** Something that is said of a node besides its text: a threat's impact, a control's scope. */
export interface NodeField {
  /** One of `FIELD_NAMES` in `fields.ts`. */
  readonly name: FieldName;
  /** Plain text, as written. */
  readonly value: string;
  readonly range: Range;
}

/** What a document says of how far a node is: `proposed` is planned, `gap` is known to be missing. */
export interface NodeStatus {
  readonly is: 'proposed' | 'gap';
  /** The word in the document that says so. */
  readonly word: string;
  readonly range: Range;
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
  /** The author says that it was found not to hold (GSN's dialectic extension). */
  readonly defeated?: boolean;
  readonly status?: NodeStatus;
  readonly accepted?: Acceptance;
  readonly satisfies: readonly SatisfiedRequirement[];
  readonly fields: readonly NodeField[];
  /** Absolute path of the file it is written in, with `/`, where that is not the case's: an argument may lie in several. */
  readonly file?: string;
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
  /** What the author expects of the content (`expect:`), which is more than its being there; as written. */
  readonly expect?: PlainValue;
  /** How much of the evidence matters (`watch:`); left out where the author does not say. */
  readonly watch?: Watch;
  /** Evidence supports its node. An entry point is where a threat meets the code: it is watched like evidence, and supports nothing. */
  readonly role: 'evidence' | 'entry-point';
  /** As for nodes. */
  readonly file?: string;
  /** Prose may mean something else than a path by it: it counts only where it leads somewhere, or git says that it did. */
  readonly doubtful?: true;
  /** The destination of a hyperlink: a path starts at the document's folder, not at the subject's root. */
  readonly hyperlink?: true;
  /**
   * Where the case's own file records that another tool had this judged, as trudag does by a digest. The last commit that touched these lines
   * is when, in place of those in `madeBy`.
   */
  readonly recordedAt?: Range;
}

/** A reference to a node written elsewhere: `C7` in the same case, or `case-id/C3`. */
export interface NodeReference {
  /** The node at which the reference is written. */
  readonly from: NodeKey;
  readonly target: string;
  readonly range: Range;
  /** Says which of the two is above: by default the target supports the node; where this is set, the node hangs under its target. */
  readonly upward?: true;
  /** As for nodes. */
  readonly file?: string;
}

/** Where the evidence lies, if not in the repository that holds the case. */
export interface SubjectSpec {
  readonly repo?: string;
  readonly rev?: string;
  readonly path?: string;
  readonly range: Range;
}

/** The notations that cases are written in; `yaml` is the native one. */
export type CaseFormat = 'yaml' | 'markdown' | 'tsf' | 'gsn2x' | 'ltac' | 'drawio';

/** Another file that a case points to, as written: a module it is continued in, a picture that shows it, or the item that says what a node is. */
export interface UsedFile {
  readonly as: 'module' | 'picture' | 'item';
  /** Relative to the claim file's folder, or as a link leads to it; not resolved. Of an item: its id, which is its file's name. */
  readonly path: string;
  readonly range: Range;
}

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
  /**
   * Names of code that stand alone in prose, as links whose `locator` is the name: they become links once the file that they are of is found.
   */
  readonly symbols?: readonly EvidenceLink[];
  readonly uses: readonly UsedFile[];
}
