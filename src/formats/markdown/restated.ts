import type { Draft } from './drafts.ts';
import type { Entry } from './outline.ts';

/** The nodes of a case, and what is no node but another line about one. */
export interface Distinct {
  /** In the order of the document. */
  readonly nodes: readonly Draft[];
  /** By entry: the node that a line begins, or names again, as the rows of a summary do. */
  readonly nodeAt: ReadonlyMap<Entry, Draft>;
  /** Entries that only name again what stands elsewhere. */
  readonly again: ReadonlySet<Entry>;
  /** Nodes whose id another one has. */
  readonly duplicates: readonly { readonly draft: Draft; readonly first: Draft }[];
}

/**
 * Tells a node that is only named again from a second one that has the same id. A heading and a line below it (`## Top claim (C1)`,
 * `**C1:** …`) are one node; so are a node and its row in a table, and two lines that say the same or of which one says nothing.
 */
export function distinguish(drafts: readonly Draft[]): Distinct {
  const nodeAt = new Map<Entry, Draft>();
  const again = new Set<Entry>();
  const duplicates: { draft: Draft; first: Draft }[] = [];
  const replaced = new Map<Draft, Draft>();
  for (const group of groupById(drafts)) {
    const main = mainOf(group);
    const inner = group.find((other) => isAnnounced(other, main));
    const first = inner ? adopt(main, inner) : main;
    replaced.set(main, first);
    for (const draft of group) {
      const same = draft === main || draft === inner || restates(draft, main);
      nodeAt.set(draft.entry, same ? first : draft);
      if (same && draft !== main) again.add(draft.entry);
      if (!same) duplicates.push({ draft, first });
    }
  }
  const nodes = drafts.filter(({ entry }) => !again.has(entry)).map((draft) => replaced.get(draft) ?? draft);
  return { nodes, nodeAt, again, duplicates };
}

function groupById(drafts: readonly Draft[]): Draft[][] {
  const groups = new Map<string | Draft, Draft[]>();
  for (const draft of drafts) {
    const key = draft.id ?? draft;
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()];
}

/** Of several lines with one id the heading is the node, since its section holds what belongs to it; rows of tables come last. */
function mainOf(group: readonly Draft[]): Draft {
  return (
    group.find(({ entry }) => entry.form === 'heading') ??
    group.find(({ entry }) => entry.form !== 'row') ??
    group[0]!
  );
}

/** Whether a line states in full what the heading right above it announces. */
function isAnnounced(inner: Draft, main: Draft): boolean {
  const { entry } = inner;
  return (
    main.entry.form === 'heading' &&
    entry.section === main.entry.section &&
    (entry.form === 'text' || entry.form === 'item')
  );
}

function adopt(heading: Draft, inner: Draft): Draft {
  if (inner.text === '') return heading;
  const stated = { text: inner.text, textSpan: inner.textSpan };
  return heading.text === ''
    ? { ...heading, ...stated, idSpan: inner.idSpan, statedBy: inner.entry }
    : { ...heading, ...stated };
}

function restates(other: Draft, main: Draft): boolean {
  if (other.entry.form === 'row') return main.entry.form !== 'row' || other.entry.table !== main.entry.table;
  const words = wordsOf(other);
  const mainWords = wordsOf(main);
  return words === '' || mainWords.startsWith(words) || (mainWords !== '' && words.startsWith(mainWords));
}

/** What a node says without its code spans, punctuation and letter case. */
function wordsOf({ entry, text }: Draft): string {
  const links = entry.form === 'row' ? [] : entry.line.links;
  const prose = links.reduce(
    (rest, { form, written }) => (form === 'code' ? rest.replace(written, '') : rest),
    text,
  );
  return prose.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
