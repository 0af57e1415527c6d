import { parseStyle } from './cells.ts';
import type { Cell, Geometry, Point } from './cells.ts';
import type { SourceText } from './source-text.ts';
import { unescaped, unescapeXml } from './unescape.ts';
import type { XmlElement, XmlListener } from './xml.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Puts cells together from the elements of an `mxGraphModel`. */
export class CellReader implements XmlListener {
  readonly cells: Cell[] = [];
  /** Names of the elements around, outermost first. */
  private readonly around: string[] = [];
  private wrapper: { readonly element: XmlElement; readonly depth: number } | undefined;
  private current:
    | { cell: Mutable<Cell>; geometry?: Mutable<Geometry>; readonly depth: number; readonly start: number }
    | undefined;

  constructor(
    private readonly source: SourceText,
    private readonly limit: number,
  ) {}

  /** There may be more cells than are read. */
  get isDone(): boolean {
    return this.cells.length >= this.limit;
  }

  text(): void {}

  opened(element: XmlElement): void {
    this.around.push(element.name);
    const depth = this.around.length;
    if (element.name === 'mxCell') this.openCell(element, depth);
    else if (this.current) this.readWithin(element);
    else if (this.around.at(-2) === 'root') this.wrapper = { element, depth };
  }

  closed(end: number): void {
    const depth = this.around.length;
    this.around.pop();
    if (this.current?.depth === depth) {
      if (!this.wrapper) this.finish(end);
    } else if (this.wrapper?.depth === depth) {
      if (this.current) this.finish(end);
      this.wrapper = undefined;
    }
  }

  private openCell(element: XmlElement, depth: number): void {
    const { wrapper } = this;
    const raw = (name: string): string => this.raw(element, name);
    const label = this.value(wrapper?.element, 'label') ?? this.value(element, 'value');
    const link = this.value(wrapper?.element ?? element, 'link');
    this.current = {
      cell: {
        id: (wrapper && this.raw(wrapper.element, 'id')) || raw('id'),
        parent: raw('parent'),
        what: raw('edge') === '1' ? 'connector' : raw('vertex') === '1' ? 'shape' : 'other',
        ...(label && { label }),
        ...(link && { link }),
        style: parseStyle(raw('style')),
        source: raw('source'),
        target: raw('target'),
        visible: raw('visible') !== '0',
        span: this.source.span(0, 0),
      },
      depth,
      start: (wrapper?.element ?? element).start,
    };
  }

  private finish(end: number): void {
    const { cell, geometry, start } = this.current!;
    this.current = undefined;
    if (this.isDone) return;
    if (geometry) cell.geometry = geometry;
    cell.span = this.source.span(start, end);
    this.cells.push(cell);
  }

  /** A geometry and the points in it; points in an `Array` are bends of a connector. */
  private readWithin(element: XmlElement): void {
    const current = this.current!;
    const number = (name: string): number => toNumber(this.raw(element, name));
    if (element.name === 'mxGeometry') {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
      current.geometry = { x, y, width, height, relative: this.raw(element, 'relative') === '1' };
    } else if (element.name === 'mxPoint' && current.geometry) {
      const point: Point = { x: number('x'), y: number('y') };
      const as = this.raw(element, 'as');
      if (as === 'sourcePoint' || as === 'targetPoint' || as === 'offset') current.geometry[as] = point;
    }
  }

  private raw(element: XmlElement, name: string): string {
    const span = element.attributes.get(name);
    return span ? unescaped(this.source.text.slice(span.start, span.end)) : '';
  }

  private value(element: XmlElement | undefined, name: string): SourceText | undefined {
    const span = element?.attributes.get(name);
    return span && span.end > span.start ? unescapeXml(this.source, span) : undefined;
  }
}

/** Numbers that are none, or beyond all drawings, count as 0. */
function toNumber(text: string): number {
  const number = Number.parseFloat(text);
  return Number.isFinite(number) && Math.abs(number) < 1e9 ? number : 0;
}
