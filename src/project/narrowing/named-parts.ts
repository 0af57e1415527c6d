/** Words for code: `create_app`, `Session.refresh`, `gate::limit`, `verify()`; keys and sections, with slashes and dashes in them. */
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\.|::|#|-|\/)[\p{L}\p{N}_$]+)*(?:\(\))?/gu;

/** A name that nobody writes by accident: `create_app`, `createApp`, `Session.refresh`, `verify()`. A plain word could be just a word. */
const DISTINCT = /[\p{Ll}\p{N}]\p{Lu}|[\p{L}\p{N}]_[\p{L}\p{N}]|\.|::|\(\)$/u;

/** A code span that holds one word or pointer, which is a name even where the word is a plain one. */
const SPAN = /`(\/?[\p{L}_$][\p{L}\p{N}_$.:/-]{0,200}(?:\(\))?)`/gu;

/**
 * Which parts of a file a text names, by their qualified name or its end, in the order of the file. Where a part and one inside of it are
 * named by the same word, it is the outer one that is meant.
 *
 * @param parts names as locators have them behind `#`
 * @param text may be as it stands in Markdown
 */
export function namedParts(parts: readonly string[], text: string): readonly string[] {
  const words = wordsIn(text);
  if (words.size === 0) return [];
  const named = new Map<string, readonly string[]>();
  for (const part of parts) {
    const by = endsOf(part).filter((end) => words.has(end));
    if (by.length > 0) named.set(part, by);
  }
  return [...named.keys()].filter(
    (part) =>
      !outersOf(part).some((outer) => named.get(outer)?.some((word) => named.get(part)!.includes(word))),
  );
}

function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (word: string): void => {
    words.add(word.replace(/\(\)$/, '').replaceAll('::', '.'));
  };
  for (const [word] of text.matchAll(WORD)) if (DISTINCT.test(word)) add(word);
  for (const [, word] of text.matchAll(SPAN)) add(word!);
  return words;
}

/** `a.b.c`, `b.c` and `c`; of a pointer `/a/b` also `a.b`. */
function endsOf(part: string): readonly string[] {
  const plain = part.replace(/~\d+$/, '');
  const segments = plain.startsWith('/') ? plain.slice(1).split('/') : plain.split('.');
  const ends = segments.map((_, i) => segments.slice(i).join('.'));
  return plain.startsWith('/') ? [plain, ...ends] : ends;
}

/** The names of what a part stands in: of `a.b.c` these are `a` and `a.b`. */
function outersOf(part: string): readonly string[] {
  return [...part.matchAll(/(?!^)[./]/g)].map(({ index }) => part.slice(0, index));
}
