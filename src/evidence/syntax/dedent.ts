/*
 * Takes away the indentation of strings of several lines that their languages take away, too, so that moving such a string to another depth of the
 * code changes nothing.
 */

/**
 * As Java reads a text block: without the white space that all lines have in front, the last one counting even if blank, and without
 * that at the ends of lines.
 */
export function dedentToCommon(content: string): string {
  const lines = content.split('\n');
  const last = lines.length - 1;
  const indents = lines.filter((line, i) => i === last || line.trim() !== '').map(indentOf);
  const common = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(common).trimEnd()).join('\n');
}

/**
 * As C# and PHP read one whose end stands alone on the last line: without the white space in front of the end. As it is, if a line has other
 * white space there.
 */
export function dedentToEnd(content: string): string {
  const lines = content.split('\n');
  const indent = /^[ \t]*/.exec(lines.at(-1)!)![0];
  const dedented = lines.map((line) => {
    if (line.startsWith(indent)) return line.slice(indent.length);
    return line.trim() === '' ? '' : undefined;
  });
  return dedented.includes(undefined) ? content : dedented.join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
