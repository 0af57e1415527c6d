import assert from 'node:assert/strict';
import { decodeText } from '../../src/evidence/text.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('reads UTF-8 and drops the byte order mark', () => {
    assert.deepEqual(decodeText(utf8('naïve 🎈\n')), { kind: 'text', text: 'naïve 🎈\n' });
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61)), { kind: 'text', text: 'a' });
    assert.deepEqual(decodeText(bytes()), { kind: 'text', text: '' });
  });

  it('takes a NUL among the first 8,000 bytes for binary', () => {
    assert.deepEqual(decodeText(utf8(`${'a'.repeat(7999)}\0`)), { kind: 'binary' });
    assert.equal(decodeText(utf8(`${'a'.repeat(8000)}\0`)).kind, 'text');
  });

  const broken: [name: string, bytes: Uint8Array, offset: number][] = [
    ['Latin-1', bytes(0x61, 0x62, 0xe9, 0x20), 3],
    ['a lone continuation byte', bytes(0x61, 0x80), 1],
    ['a byte that UTF-8 never has', bytes(0x61, 0xff, 0x61), 1],
    ['a character cut off at the end', bytes(0x61, 0xf0, 0x9f), 2],
    ['a long text', utf8('ü'.repeat(50_000)).with(80_001, 0x28), 80_001],
  ];
  for (const [name, input, offset] of broken) {
    it(`says where ${name} stops being UTF-8`, () => {
      const decoded = decodeText(input);
      assert.equal(decoded.kind, 'not-utf8');
      assert.equal(decoded.kind === 'not-utf8' && decoded.offset, offset);
    });
  }

  it('recognises UTF-16 by its mark, NUL bytes or not', () => {
    for (const input of [bytes(0xff, 0xfe, 0x61, 0), bytes(0xfe, 0xff, 0, 0x61)]) {
      const decoded = decodeText(input);
      assert.match(decoded.kind === 'not-utf8' ? decoded.hint : '', /UTF-16/);
    }
  });
});
