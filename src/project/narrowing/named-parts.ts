/** Words for code: `create_app`, `Session.refresh`, `gate::limit`, `verify()`; keys and sections, with slashes and dashes in them. */
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\.|::|#|-|\/)[\p{L}\p{N}_$]+)*(?:\(\))?/gu;

/** A name that nobody writes by accident: `create_app`, `createApp`, `Session.refresh`, `verify()`. A plain word could be just a word. */
const DISTINCT = /[\p{Ll}\p{N}]\p{Lu}|[\p{L}\p{N}]_[\p{L}\p{N}]|\.|::|\(\)$/u;

/**
 * Which parts of a file a text names, by their qualified name or its end, in the order of the file. Where a part and one inside of it are
 * named by the same word, it is the outer one that is meant.
 *
 * @param parts names as locators have them behind `#`
 */
export function namedParts(parts: readonly string[], text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    if (DISTINCT.test(word)) words.add(word.replace(/\(\)$/, '').replaceAll('::', '.'));
  }
  if (words.size === 0) return [];
  return parts.filter((part) => endsOf(part).some((end) => words.has(end)));
}

/** `a.b.c`, `b.c` and `c`; of a pointer `/a/b` also `a.b`. */
function endsOf(part: string): readonly string[] {
  const plain = part.replace(/~\d+$/, '');
  const segments = plain.startsWith('/') ? plain.slice(1).split('/') : plain.split('.');
  const ends = segments.map((_, i) => segments.slice(i).join('.'));
  return plain.startsWith('/') ? [plain, ...ends] : ends;
}
