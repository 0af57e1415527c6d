import { inflate } from './inflate.ts';
import type { Unpacked } from './inflate.ts';
import { decodePercent } from './percent.ts';
import { packedAt } from './source-text.ts';
import type { SourceText } from './source-text.ts';

/** A drawing's XML as it was written into a text, and whether all of it was there. */
export interface Unwrapped {
  /** Undefined where what was there is no XML in any of these forms. */
  readonly xml?: SourceText;
  readonly end: Unpacked['end'];
  /** How many bytes were unpacked. */
  readonly cost: number;
}

/**
 * Takes the XML of a drawing out of the text that holds it: as it is, percent-encoded, or deflated and in base64, as draw.io writes it by default.
 * No more than `limit` bytes are unpacked.
 */
export function unwrap(source: SourceText, limit: number): Unwrapped {
  const text = source.text.trim();
  if (text.startsWith('<')) return { xml: source, end: 'whole', cost: 0 };
  const place = source.span(0, source.text.length);
  if (/^%3c/i.test(text))
    return { xml: packedAt(decodePercent(new TextEncoder().encode(text)), place), end: 'whole', cost: 0 };
  const { bytes, end } = inflate(fromBase64(text), limit);
  const unpacked = decodePercent(bytes).trimStart();
  const isXml = unpacked.startsWith('<');
  return { ...(isXml && { xml: packedAt(unpacked, place) }), end, cost: bytes.length };
}

/** Bytes from base64, whatever else stands between: a text that was wrapped or cut is read as far as it goes. */
function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/[^A-Za-z\d+/]/g, '');
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}
