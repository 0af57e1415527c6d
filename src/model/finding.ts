import type { Range } from './text.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place that explains a finding: another node, a file, or a commit. */
export interface Related {
  readonly message: string;
  readonly place:
    | { readonly kind: 'claim-file'; readonly file: string; readonly range: Range }
    | { readonly kind: 'subject-file'; readonly root: string; readonly path: string; readonly range: Range }
    | { readonly kind: 'commit'; readonly root: string; readonly commit: string; readonly path: string };
}

/**
 * Something to tell the author, at an exact place. `message` says what happened and what to do now.
 * `file` is the absolute path of the claim file, with `/`.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** The id of the node it speaks of, if any. */
  readonly node?: string;
  readonly related?: readonly Related[];
}
