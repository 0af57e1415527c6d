/**
 * The text of a report: UTF-8, UTF-16 with a mark, or, for XML, the encoding that it names. Undefined where the bytes are no text in it.
 */
export function decodeReport(bytes: Uint8Array): string | undefined {
  const encoding = markOf(bytes) ?? declaredBy(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // No such encoding, or bytes that it does not have.
    return undefined;
  }
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** `<?xml version="1.0" encoding="ISO-8859-1"?>` */
function declaredBy(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding=["']([\w.-]{1,40})["']/.exec(start)?.[1];
  // What says so in its first bytes cannot be of 16 bits each.
  return name === undefined || /^utf-?16/i.test(name) ? undefined : name;
}
