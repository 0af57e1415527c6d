import type { Comment } from '../comments.ts';
import type { Span } from '../lines.ts';

/*
 * JSON, YAML and TOML as one kind of tree. Several places may share a node (aliases of YAML), and a node may even stand within itself: whoever
 * walks down needs a bound.
 */

export type ScalarType = 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'date' | 'other';

/** A single value. Two that mean the same have the same type and text. */
export interface DataScalar {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly text: string;
  readonly tag?: string;
  /** Programs take it for different things, as they read YAML 1.1 or 1.2: `no`, `0644`, `22:22`. So it is only the same as what is written so. */
  readonly ambiguous?: true;
}

export interface DataMap {
  readonly kind: 'map';
  readonly entries: readonly DataEntry[];
  readonly tag?: string;
}

export interface DataList {
  readonly kind: 'list';
  readonly items: readonly DataItem[];
  readonly tag?: string;
}

export type DataNode = DataScalar | DataMap | DataList;

/** A value and where it is written. */
export interface DataItem {
  readonly value: DataNode;
  readonly span: Span;
}

/** The span reaches from the key to the end of the value. */
export interface DataEntry extends DataItem {
  readonly key: string;
  /** YAML tells `1:` from `"1":`. */
  readonly keyType: ScalarType;
  /** A merge key of YAML, `<<`: see `merge.ts`. */
  readonly merge?: true;
}

/** A text as data. */
export interface DataDocuments {
  /** What each document of the text holds (YAML may have several); a mistake may hide parts of it. */
  readonly roots: readonly DataNode[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
  /** The first mistake, which begins in a 1-based line and continues a sentence; then the data says not all. */
  readonly mistake?: { readonly line: number; readonly why: string };
}

/** Nobody nests by hand as deeply; what programs nest more deeply is not read. */
export const MAX_NESTING = 200;
