import type { Case, CaseNode, EvidenceLink, NodeKey, NodeReference } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import type { NodeRef, Referred } from '../model/graph.ts';
import type { Counts, NodeJudgement } from '../model/propagate.ts';
import type { Standard } from '../model/standard.ts';
import type { NodeState } from '../model/state.ts';
import type { Verdict } from '../model/verdict.ts';
import type { CodeComment } from './comments/code-comment.ts';

export interface JudgedNode extends NodeJudgement {
  readonly node: CaseNode;
  /** Nodes below, those of other cases included, in the order of the document. */
  readonly children: readonly NodeRef[];
  /** Nodes above, by nesting or by a reference, those of other cases included. */
  readonly parents: readonly NodeRef[];
  /** Keys of the links directly below: in `JudgedCase.links`. */
  readonly links: readonly string[];
}

export interface JudgedLink {
  readonly link: EvidenceLink;
  readonly verdict: Verdict;
}

/** Where the evidence of a case lies, and what git could say of it. */
export interface JudgedSubject {
  /** Absolute path, with `/`. */
  readonly root: string;
  /** Why history could not be asked, if it could not. */
  readonly withoutGit?: 'no-repository' | 'bare' | 'no-commits' | 'untrusted' | 'not-installed' | 'failed';
  readonly head: string | null;
  readonly shallow: boolean;
  /** A claim file or an evidence file differs from HEAD. */
  readonly dirty: boolean;
}

export interface JudgedCase {
  /** Unique in the snapshot. */
  readonly key: string;
  /** Absolute path of the claim file, with `/`. */
  readonly file: string;
  /** All files that its nodes, links and references are written in, its own first; see `fileOf`. */
  readonly files: readonly string[];
  readonly case: Case;
  /** No better than unknown where it is in part unread. */
  readonly state: NodeState;
  /** Something in its files could not be read, so that nobody knows what they say in full. */
  readonly unread?: true;
  readonly counts: Counts;
  readonly subject: JudgedSubject;
  readonly nodes: ReadonlyMap<NodeKey, JudgedNode>;
  /** Mentions that turned out to be evidence included, the others left out. */
  readonly links: ReadonlyMap<string, JudgedLink>;
  /** The nodes that nothing in this case stands above. */
  readonly roots: readonly NodeKey[];
  /** The folders that it is at home in, the narrowest first; see `KeyedCase.homes`. */
  readonly homes: readonly string[];
  /** What its references name, those that the argument leaves out included; see `Graph.referred`. */
  readonly referred: ReadonlyMap<NodeReference, Referred>;
}

/** All that is known at one moment. Immutable. */
export interface Snapshot {
  readonly cases: readonly JudgedCase[];
  /** Ordered by file and place. */
  readonly findings: readonly Finding[];
  /** Absolute paths, with `/`, of all claim files read, and of the files that they go on in or show. */
  readonly claimFiles: readonly string[];
  /** The standards that claims may name: those that come with the product and those of the workspace, ordered by id. */
  readonly standards: readonly Standard[];
  /** The claims that comments of code name. */
  readonly comments: readonly CodeComment[];
}
