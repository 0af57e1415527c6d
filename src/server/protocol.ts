import type { Location, Position, Range } from 'vscode-languageserver-protocol';
import type { NodeKind } from '../model/kinds.ts';
import type { NodeState } from '../model/state.ts';

/*
 * What client and server say to each other beyond the Language Server Protocol. Plain names and data, so that any editor can speak it.
 * Positions are 0-based and UTF-16; URIs are `file:`.
 */

/** Sent in `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the person trusts the workspace; without trust no git runs. Default: true. */
  readonly trusted?: boolean;
}

/** Client to server, when trust is granted. No parameters. */
export const TRUST_GRANTED = 'warrant/trustGranted';

/** Server to client: which documents the server wants to hear of, sent whenever that changes. */
export const INTEREST = 'warrant/interest';
export interface InterestParams {
  /** Claim files known to the server. */
  readonly claimFiles: readonly string[];
  /** Files that are evidence (those of folders and globs included), as URIs. */
  readonly evidence: readonly string[];
  /** Folders whose files are evidence, as URIs without a trailing slash; new files in them matter too. */
  readonly folders: readonly string[];
}

/** Server to client: something is different; ask again. */
export const CHANGED = 'warrant/changed';
export interface ChangedParams {
  readonly summary: Summary;
  /** Work is going on whose result will be sent by another such notification. */
  readonly busy: boolean;
}

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

/** The tree, a level at a time. Parameter: TreeParams; result: TreeItem[]. */
export const TREE = 'warrant/tree';
export interface TreeParams {
  /** The item whose children are wanted; the cases, if left out. */
  readonly parent?: string;
}

export interface TreeItem {
  /** Unique among all items, and stable while the document keeps its ids. */
  readonly key: string;
  readonly kind: 'case' | 'link' | NodeKind;
  /** What names it: `C2`, a case's title, a locator. */
  readonly label: string;
  /** What stands behind the name, dimmed: the text, counts, or the reason. */
  readonly description: string;
  readonly state: NodeState;
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

/** The items from the top down to the one at a place of a claim file; empty where there is none. */
export const TREE_PATH = 'warrant/treePath';
export interface TreePathParams {
  readonly uri: string;
  readonly position: Position;
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

/** The text of a file at a commit; null if it is not there, is not text, or lies in no known subject. Parameter: Revision. */
export const REVISION_TEXT = 'warrant/revisionText';

/** A commit as text: who, when, why, and what it changed in one file, as a unified diff. Parameter: Revision; result: string or null. */
export const COMMIT_TEXT = 'warrant/commitText';

/** The scheme of read-only documents that show `COMMIT_TEXT`; made and read by `commitUri` and `parseRevisionUri`. */
export const COMMIT_SCHEME = 'warrant-commit';

/** The scheme of read-only documents that show `REVISION_TEXT`. */
export const REVISION_SCHEME = 'warrant-revision';

/**
 * The URI of a document that shows a commit or a file at a commit. The path comes last so that an editor's title reads well;
 * root and commit are in the query.
 */
export function revisionUri(
  scheme: typeof COMMIT_SCHEME | typeof REVISION_SCHEME,
  revision: Revision,
): string {
  const path = '/' + revision.path.split('/').map(encodeURIComponent).join('/');
  const short = scheme === COMMIT_SCHEME ? `/${revision.commit.slice(0, 8)}` : '';
  const suffix = scheme === COMMIT_SCHEME ? '.diff' : '';
  const query = encodeURIComponent(JSON.stringify(revision));
  return `${scheme}:${short}${path}${suffix}?${query}`;
}

/** The revision a decoded query names; undefined if it is not one of ours. */
export function parseRevisionQuery(query: string): Revision | undefined {
  try {
    const value: unknown = JSON.parse(query);
    if (typeof value !== 'object' || value === null) return undefined;
    const { root, commit, path } = value as Record<string, unknown>;
    if (typeof root !== 'string' || typeof commit !== 'string' || typeof path !== 'string') return undefined;
    return { root, commit, path };
  } catch {
    return undefined;
  }
}

/** The command of a CodeLens. Arguments: the evidence file's URI, the lens's position, the claims' locations. */
export const OPEN_CLAIMS_COMMAND = 'warrant.openClaims';
export type OpenClaimsArguments = [uri: string, position: Position, claims: Location[]];

/** The command behind "what changed": opens the difference. Argument: Difference. */
export const SHOW_DIFFERENCE_COMMAND = 'warrant.showDifference';
