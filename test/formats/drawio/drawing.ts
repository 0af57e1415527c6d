import { deflateSync, zlibSync } from 'fflate';
import { readDrawio } from '../../../src/formats/drawio/read-drawio.ts';
import type { Prefixes } from '../../../src/model/settings.ts';
import { type Read, readWith } from '../reading.ts';

/** How a shape lies and looks; 100 wide and 40 high unless said otherwise. */
export interface Look {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly style?: string;
  readonly parent?: string;
  /** Further attributes of the cell. */
  readonly more?: string;
}

/** One drawn shape. The label is escaped here. */
export function shape(id: string, label: string, look: Look = {}): string {
  const { x = 0, y = 0, width = 100, height = 40, style = 'html=1', parent = '1', more = '' } = look;
  return (
    `<mxCell id="${id}" value="${escaped(label)}" style="${style}" vertex="1" parent="${parent}" ${more}>` +
    `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
  );
}

/** One drawn connector, `a>b`; an end that is empty is loose, at the place that `points` gives. */
export function arrow(
  ends: string,
  {
    style = '',
    parent = '1',
    points = '',
    id = `arrow ${ends}`,
  }: Partial<Record<'style' | 'parent' | 'points' | 'id', string>> = {},
): string {
  const [source = '', target = ''] = ends.split('>');
  const attached = (source && ` source="${source}"`) + (target && ` target="${target}"`);
  return (
    `<mxCell id="${escaped(id)}" style="${style}" edge="1" parent="${parent}"${attached}>` +
    `<mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`
  );
}

/** Where a loose end lies. */
export function point(as: 'sourcePoint' | 'targetPoint', x: number, y: number): string {
  return `<mxPoint x="${x}" y="${y}" as="${as}"/>`;
}

/** The model of one page. */
export function model(...cells: readonly string[]): string {
  return `<mxGraphModel><root>\n<mxCell id="0"/>\n<mxCell id="1" parent="0"/>\n${cells.join('\n')}\n</root></mxGraphModel>`;
}

/** A file with one plain page. */
export function file(...cells: readonly string[]): string {
  return `<mxfile>\n<diagram id="p" name="Page-1">\n${model(...cells)}\n</diagram>\n</mxfile>\n`;
}

/** What draw.io writes in place of a page's model by default. */
export function deflated(xml: string): string {
  const packed = deflateSync(new TextEncoder().encode(encodeURIComponent(xml)));
  return Buffer.from(packed).toString('base64');
}

/** Text as an attribute's value. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

/** Reads a file with one plain page that has these cells. */
export function draw(...cells: readonly string[]): Read {
  return readWith(readDrawio, file(...cells));
}

/** The same with letters that a person set. */
export function drawWith(prefixes: Prefixes, ...cells: readonly string[]): Read {
  return readWith((text, source) => readDrawio(text, { ...source, prefixes }), file(...cells));
}

/** A PNG of one pixel with some chunks in it. Check sums are left out: nobody looks at them. */
export function png(...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Uint8Array {
  const header = chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0));
  const pixels = chunk('IDAT', zlibSync(Uint8Array.of(0, 0)));
  const between = chunks.map(([type, data]) => chunk(type, data));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([signature, header, ...between, pixels, chunk('IEND', new Uint8Array())]);
}

/** A chunk's bytes. @param length what it claims to be long */
function chunk(type: string, data: Uint8Array, length = data.length): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  return bytes;
}

/** A text chunk as draw.io writes it into a PNG. */
export function textChunk(xml: string, key = 'mxfile'): readonly [string, Uint8Array] {
  return ['tEXt', Buffer.from(`${key}\0${encodeURIComponent(xml)}`, 'latin1')];
}
