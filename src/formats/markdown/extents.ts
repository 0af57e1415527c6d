import type { Draft } from './drafts.ts';
import type { Entry, ListItem, Paragraph, Section } from './outline.ts';
import { entrySpan, itemsAround } from './outline.ts';
import type { Span } from '../span.ts';

interface Flow {
  claim?: Draft;
  /** A node that is about a claim speaks only for its own paragraph and the list below it. */
  aside?: { readonly draft: Draft; readonly paragraph: Paragraph };
}

/** Follows the document from line to line and knows which node the current one stands in, and how far each node reaches. */
export class Extents {
  private readonly flows = new Map<ListItem | Section, Flow>();
  private readonly nodeOf = new Map<ListItem | Section, Draft>();
  private readonly ends = new Map<Draft, number>();

  /** Goes on to the next line, which may begin a node or name one again; gives the node that the line belongs to. */
  read(entry: Entry, begins: Draft | undefined): Draft | undefined {
    if (begins) this.open(entry, begins);
    else if (entry.form === 'text') this.endAside(entry, entry.paragraph);
    const owner = begins ?? this.ownerOf(entry);
    if (owner) this.ends.set(owner, entrySpan(entry).end);
    return owner;
  }

  /** What makes a node itself, without the nodes that hang under it: its section, its list item, or its lines and those that go on with them. */
  spanOf(draft: Draft): Span {
    const { entry, statedBy } = draft;
    const start = entrySpan(statedBy ?? entry).start;
    if (entry.form === 'heading')
      return { start: statedBy ? start : entry.section.span.start, end: entry.section.span.end };
    if (entry.form === 'item' && entry.item) return entry.item.span;
    const end = entry.form === 'text' ? (this.ends.get(draft) ?? 0) : 0;
    return { start, end: Math.max(end, entrySpan(entry).end, draft.textSpan.end) };
  }

  private open(entry: Entry, draft: Draft): void {
    if (entry.form === 'heading') this.nodeOf.set(entry.section, draft);
    else if (entry.form === 'item' && entry.item) this.nodeOf.set(entry.item, draft);
    else if (entry.form === 'text') {
      const flow = this.flowAround(entry);
      if (draft.kind === 'claim' || draft.kind === 'control')
        this.flows.set(entry.item ?? entry.section, { claim: draft });
      else flow.aside = { draft, paragraph: entry.paragraph };
    }
  }

  private ownerOf(entry: Entry): Draft | undefined {
    for (const item of itemsAround(entry.item)) {
      const flow = this.flows.get(item);
      const node = flow?.aside?.draft ?? flow?.claim ?? this.nodeOf.get(item);
      if (node) return node;
    }
    const flow = this.flows.get(entry.section);
    if (flow?.aside ?? flow?.claim) return flow.aside?.draft ?? flow.claim;
    for (let section: Section | undefined = entry.section; section; section = section.parent) {
      const node = this.nodeOf.get(section);
      if (node) return node;
    }
    return undefined;
  }

  private endAside(entry: Entry, paragraph: Paragraph): void {
    const flow = this.flows.get(entry.item ?? entry.section);
    if (flow?.aside && flow.aside.paragraph !== paragraph) delete flow.aside;
  }

  private flowAround(entry: Entry): Flow {
    const key = entry.item ?? entry.section;
    const flow = this.flows.get(key) ?? {};
    this.flows.set(key, flow);
    return flow;
  }
}
