import type { ProseReading } from '../prose/read-prose.ts';
import type { Part, Parts } from './part.ts';

/** The sections of a document. What a section says itself goes up to the next heading, of whatever level. */
export function proseParts({ headings, tokens }: ProseReading): Parts | undefined {
  if (!tokens) return undefined;
  const open: { name: string; depth: number }[] = [];
  let at = 0;
  const upTo = (line: number): string[] => {
    const start = at;
    while (at < tokens.length && tokens[at]!.line < line) at++;
    return tokens.slice(start, at).map(({ text }) => text);
  };
  const rest = upTo(headings[0]?.startLine ?? Number.POSITIVE_INFINITY);
  const parts = headings.map(({ slug, depth }, i): Part => {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const within = open.at(-1)?.name;
    open.push({ name: slug, depth });
    const own = upTo(headings[i + 1]?.startLine ?? Number.POSITIVE_INFINITY);
    return { name: slug, own, ...(within !== undefined && { within }) };
  });
  return { scheme: 'prose', parts, rest };
}
