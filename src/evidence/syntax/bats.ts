/*
 * Bats writes `@test "title" {` in front of what is a function otherwise, and so makes one of it before Bash reads it. The same is done here, in as many
 * characters: the title stays legible in the name of the function, in characters that Bash allows there.
 */

const HEAD = /^([ \t]*)(@test[ \t]+(["'])(.*)\3)([ \t]+\{[ \t]*)$/gm;

/** Where the characters that Bash allows in no name are put instead: in the private use area. */
const OFFSET = 0xe000;
const BEFORE_TITLE = String.fromCharCode(OFFSET);

/** Makes functions of tests. Lengths and lines stay. */
export function hideTests(text: string): string {
  return text.replace(
    HEAD,
    (_, indent: string, head: string, _quote: string, title: string, rest: string) => {
      const name = title.replace(/[^\w]/g, (character) =>
        character < '\u0080' ? String.fromCharCode(OFFSET + character.charCodeAt(0)) : character,
      );
      return `${indent}${name.padStart(head.length - 2, BEFORE_TITLE)}()${rest}`;
    },
  );
}

/** The title of the test that a function was made of; undefined for other functions. */
export function titleOfTest(name: string): string | undefined {
  if (!name.startsWith(BEFORE_TITLE)) return undefined;
  const title = name.slice(name.lastIndexOf(BEFORE_TITLE) + 1);
  const written = title.replace(/[\ue001-\ue07f]/g, (one) => String.fromCharCode(one.charCodeAt(0) - OFFSET));
  return written.replace(/\\(["'\\$`])/g, '$1');
}
