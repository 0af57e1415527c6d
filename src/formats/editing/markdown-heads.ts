import type { CaseNode } from '../../model/case.ts';
import type { LineIndex } from '../../model/text.ts';
import { lineStart, lineStop } from './text-edit.ts';

/** How the first line of a node is written in a document. */
export interface Head {
  readonly form: 'heading' | 'item' | 'paragraph' | 'row';
  /** The offset where its line begins. */
  readonly start: number;
  /** Its whole line, and what follows up to the end of its text. */
  readonly source: string;
  /** White space before it, and the marks of quotes that it stands in. */
  readonly indent: string;
  /** The depth of a heading, else 0. */
  readonly depth: number;
  /** What begins items as this document has them: `- `. */
  readonly bullet: string;
  /** Where items below it begin. */
  readonly indentOfChildren: string;
  /** Stretches of `source`. */
  readonly id: readonly [start: number, end: number];
  readonly text: readonly [start: number, end: number];
  /** The id of the node it hangs under, as the key of that. */
  readonly parent?: string;
}

/** How a document dresses the ids and texts of its nodes: `**Rebuttal ` R1 `:** ` words. */
export interface Style {
  readonly before: string;
  readonly behindId: string;
  readonly after: string;
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+/;
const ITEM = /^([ \t>]*)((?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)/;
const INDENT = /^[ \t>]*/;

/** Looks at how a node is written. Total. */
export function headOf(text: string, index: LineIndex, node: CaseNode): Head {
  const idStart = index.offset(node.idRange.start);
  const start = lineStart(text, idStart);
  const textEnd = index.offset(node.textRange.end);
  const stop = lineStop(text, Math.max(idStart, textEnd >= idStart ? textEnd : idStart));
  const line = text.slice(start, lineStop(text, idStart));
  const place = {
    start,
    source: text.slice(start, stop),
    id: [idStart - start, index.offset(node.idRange.end) - start] as const,
    text: [index.offset(node.textRange.start) - start, textEnd - start] as const,
    ...(node.parents[0] !== undefined && { parent: node.parents[0] }),
  };
  const [, hashes] = HEADING.exec(line) ?? [];
  const bullet = bulletOf(text);
  if (hashes !== undefined)
    return { ...place, form: 'heading', indent: '', depth: hashes.length, bullet, indentOfChildren: '' };
  const [, indent = '', marker] = ITEM.exec(line) ?? [];
  if (marker !== undefined) {
    const end = index.offset(node.range.end);
    return {
      ...place,
      form: 'item',
      indent,
      depth: 0,
      bullet: /^[-*+]/.test(marker) ? marker.replace(/\[.*$/, '') : bullet,
      indentOfChildren: nestedIndent(text.slice(start, end), indent) ?? nestedUsually(text, indent, marker),
    };
  }
  const leading = INDENT.exec(line)![0];
  const form = line.trimStart().startsWith('|') || /\S.*\|.*\S/.test(line) ? 'row' : 'paragraph';
  return {
    ...place,
    form,
    indent: form === 'row' ? '' : leading,
    depth: 0,
    bullet,
    indentOfChildren: leading,
  };
}

/** How a node's id and text are dressed, its marker left out. */
export function styleOf({ source, form, id, text }: Head): Style {
  const lead = (form === 'heading' ? HEADING : form === 'item' ? ITEM : INDENT).exec(source)?.[0].length ?? 0;
  const behind = /^[*_)\]]*/.exec(source.slice(Math.max(text[1], id[1])))![0];
  // `Transport is secure (C2)` has its id behind its text, which a defeater's new text would not go with.
  const isBehind = text[0] >= id[1];
  return {
    before: source.slice(Math.min(lead, id[0]), id[0]),
    behindId: isBehind ? source.slice(id[1], text[0]) : ': ',
    after: isBehind && text[1] > id[1] ? behind : '',
  };
}

/** A row like another one, for another node: its id, its words and the id of what it attacks in their columns, the others empty. */
export function withRow(
  { source, id, text, parent }: Head,
  attacked: string,
  newId: string,
  words: string,
): string | undefined {
  const line = source.split(/\r?\n/)[0]!;
  let at = 0;
  let named = parent === attacked;
  const cells = line.split(/(?<!\\)\|/).map((cell, i, all) => {
    const [start, end] = [at, at + cell.length];
    at = end + 1;
    const isEdge = (i === 0 || i === all.length - 1) && cell.trim() === '';
    if (isEdge) return cell;
    if (start <= id[0] && id[1] <= end)
      return cell.slice(0, id[0] - start) + newId + cell.slice(id[1] - start);
    if (start <= text[0] && text[0] < end) return ` ${words} `;
    if (parent === undefined || !cell.includes(parent)) return '  ';
    named = true;
    return cell.replace(parent, () => attacked);
  });
  return named ? cells.join('|') : undefined;
}

/** Where the first item below an item begins, if it has any. */
function nestedIndent(source: string, indent: string): string | undefined {
  for (const line of source.split(/\r?\n/).slice(1)) {
    const [, own] = ITEM.exec(line) ?? [];
    if (own !== undefined && own.length > indent.length) return own;
  }
  return undefined;
}

/** Below the text of the item, or further if the document nests its lists by four. */
function nestedUsually(text: string, indent: string, marker: string): string {
  const width = marker.replace(/\[.*$/, '').length;
  const [, four] = /(?:^|\n)[-*+] [^\n]*\n( {4}|\t)[-*+] /.exec(text) ?? [];
  return indent + (four ?? ' '.repeat(width));
}

function bulletOf(text: string): string {
  return /^[ \t]*([-*+] +)\S/m.exec(text)?.[1] ?? '- ';
}
