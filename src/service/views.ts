import type { Location, Range } from 'vscode-languageserver-protocol';
import type { NodeKind } from '../model/kinds.ts';
import type { NodeState } from '../model/state.ts';

/*
 * What an editor shows, as plain data. Positions are 0-based and UTF-16; URIs are `file:`.
 */

export interface Summary {
  readonly cases: number;
  readonly claims: number;
  readonly evidence: number;
  /** Cited links by state; states with none are left out. */
  readonly states: Partial<Record<NodeState, number>>;
  /** How many cited links are broken, failing or stale. */
  readonly attention: number;
  /** What a person should know of the whole, such as what the missing trust costs; empty if nothing. */
  readonly notices: readonly string[];
}

export interface TreeItem {
  /** Unique among all items, and stable while the document keeps its ids. */
  readonly key: string;
  readonly kind: 'case' | 'group' | 'link' | NodeKind;
  /** What names it: `C2`, a case's title, a locator. */
  readonly label: string;
  /** What stands behind the name, dimmed: the text, counts, or the reason. */
  readonly description: string;
  readonly state: NodeState;
  /** The kind of what is taken for granted: nothing about it can be checked, so that its state says nothing. */
  readonly given?: NodeKind;
  /** Only mentioned in the document; does not count. */
  readonly mention: boolean;
  /** Markdown, without links that run commands. */
  readonly tooltip: string;
  /** The same for a screen reader: kind, name, state, counts. */
  readonly accessibilityLabel: string;
  readonly expandable: boolean;
  /** Where it is written in the claim file; `selectionRange` is its id or locator. */
  readonly source: { readonly uri: string; readonly range: Range; readonly selectionRange: Range };
  /** Where its evidence is, for links that lead somewhere. */
  readonly target?: Location;
  /** For links whose difference since the baseline can be shown. */
  readonly difference?: Difference;
}

/** Names a file at a commit. */
export interface Revision {
  /** Absolute path of the subject's root. */
  readonly root: string;
  readonly commit: string;
  readonly path: string;
}

/** Two sides to compare: the baseline, and the file as it is now. */
export interface Difference {
  readonly before: Revision;
  readonly after: string;
  readonly title: string;
}

/** The cases of a claim file in another notation. */
export interface ConvertedDocument {
  readonly text: string;
  /** The language of the text in an editor. */
  readonly language: string;
  /** A file name that fits. */
  readonly name: string;
  /** What the notation cannot say, as sentences. */
  readonly losses: readonly string[];
}
