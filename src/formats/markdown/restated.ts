import { push } from '../../model/multimap.ts';
import type { Draft } from './drafts.ts';
import type { Entry } from './outline.ts';
import { isRecap } from './recaps.ts';

/** In words. */
const LONGEST_TITLE = 6;

/** The nodes of a case, and what is no node but another line about one. */
export interface Distinct {
  /** In the order of the document. */
  readonly nodes: readonly Draft[];
  /** By entry: the node that a line begins, or names again, as the rows of a summary do. */
  readonly nodeAt: ReadonlyMap<Entry, Draft>;
  /** By entry: the other nodes that stand in it, such as the control in the row of a threat. */
  readonly partsAt: ReadonlyMap<Entry, readonly Draft[]>;
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
  for (const group of groupById(drafts.filter(({ within, ofLabel }) => !within && !ofLabel))) {
    const stating = group.filter((draft) => !isRecap(draft));
    const main = mainOf(stating.length > 0 ? stating : group);
    const inner = group.find((other) => isAnnounced(other, main));
    const first = inner ? adopt(main, inner) : main;
    replaced.set(main, first);
    for (const draft of group) {
      const same =
        draft === main ||
        draft === inner ||
        speaksOf(draft, main) ||
        restates(draft, main) ||
        isRepeat(draft, main);
      nodeAt.set(draft.entry, same ? first : draft);
      if (same && draft !== main) again.add(draft.entry);
      if (!same) duplicates.push({ draft, first });
    }
  }
  const nodes = drafts
    .filter(({ entry, within, ofLabel }) => within !== undefined || ofLabel || !again.has(entry))
    .map((draft) => replaced.get(draft) ?? draft);
  const partsAt = new Map<Entry, Draft[]>();
  for (const draft of drafts) if (draft.within) push(partsAt, draft.entry, draft);
  return { nodes, nodeAt, partsAt, again, duplicates };
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
  const definition = group.find(({ defines }) => defines);
  const stated = definition ? group.filter((draft) => !speaksOf(draft, definition)) : group;
  const heading = stated.find(({ entry }) => entry.form === 'heading');
  const announced = heading && stated.find((draft) => isStatedBefore(draft, heading));
  return (
    announced ??
    heading ??
    (stated.length < group.length ? definition : undefined) ??
    group.find(({ entry }) => entry.form !== 'row') ??
    group[0]!
  );
}

/** Whether an item of a list that names the parts to come states in full what a heading below it repeats the title of. */
function isStatedBefore(item: Draft, heading: Draft): boolean {
  if (item.entry.form !== 'item' || heading.entry.form !== 'heading' || item.kind !== heading.kind)
    return false;
  const [said, title] = [wordsOf(item), wordsOf(heading)];
  return (
    title !== '' &&
    said.length > title.length &&
    said.startsWith(title) &&
    item.textSpan.start < heading.textSpan.start
  );
}

/** Whether a line only speaks of what a row defines: below *Mitigations*, `T1: Spoofing` is the threat that they counter. */
function speaksOf(
  { inSectionOf, guessed, kind, defines: own }: Draft,
  { defines, kind: defined }: Draft,
): boolean {
  if (!defines || own) return false;
  return (
    (inSectionOf !== undefined && inSectionOf !== kind) ||
    (guessed === true && inSectionOf === undefined && kind !== defined)
  );
}

/** Whether a summary, or a list of what is to be done, names again what stands elsewhere. */
function isRepeat(draft: Draft, main: Draft): boolean {
  return isRecap(draft) && !isRecap(main);
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
  if (other.entry.form === 'row') {
    if (main.entry.form === 'row') return other.entry.table !== main.entry.table;
    return !other.defines || other.kind === main.kind;
  }
  if (isTitleFor(main, other)) return true;
  const words = wordsOf(other);
  const mainWords = wordsOf(main);
  return words === '' || mainWords.startsWith(words) || (mainWords !== '' && words.startsWith(mainWords));
}

/** Whether a heading only entitles what a line elsewhere states in full. */
function isTitleFor(heading: Draft, statement: Draft): boolean {
  if (heading.entry.form !== 'heading' || statement.entry.form === 'heading') return false;
  const words = heading.text.split(' ').length;
  return words <= LONGEST_TITLE && words < statement.text.split(' ').length;
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
