import { inflate } from './inflate.ts';
import { decodePercent } from './percent.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The keys under which draw.io writes a drawing; the second is that of old versions. */
const KEYS = new Set(['mxfile', 'mxGraphModel']);
const MAX_CHUNKS = 10_000;

/** Whether bytes are those of a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/**
 * The XML of the drawing that a PNG carries in one of its text chunks; undefined if it carries none. A chunk that claims to be longer than the file
 * ends with it.
 */
export function drawingInPng(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  for (let chunk = 0; chunk < MAX_CHUNKS && at + 8 <= bytes.length; chunk++) {
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    const text = textOfChunk(type, data);
    if (text) return xmlOf(text);
    at += 8 + length + 4;
  }
  return undefined;
}

/** The text of a chunk under one of our keys: `key NUL text` in tEXt; in the others flags and languages stand between. */
function textOfChunk(type: string, data: Uint8Array): Uint8Array | undefined {
  if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') return undefined;
  const end = data.subarray(0, 80).indexOf(0);
  if (end < 0 || !KEYS.has(latin1(data.subarray(0, end)))) return undefined;
  const rest = data.subarray(end + 1);
  if (type === 'tEXt') return rest;
  if (type === 'zTXt') return inflate(rest.subarray(1)).bytes;
  const language = rest.indexOf(0, 2);
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const text = rest.subarray(translated + 1);
  return rest[0] === 1 ? inflate(text).bytes : text;
}

/** XML as it is begins with an angle bracket; percent-encoded it does not. */
function xmlOf(text: Uint8Array): string {
  const start = latin1(text.subarray(0, 200)).trimStart();
  return start.startsWith('<') ? new TextDecoder().decode(text) : decodePercent(text);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
