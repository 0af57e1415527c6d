import type { NodeRef } from '../../model/graph.ts';
import type { PartChanges } from '../../model/verdict.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../snapshot.ts';
import type { Then } from '../subject/versions.ts';

/** How the evidence of a link stands to what it was at the base. */
export type Difference =
  /** It means something else. */
  | {
      readonly kind: 'changed';
      /** What it was; left out for folders and globs. */
      readonly then?: Then;
      /** Of a whole file: which of its parts. */
      readonly parts?: PartChanges;
      /** Of a folder or a glob: which of its files; relative to the subject's root, sorted. */
      readonly files?: readonly string[];
    }
  /** It was not there. */
  | { readonly kind: 'added' }
  /** It was there, and the link does not lead to it any more. */
  | { readonly kind: 'lost'; readonly then?: Then }
  /** It may have changed: why that cannot be said. */
  | { readonly kind: 'unknown'; readonly why: string };

/** A link whose evidence is not what it was at the base. */
export interface LinkImpact {
  readonly judged: JudgedLink;
  readonly difference: Difference;
  /** The commit it was compared with. */
  readonly base: string;
}

/** A node that rests directly on something that changed since the base. */
export interface NodeImpact {
  readonly case: JudgedCase;
  readonly node: JudgedNode;
  /** Worst first; never empty. */
  readonly links: readonly LinkImpact[];
  /** The nodes above it up to the top, the nearest first, each once. */
  readonly above: readonly NodeRef[];
}

/** What all cases of a subject were compared with. */
export interface ComparedWith {
  /** Absolute path of the subject's root. */
  readonly root: string;
  /** A full commit id. */
  readonly commit: string;
}

/** Which claims rest on what changed since a base. */
export interface Impact {
  /** The revision that was named; left out for HEAD. */
  readonly revision?: string;
  readonly bases: readonly ComparedWith[];
  /** Worst first. */
  readonly nodes: readonly NodeImpact[];
  /** Cited links into files that did change, in which what they name did not. */
  readonly untouched: number;
  /** Why some cases could not be compared: sentences. */
  readonly problems: readonly string[];
}

/** Whether somebody still has to judge what changed: it is cited, and nobody has said since that it holds. */
export function isOpen({ judged: { link, verdict } }: LinkImpact): boolean {
  return link.cited && verdict.state !== 'current';
}
