import type { NodeKind } from '../model/kinds.ts';
import type { Span } from './span.ts';

/** A key, or one of few values, that may be written at a place, with what it means. */
export interface Choice {
  readonly word: string;
  /** One or two sentences, as Markdown. */
  readonly means: string;
  /** What stands behind the key: one text, or something of its own below it. */
  readonly holds?: 'text' | 'list' | 'ids' | 'map';
}

/** What a place of a claim file asks for. */
export type Want =
  | { readonly is: 'key'; readonly keys: readonly Choice[] }
  | { readonly is: 'value'; readonly values: readonly Choice[] }
  /** The id of a node that is about to be written. */
  | { readonly is: 'new-id'; readonly kind: NodeKind }
  /** The id of a node that is written elsewhere; of one of these kinds rather than of others. */
  | { readonly is: 'node'; readonly likely: readonly NodeKind[] }
  | { readonly is: 'locator'; readonly from: 'root' | 'document' }
  /** A part of the file that a locator before it leads to. */
  | { readonly is: 'part'; readonly of: string; readonly from: 'root' | 'document' }
  | { readonly is: 'requirement' }
  /** An item of a list that has not begun yet. */
  | { readonly is: 'item' };

/**
 * How a text is written at a place, which decides what it may hold as it is: in YAML without quotes, in lines of its own or within brackets, or in one
 * kind of quotes; in Markdown in a code span or as the destination of a link; in LTAC between parentheses.
 */
export type TextForm = 'block' | 'flow' | 'double' | 'single' | 'code' | 'destination' | 'parentheses';

/** A place of a claim file at which somebody writes. Offsets are those of the text. */
export interface WritingPlace {
  readonly wants: readonly Want[];
  /** What is written there up to the cursor: a word, or all of a locator. */
  readonly typed: string;
  /** The same, to the end of what is written there already. */
  readonly span: Span;
  readonly form: TextForm;
  /** How deep it stands, in the notation's own terms: within brackets things are written in one line. */
  readonly style: 'block' | 'flow';
  /** A key that is written there has its colon already. */
  readonly hasColon: boolean;
  /** The id of the node around it, where it is written. */
  readonly node?: string;
}
