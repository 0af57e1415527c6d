/** The longest line that is shown, in characters. */
const LONGEST = 200;

/**
 * The first of some lines of a file as a block of code in Markdown, without what they are all indented by.
 *
 * @param path tells the language
 * @param most how many lines are shown
 */
export function codeBlock(path: string, lines: readonly string[], most: number): string {
  const shown = withoutIndent(lines.slice(0, most));
  const more = lines.length > shown.length ? ['…'] : [];
  // A fence that is longer than any in the text.
  const longest = Math.max(2, ...[...shown.join('\n').matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const language = path.slice(path.lastIndexOf('.') + 1).replace(/[^\w+-]/g, '');
  return [fence + language, ...shown, ...more, fence].join('\n');
}

function withoutIndent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const least = Math.min(...indents, LONGEST);
  return lines.map((line) => line.slice(least).slice(0, LONGEST));
}
