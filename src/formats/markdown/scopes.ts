import type { Draft } from './drafts.ts';
import { itemsAround } from './outline.ts';
import type { Entry } from './outline.ts';
import type { Reading } from './readings.ts';

/** The stretch of a document that a label or an evidence node makes evidence. */
export interface Scope {
  /** What the evidence is for. */
  readonly owner: Draft;
  /** The evidence node that gathers, where it is not a mere label. */
  readonly node?: Draft;
  readonly entry: Entry;
  /** A list item that holds the label and nothing else: the items after it are meant. */
  readonly open: boolean;
}

/** Follows the document from line to line and knows which label gathers the links of the current one. */
export class Scopes {
  private readonly stack: Scope[] = [];

  /** The scope the current line stands in, not counting a label of its own. */
  get current(): Scope | undefined {
    return this.stack.at(-1);
  }

  /** Goes on to the next line: ends the scopes that do not reach it. */
  read(reading: Reading, begins: Draft | undefined): void {
    while (this.current && !reaches(this.current, reading, begins)) this.stack.pop();
  }

  begin(scope: Scope): void {
    this.stack.push(scope);
  }
}

/**
 * A heading gathers all of its section. A label in a list item gathers the item; one in a paragraph all that follows, lists included, up to the
 * next label or node beside it or the next heading. Any node but evidence ends it, however deep it stands.
 */
function reaches(scope: Scope, { entry, label }: Reading, begins: Draft | undefined): boolean {
  if (begins && begins.kind !== 'evidence') return false;
  const own = scope.entry;
  if (own.form === 'heading') return entry.form !== 'heading' || entry.section.depth > own.section.depth;
  if (entry.form === 'heading' || entry.section !== own.section) return false;
  const stops = label?.start === 0 || begins !== undefined;
  const around = [...itemsAround(entry.item)];
  if (own.form === 'item') {
    if (around.some((item) => item === own.item)) return true;
    return scope.open && !stops && around.some((item) => item.list === own.item?.list);
  }
  if (own.item && !around.includes(own.item)) return false;
  return !(stops && entry.item === own.item && entry.form === 'text');
}
