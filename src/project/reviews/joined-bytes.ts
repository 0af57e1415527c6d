/** Some bytes, and behind them others. */
export function joinedBytes(before: Uint8Array, added: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(before.length + added.length);
  bytes.set(before);
  bytes.set(added, before.length);
  return bytes;
}
