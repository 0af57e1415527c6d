import type { Draft } from './drafts.ts';
import { headingText } from './headings.ts';

const LONGEST_DERIVED_ID = 40;

/** A text as part of a name: lower-case letters and digits, joined with hyphens. Empty if it has none of either. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Gives out names that are each used once. */
export class Names {
  private readonly taken = new Set<string>();
  private readonly last = new Map<string, number>();

  /** Whether a name has been given out. */
  has(name: string): boolean {
    return this.taken.has(name);
  }

  /** `name` itself, or with the next number behind it: `name-2`. */
  unique(name: string, separator = '-'): string {
    let number = this.last.get(name) ?? 1;
    let unique = number === 1 ? name : `${name}${separator}${number}`;
    while (this.taken.has(unique)) unique = `${name}${separator}${++number}`;
    this.last.set(name, number);
    this.taken.add(unique);
    return unique;
  }
}

/**
 * The key of each node in its case: its id, `C2~2` for the second with that id, or a slug of what it says where the author gave it none.
 */
export function keysOf(nodes: readonly Draft[]): Map<Draft, string> {
  const keys = new Map<Draft, string>();
  const names = new Names();
  for (const node of nodes) {
    if (node.id !== undefined) keys.set(node, names.unique(node.id, '~'));
  }
  for (const node of nodes) {
    if (node.id === undefined) keys.set(node, derivedName(node, names));
  }
  return keys;
}

/** What a node says; where another one says the same, with the heading it stands under. */
function derivedName({ name, text, kind, entry }: Draft, names: Names): string {
  const said = shortSlug(name ?? text) || kind;
  if (!names.has(said)) return names.unique(said);
  const section = entry.form === 'heading' ? entry.section.parent : entry.section;
  const heading = section && headingText(section)?.text;
  return names.unique(heading ? `${shortSlug(heading)}-${said}` : said);
}

function shortSlug(text: string): string {
  const whole = slug(text.slice(0, 4 * LONGEST_DERIVED_ID));
  if (whole.length <= LONGEST_DERIVED_ID) return whole;
  const cut = whole.slice(0, LONGEST_DERIVED_ID + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}
