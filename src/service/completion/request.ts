import type { Command, CompletionItem } from 'vscode-languageserver-protocol';
import { say } from '../../l10n/say.ts';
import type { Range } from '../../model/text.ts';
import type { PlacesInFile } from '../../project/authoring/places-in.ts';
import type { WritingPlace } from '../../project/authoring/place-at.ts';
import type { JudgedCase } from '../../project/snapshot.ts';
import type { Subject } from '../../project/subject/subject.ts';
import type { Lookup } from '../lookup.ts';

/** Somebody writes at a place of a claim file. */
export interface CompletionRequest {
  readonly lookup: Lookup;
  /** Absolute, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly place: WritingPlace;
  /** What is written there and will be replaced. */
  readonly range: Range;
  /** How far the start of it stands behind the indentation of its line, in characters. */
  readonly inset: number;
  /** The case around it, as it was last read. */
  readonly case: JudgedCase | undefined;
  /** Where the evidence of that case lies. */
  readonly subject: Subject | undefined;
  readonly placesIn: (path: string) => Promise<PlacesInFile | undefined>;
  /** Whether the editor understands places to go on at in what it inserts. */
  readonly snippets: boolean;
}

/** Some of the answers, and whether there are more. */
export interface Completions {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}

/** No answers. */
export const NONE: Completions = { items: [], isIncomplete: false };

/** All of the answers. */
export function allOf(items: readonly CompletionItem[]): Completions {
  return { items, isIncomplete: false };
}

/** Has the editor ask again at once, where what was inserted leads to a further choice. */
export function askAgain(): Command {
  return { title: say('Suggest'), command: 'editor.action.triggerSuggest' };
}

/** What is remembered of an item, to describe it when somebody looks at it. */
export type ItemData =
  | { readonly is: 'node'; readonly case: string; readonly node: string }
  | { readonly is: 'part'; readonly root: string; readonly path: string; readonly name: string }
  | { readonly is: 'requirement'; readonly name: string };

/** The kinds of items, by the numbers of the protocol. */
export const ITEM_KIND = {
  text: 1,
  method: 2,
  function: 3,
  constructor: 4,
  field: 5,
  variable: 6,
  class: 7,
  interface: 8,
  module: 9,
  property: 10,
  value: 12,
  enum: 13,
  file: 17,
  reference: 18,
  folder: 19,
  enumMember: 20,
  constant: 21,
  struct: 22,
} as const;

/** Text in which nothing means anything to an editor that understands snippets. */
export function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
