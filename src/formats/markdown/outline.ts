import type { Blockquote, Heading, List, Paragraph as ParagraphNode, Root, RootContent, Table } from 'mdast';
import { readLines, readOneLine } from './inline.ts';
import type { InlineLine } from './inline.ts';
import { definitionsOf } from './links.ts';
import type { Definitions } from './links.ts';
import type { Span } from '../span.ts';
import { spanOf } from './tree.ts';

/** What stands between a heading and the next of the same depth or above. The root has depth 0 and no heading. */
export interface Section {
  readonly depth: number;
  readonly parent?: Section;
  readonly heading?: LineEntry;
  /** From the heading to the end of the last block. */
  span: Span;
}

/** One item of a list. */
export interface ListItem {
  readonly parent?: ListItem;
  /** Items of one list share it. */
  readonly list: object;
  /** 1 for an item of a list that is in no other. */
  readonly depth: number;
  /** Its number in a numbered list. */
  readonly number?: number;
  readonly span: Span;
}

export interface Paragraph {
  readonly span: Span;
  readonly lines: readonly LineEntry[];
}

interface Place {
  readonly section: Section;
  /** The innermost list item it stands in. */
  readonly item?: ListItem;
  /** The outermost block quote it stands in. */
  readonly quote?: object;
}

/** One line of text: a heading, the first line of a list item, or any other line of a paragraph. */
export interface LineEntry extends Place {
  readonly form: 'heading' | 'item' | 'text';
  readonly line: InlineLine;
  /** The paragraph it is a line of; a heading is one of its own. */
  readonly paragraph: Paragraph;
  /** Its number in the paragraph, from 0. */
  readonly index: number;
}

export interface TableBlock {
  readonly header: readonly InlineLine[];
}

/** One row of a table below its header. */
export interface RowEntry extends Place {
  readonly form: 'row';
  readonly table: TableBlock;
  readonly cells: readonly InlineLine[];
  readonly span: Span;
}

export type Entry = LineEntry | RowEntry;

/** A document as the sequence of its lines and rows, each with the structure it stands in. */
export interface Outline {
  readonly root: Section;
  readonly entries: readonly Entry[];
}

/** Where an entry stands in the document. */
export function entrySpan(entry: Entry): Span {
  return entry.form === 'row' ? entry.span : entry.line.span;
}

/** The list items an entry stands in, innermost first. */
export function* itemsAround(item: ListItem | undefined): Iterable<ListItem> {
  for (let at = item; at; at = at.parent) yield at;
}

/**
 * Reads the lines and rows of a document. Left out are code blocks, HTML, and whatever begins in one of the `hidden` stretches.
 */
export function readOutline(tree: Root, source: string, hidden: readonly Span[]): Outline {
  const root: Section = { depth: 0, span: { start: 0, end: source.length } };
  const writer = new OutlineWriter(root, source, definitionsOf(tree), hidden);
  for (const block of tree.children) writer.block(block, { section: writer.section, quotes: 0 });
  return { root, entries: writer.entries };
}

interface BlockContext extends Place {
  readonly quotes: number;
}

class OutlineWriter {
  readonly entries: Entry[] = [];
  section: Section;
  private nextHidden = 0;

  constructor(
    root: Section,
    private readonly source: string,
    private readonly definitions: Definitions,
    private readonly hidden: readonly Span[],
  ) {
    this.section = root;
  }

  block(node: RootContent, context: BlockContext): void {
    if (this.isHidden(spanOf(node))) return;
    if (node.type === 'heading') this.heading(node, context);
    else if (node.type === 'paragraph') this.paragraph(node, context, 'text');
    else if (node.type === 'list') this.list(node, context);
    else if (node.type === 'table') this.table(node, context);
    else if (node.type === 'blockquote') this.quote(node, context);
    if (context.item === undefined && context.quote === undefined) this.extendSections(spanOf(node).end);
  }

  private heading(node: Heading, context: BlockContext): void {
    const line = readOneLine(node.children, this.inline(context), spanOf(node).end);
    if (context.item || context.quote) return this.addLines([line], 'text', spanOf(node), context);
    let parent = this.section;
    while (parent.depth >= node.depth && parent.parent) parent = parent.parent;
    const section: { -readonly [K in keyof Section]: Section[K] } = {
      depth: node.depth,
      parent,
      span: spanOf(node),
    };
    this.section = section;
    this.addLines([line], 'heading', spanOf(node), { section, quotes: 0 });
    section.heading = this.entries.at(-1) as LineEntry;
  }

  private paragraph(node: ParagraphNode, context: BlockContext, form: 'text' | 'item'): void {
    this.addLines(readLines(node.children, this.inline(context)), form, spanOf(node), context);
  }

  private list(node: List, context: BlockContext): void {
    const depth = (context.item?.depth ?? 0) + 1;
    const first = node.ordered ? (node.start ?? 1) : undefined;
    for (const [index, child] of node.children.entries()) {
      const number = first === undefined ? {} : { number: first + index };
      const item: ListItem = { parent: context.item, list: node, depth, ...number, span: spanOf(child) };
      const inside = { ...context, item };
      child.children.forEach((block, index) => {
        if (index === 0 && block.type === 'paragraph' && !this.isHidden(spanOf(block))) {
          this.paragraph(block, inside, 'item');
        } else this.block(block, inside);
      });
    }
  }

  private table(node: Table, context: BlockContext): void {
    const rows = node.children.map((row) => ({
      span: spanOf(row),
      cells: row.children.map((cell) => readOneLine(cell.children, this.inline(context), spanOf(cell).end)),
    }));
    const table = { header: rows[0]?.cells ?? [] };
    for (const { span, cells } of rows.slice(1)) {
      this.entries.push({ form: 'row', table, cells, span, ...placeOf(context) });
    }
  }

  private quote(node: Blockquote, context: BlockContext): void {
    const inside = { ...context, quote: context.quote ?? node, quotes: context.quotes + 1 };
    for (const block of node.children) this.block(block, inside);
  }

  private addLines(
    lines: readonly InlineLine[],
    form: LineEntry['form'],
    span: Span,
    context: BlockContext,
  ): void {
    const inParagraph: LineEntry[] = [];
    const paragraph = { span, lines: inParagraph };
    lines.forEach((line, index) => {
      const own = form === 'item' && index > 0 ? 'text' : form;
      const entry: LineEntry = { form: own, line, paragraph, index, ...placeOf(context) };
      inParagraph.push(entry);
      this.entries.push(entry);
    });
  }

  /** Blocks come in the order of the text, so that a single pass over the hidden stretches is enough. */
  private isHidden(span: Span): boolean {
    while (this.nextHidden < this.hidden.length && this.hidden[this.nextHidden]!.end <= span.start)
      this.nextHidden++;
    const hidden = this.hidden[this.nextHidden];
    return hidden !== undefined && hidden.start <= span.start;
  }

  private extendSections(end: number): void {
    for (let section: Section | undefined = this.section; section?.heading; section = section.parent) {
      section.span = { start: section.span.start, end };
    }
  }

  private inline(context: BlockContext): { source: string; definitions: Definitions; quotes: number } {
    return { source: this.source, definitions: this.definitions, quotes: context.quotes };
  }
}

function placeOf({ section, item, quote }: BlockContext): Place {
  return { section, ...(item && { item }), ...(quote && { quote }) };
}
