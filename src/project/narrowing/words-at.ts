import { fileOf } from '../../model/file-of.ts';
import type { Range } from '../../model/text.ts';
import type { JudgedCase, JudgedLink } from '../snapshot.ts';

/** The text of a claim file, by its absolute path; undefined for a picture, and for what was never read. */
export type TextOf = (file: string) => string | undefined;

/** The lines of claim files, each file taken apart once. */
export type LinesOf = (file: string) => readonly string[];

/** Takes texts apart into lines, as ranges count them. */
export function linesOf(textOf: TextOf): LinesOf {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? (textOf(file) ?? '').split(/\r\n|\n|\r/);
    known.set(file, lines);
    return lines;
  };
}

/** What is said at a link: by its node, by the evidence node that it belongs to, and by the lines that it is written in. */
export function wordsAt(one: JudgedCase, { link }: JudgedLink, lines: LinesOf): string {
  const keys = [link.parent, ...(link.node === undefined ? [] : [link.node])];
  const said = keys.map((key) => one.nodes.get(key)?.node.text ?? '');
  const own = lines(fileOf(one, link));
  return [...said, ...[link.range, ...link.madeBy].flatMap((range) => linesIn(own, range))].join('\n');
}

function linesIn(lines: readonly string[], { start, end }: Range): readonly string[] {
  return lines.slice(start.line, end.character === 0 ? Math.max(end.line, start.line + 1) : end.line + 1);
}
