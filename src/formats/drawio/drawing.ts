import { CellReader } from './read-cells.ts';
import type { Page } from './cells.ts';
import { MAX_UNPACKED } from './inflate.ts';
import type { SourceText } from './source-text.ts';
import { unwrap } from './unpack.ts';
import { unescapeXml } from './unescape.ts';
import { scanXml } from './xml.ts';
import type { XmlElement } from './xml.ts';
import type { Span } from '../span.ts';

/** More cells than this are not read of one file; a drawing that people can read has some hundreds. */
export const MAX_CELLS = 10_000;

/** The same for pages. */
export const MAX_PAGES = 500;

/** Why a drawing, or a page of it, could not be read to its end. */
export interface Damage {
  readonly why: 'cut' | 'too-large' | 'too-deep' | 'too-many-cells' | 'too-many-pages' | 'unreadable-page';
  readonly span: Span;
}

/** All pages of a file, as far as they can be read. */
export interface Drawing {
  readonly pages: readonly Page[];
  readonly damage: readonly Damage[];
}

/** Reads the pages of an `mxfile`, or the one of a bare `mxGraphModel`. Undefined for XML that is neither. */
export function readDrawing(source: SourceText): Drawing | undefined {
  const reader = new FileReader(source);
  const end = scanXml(source.text, reader);
  if (!reader.isDrawing) return undefined;
  if (end !== 'whole') reader.damaged(end, lastSpan(source));
  return { pages: reader.pages, damage: reader.damage };
}

class FileReader {
  readonly pages: Page[] = [];
  readonly damage: Damage[] = [];
  isDrawing = false;
  private depth = 0;
  /** What is allowed still, over all pages. */
  private cellsLeft = MAX_CELLS;
  private bytesLeft = MAX_UNPACKED;
  private page: { readonly element?: XmlElement; readonly depth: number; text?: Span } | undefined;
  private model: { readonly reader: CellReader; readonly start: number; readonly depth: number } | undefined;

  constructor(private readonly source: SourceText) {}

  get isDone(): boolean {
    return this.model?.reader.isDone ?? (this.cellsLeft <= 0 || this.pages.length >= MAX_PAGES);
  }

  opened(element: XmlElement): void {
    this.depth++;
    if (element.name === 'mxfile') this.isDrawing = true;
    else if (element.name === 'diagram' && !this.page && !this.model) {
      this.isDrawing = true;
      this.page = { element, depth: this.depth };
    } else if (element.name === 'mxGraphModel' && !this.model) {
      this.isDrawing = true;
      this.model = {
        reader: new CellReader(this.source, this.cellsLeft),
        start: element.start,
        depth: this.depth,
      };
    }
    this.model?.reader.opened(element);
  }

  text({ start, end }: Span): void {
    if (!this.page || this.model) return;
    this.page.text = { start: this.page.text?.start ?? start, end };
  }

  closed(end: number): void {
    this.model?.reader.closed(end);
    if (this.model?.depth === this.depth) {
      const { reader, start } = this.model;
      this.model = undefined;
      this.addPage(reader, this.source.span(this.page?.element?.start ?? start, end));
      // Whatever else a diagram has is not its drawing.
      if (this.page) this.page.text = undefined;
    } else if (this.page?.depth === this.depth) {
      if (this.page.text) this.unpack(this.page.text, end);
      this.page = undefined;
    }
    this.depth--;
  }

  damaged(why: Damage['why'], span: Span): void {
    if (!this.damage.some((known) => known.why === why && known.span.start === span.start))
      this.damage.push({ why, span });
  }

  private unpack(text: Span, end: number): void {
    const held = unescapeXml(this.source, text);
    if (held.text.trim() === '') return;
    const span = this.source.span(this.page?.element?.start ?? text.start, end);
    if (this.bytesLeft <= 0) return this.damaged('too-large', span);
    const { xml, end: unpacked, cost } = unwrap(held, this.bytesLeft);
    this.bytesLeft -= cost;
    const reader = new CellReader(xml ?? held, this.cellsLeft);
    const ended = xml && scanXml(xml.text, reader);
    if (!ended) this.damaged('unreadable-page', span);
    else if (unpacked !== 'whole') this.damaged(unpacked, span);
    else if (ended !== 'whole') this.damaged(ended, span);
    this.addPage(reader, span);
  }

  private addPage(reader: CellReader, span: Span): void {
    const name = this.attribute('name');
    this.cellsLeft -= reader.cells.length;
    if (reader.isDone) this.damaged('too-many-cells', span);
    if (this.pages.length === MAX_PAGES - 1) this.damaged('too-many-pages', span);
    this.pages.push({
      id: this.attribute('id')?.text ?? '',
      name: name?.text.trim() ?? '',
      nameSpan: name ? name.span(0, name.text.length) : { start: span.start, end: span.start },
      cells: reader.cells,
      span,
    });
  }

  private attribute(name: string): SourceText | undefined {
    const span = this.page?.element?.attributes.get(name);
    return span && unescapeXml(this.source, span);
  }
}

/** The last line of a text. */
function lastSpan(source: SourceText): Span {
  const { text } = source;
  const end = text.trimEnd().length;
  return source.span(text.lastIndexOf('\n', Math.max(0, end - 1)) + 1, end);
}
