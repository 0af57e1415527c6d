const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

/** Percent-encoded text as it was; what is not well encoded stays, and bytes that are no UTF-8 become U+FFFD. */
export function decodePercent(bytes: Uint8Array): string {
  const decoded = new Uint8Array(bytes.length);
  // Java writes spaces as +, which other encoders escape.
  const hasPlus = bytes.includes(PLUS) && !includesEscapedSpace(bytes);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    const value = byte === PERCENT ? escapedAt(bytes, at) : -1;
    if (value >= 0) at += 2;
    decoded[length++] = value >= 0 ? value : byte === PLUS && hasPlus ? SPACE : byte;
  }
  return new TextDecoder().decode(decoded.subarray(0, length));
}

/** The byte that `%20` at an offset stands for; -1 if there are no two hexadecimal digits behind the sign. */
function escapedAt(bytes: Uint8Array, at: number): number {
  const [high, low] = [digitOf(bytes[at + 1] ?? 0), digitOf(bytes[at + 2] ?? 0)];
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

function includesEscapedSpace(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(PERCENT); at >= 0; at = bytes.indexOf(PERCENT, at + 1)) {
    if (escapedAt(bytes, at) === SPACE) return true;
  }
  return false;
}
