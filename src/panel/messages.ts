import type { DiagramData } from '../model/diagram.ts';
import { NOTATIONS, type Notation } from './layout/notation.ts';
import { type SavedState, readSavedState } from './saved-state.ts';

/*
 * What the page of a diagram and the extension say to each other.
 */

/** To the page. */
export type ToPanel =
  /** What to show. */
  | { readonly type: 'diagram'; readonly data: DiagramData }
  /** Why there is nothing to show: a sentence. */
  | { readonly type: 'nothing'; readonly why: string }
  /** The box of what is under the cursor. */
  | { readonly type: 'select'; readonly key: string }
  /** Shows only this box, what is above and what is below. */
  | { readonly type: 'focus'; readonly key: string }
  /** Whether diagrams follow the cursor. */
  | { readonly type: 'follow'; readonly on: boolean };

/** What a diagram can be saved as. */
export const EXPORT_FORMATS = ['svg', 'png', 'mermaid'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** From the page. */
export type FromPanel =
  /** It can be spoken to. */
  | { readonly type: 'ready' }
  /** A box was selected: show where it is written, without leaving the diagram. */
  | { readonly type: 'select'; readonly key: string }
  /** Go to where it is written. */
  | { readonly type: 'open'; readonly key: string }
  /** Save the picture: SVG as it is, PNG in base64, of Mermaid nothing. */
  | { readonly type: 'export'; readonly format: ExportFormat; readonly content: string }
  /** The person wants diagrams in this notation from now on. */
  | { readonly type: 'notation'; readonly notation: Notation }
  /** Diagrams are to follow the cursor from now on, or not. */
  | { readonly type: 'follow'; readonly on: boolean }
  /** What the person chose, to be kept. */
  | { readonly type: 'state'; readonly state: SavedState }
  /** Something went wrong in the page: a sentence for the log. */
  | { readonly type: 'failed'; readonly message: string };

/** A message from the page, if it is one; pages can be made to send anything. */
export function readFromPanel(message: unknown): FromPanel | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const {
    type,
    key,
    format,
    content,
    notation,
    on,
    state,
    message: said,
  } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'select':
    case 'open':
      return typeof key === 'string' ? { type, key } : undefined;
    case 'export': {
      const known = EXPORT_FORMATS.find((each) => each === format);
      return known && typeof content === 'string' ? { type, format: known, content } : undefined;
    }
    case 'notation': {
      const known = NOTATIONS.find((each) => each === notation);
      return known && { type, notation: known };
    }
    case 'follow':
      return typeof on === 'boolean' ? { type, on } : undefined;
    case 'state': {
      const read = readSavedState(state);
      return read && { type, state: read };
    }
    case 'failed':
      return typeof said === 'string' ? { type, message: said } : undefined;
    default:
      return undefined;
  }
}
