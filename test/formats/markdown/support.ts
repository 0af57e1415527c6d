import type { Case } from '../../../src/model/case.ts';
import type { Prefixes } from '../../../src/model/settings.ts';
import type { Range } from '../../../src/model/text.ts';
import { LineIndex } from '../../../src/model/text.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import { readOutline } from '../../../src/formats/markdown/outline.ts';
import type { LineEntry } from '../../../src/formats/markdown/outline.ts';
import { parseMarkdown } from '../../../src/parsing/markdown.ts';
import { readMarkdown } from '../../../src/formats/markdown/read-markdown.ts';

/** Reads a document that the file `case.md`, or another one, holds. */
export function read(text: string, file = 'case.md', prefixes?: Prefixes): ReadResult {
  return readMarkdown(text, {
    file: `/repo/${file}`,
    stem: file.replace(/\.md$/, ''),
    ...(prefixes && { prefixes }),
  });
}

/** Reads a document that holds exactly one case. */
export function readOne(text: string, file?: string, prefixes?: Prefixes): Case {
  const { cases } = read(text, file, prefixes);
  if (cases.length !== 1) throw new Error(`Expected one case, got ${cases.length}.`);
  return cases[0]!;
}

/** Each node as `C2 claim < C1`, in the order of the document. */
export function nodesOf({ nodes }: Case): string[] {
  return nodes.map(
    ({ key, kind, parents }) => `${key} ${kind}${parents.map((parent) => ` < ${parent}`).join('')}`,
  );
}

/** Each link as `C2 src/a.ts`; those that are only mentioned in parentheses, the evidence node of others behind the claim. */
export function linksOf({ evidence }: Case): string[] {
  return evidence.map(({ parent, node, locator, cited }) => {
    const owner = node === undefined ? parent : `${parent}/${node}`;
    return cited ? `${owner} ${locator}` : `(${owner} ${locator})`;
  });
}

/** The characters that a range covers. */
export function textAt(text: string, range: Range): string {
  const lines = new LineIndex(text);
  return text.slice(lines.offset(range.start), lines.offset(range.end));
}

/** The lines of a document. */
export function entriesOf(text: string): LineEntry[] {
  return readOutline(parseMarkdown(text)!, text, []).entries.filter((entry) => entry.form !== 'row');
}
