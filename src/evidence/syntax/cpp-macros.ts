/*
 * Macros that stand where the grammar knows of nothing hide all that follows: `LIBRARY_NAMESPACE_BEGIN` makes the namespace behind it a variable,
 * and the class in `class LIBRARY_API Reader { … }` a function. They are blanked before the code is parsed. Their text still counts, as that of
 * everything that no node of the tree covers.
 */

/** A line with nothing but a macro, with arguments or without; not longer than people write them. */
const LONE = /^[ \t]*[A-Z][A-Z0-9_]{3,60}(?:\([^()"\n]{0,200}\))?[ \t]*$/;

/** What such a macro stands behind: a statement or a declaration that has ended, a directive, nothing. */
const ENDED = /(?:[;{}:>]|\*\/)$|^(?:#|\/\/).*[^\\]$|^$/;

/** What it stands in front of if it is a function, or the last of some values. */
const CONTINUES = /^(?:[{}:)\],;=]|$)/;

/** A macro between the keyword and the name of a type that is defined there. */
const BEFORE_NAME =
  /\b(class|struct|union|enum)([ \t]+)([A-Z][A-Z0-9_]{2,60}(?:\([^()\n]{0,200}\))?)(?=[ \t]+[A-Za-z_]\w{0,200}[ \t]*(?:final[ \t]*)?(?:\{|:(?!:)|$))/gm;

/** The text with such macros blanked, of the same length and with the same lines. Takes time linear in the length of the text. */
export function hideMacros(text: string): string {
  const lines = text.split('\n');
  const following = linesBehind(lines);
  let before = '';
  const shown = lines.map((line, i) => {
    const hide = LONE.test(line) && ENDED.test(before) && !CONTINUES.test(following[i]!);
    const trimmed = line.trim();
    if (!hide && trimmed !== '') before = trimmed;
    return hide ? blank(line) : line;
  });
  return shown.join('\n').replace(BEFORE_NAME, (_whole, keyword: string, space: string, macro: string) => {
    return `${keyword}${space}${blank(macro)}`;
  });
}

/** For each line the next that is not blank, trimmed; '' at the end. */
function linesBehind(lines: readonly string[]): readonly string[] {
  const behind: string[] = [];
  let next = '';
  for (let i = lines.length - 1; i >= 0; i--) {
    behind[i] = next;
    next = lines[i]!.trim() || next;
  }
  return behind;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
