import { baseName } from '../../model/paths.ts';
import { LineIndex } from '../../model/text.ts';
import type { ReadResult, Source } from '../format.ts';
import { drawingInPng, isPng } from './png.ts';
import { noDiagram } from './problems.ts';
import { onlyProblem, readEmbedded } from './read-drawio.ts';

/** The first bytes of pictures that cannot hold a drawing: JPEG, GIF, BMP, and WebP's container. */
const PICTURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x52, 0x49, 0x46, 0x46],
];

/** Whether bytes are those of a picture, which may hold a drawing or be taken for one. */
export function isPicture(bytes: Uint8Array): boolean {
  return isPng(bytes) || PICTURES.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}

/** Reads the drawing that a picture carries. A picture has no lines, so all ranges are its beginning. */
export function readPicture(bytes: Uint8Array, source: Source): ReadResult {
  const xml = isPng(bytes) ? drawingInPng(bytes) : undefined;
  if (xml !== undefined) return readEmbedded(xml, source);
  const start = { start: 0, end: 0 };
  return onlyProblem(noDiagram(baseName(source.file), '', start), source, new LineIndex(''));
}
