import type { Frame } from './tokens.ts';

/** How far in front of a heredoc its beginning is looked for, in UTF-16 units. */
const MAX_LINE = 300;

const BEGINNING = /<<[-~]?(["'`]?)[A-Za-z_]/g;
const SQUIGGLY = /<<~(["'`]?)([A-Za-z_]\w*)\1/;

/**
 * The text of a heredoc that began with `<<~` without the indentation that Ruby takes away. Undefined, so that the text counts as it is written, for
 * other heredocs, for several that begin in one line, and where values or tabs make it hard to tell what Ruby takes away.
 */
export function rewriteHeredoc({ text, source, start }: Frame): readonly string[] | undefined {
  const lines = text.split('\n');
  const end = lines.pop()?.trim();
  if (/[\t\\]|#[{$@]/.test(text) || lines.shift() !== '') return undefined;
  const before = source.slice(Math.max(0, start - MAX_LINE), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const single = line.match(BEGINNING)?.length === 1;
  if (!single || SQUIGGLY.exec(line)?.[2] !== end) return undefined;
  const indents = lines.map((one) => one.search(/\S/)).filter((indent) => indent >= 0);
  const common = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const dedented = lines.map((one) => one.slice(Math.min(common, indentOf(one))));
  return [`${dedented.join('\n')}\n${end}`];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
