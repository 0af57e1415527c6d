import type { ReadResult } from '../../src/formats/format.ts';
import { LineIndex, type Position, type Range, comparePositions } from '../../src/model/text.ts';

/** Every range of a reading that does not lie in the text it was read from, in words. */
export function rangesOutside(text: string, { cases, findings }: ReadResult): string[] {
  const lines = new LineIndex(text);
  const lengths = new Map<number, number>();
  const lengthOf = (line: number): number => {
    const length = lengths.get(line) ?? lines.line(line).length;
    lengths.set(line, length);
    return length;
  };
  const inside = ({ line, character }: Position): boolean =>
    line >= 0 && line < lines.lineCount && character >= 0 && character <= lengthOf(line);
  const outside: string[] = [];
  const check = (what: string, range: Range): void => {
    const { start, end } = range;
    if (inside(start) && inside(end) && comparePositions(start, end) <= 0) return;
    outside.push(`${what} ${JSON.stringify(range)}`);
  };
  for (const one of cases) {
    check('case', one.range);
    check('title', one.titleRange);
    if (one.subject) check('subject', one.subject.range);
    for (const node of one.nodes) {
      check(`node ${node.key}`, node.range);
      check(`id of ${node.key}`, node.idRange);
      check(`text of ${node.key}`, node.textRange);
      if (node.accepted) check(`acceptance of ${node.key}`, node.accepted.range);
      if (node.status) check(`status of ${node.key}`, node.status.range);
      for (const { range } of node.satisfies) check(`requirement of ${node.key}`, range);
      for (const { range } of node.fields) check(`field of ${node.key}`, range);
    }
    for (const link of one.evidence) {
      check(`link ${link.key}`, link.range);
      for (const range of link.madeBy) check(`lines that make ${link.key}`, range);
    }
    for (const { target, range } of one.references) check(`reference to ${target}`, range);
    for (const { path, range } of one.uses) check(`use of ${path}`, range);
  }
  for (const { rule, range, related } of findings) {
    check(`finding ${rule}`, range);
    for (const { place } of related ?? []) {
      if (place.kind === 'claim-file') check(`place related to ${rule}`, place.range);
    }
  }
  return outside;
}
