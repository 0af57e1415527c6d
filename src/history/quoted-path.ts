const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/** A path as git writes it where it cannot end it by NUL: in quotes, with C's escapes, if it has to be. */
export function unquotePath(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return text;
  // Octal escapes are bytes, several of which may make one character.
  const bytes: number[] = [];
  for (const [part, escape] of text.slice(1, -1).matchAll(/\\([0-7]{3}|.)|[^\\]+/gsu)) {
    if (escape === undefined) bytes.push(...new TextEncoder().encode(part));
    else bytes.push(ESCAPES[escape] ?? parseInt(escape, 8));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
