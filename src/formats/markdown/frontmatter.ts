import type { Span } from '../span.ts';

/** A value of the frontmatter, and where it is written (without its quotes). */
export interface Field {
  readonly value: string;
  readonly span: Span;
}

/** The block between `---` lines at the start of a document. */
export interface Frontmatter {
  readonly span: Span;
  readonly id?: Field;
  readonly title?: Field;
  readonly subject?: Field;
}

const BLOCK = /^( ?---[ \t]*(?:\r\n|\n|\r))([\s\S]*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;
const SIMPLE_FIELD =
  /^(id|title|case|subject):[ \t]+(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'[{|>&*#][^\r\n#]*))/gm;

/**
 * Reads what the frontmatter says of the case: `id`, `title` (or `case`) and `subject`, where they are plain strings on one line. All else in
 * it belongs to other tools. `text` begins with the frontmatter (a space may stand for a
 * byte order mark), or has none.
 */
export function readFrontmatter(text: string): Frontmatter | undefined {
  const block = BLOCK.exec(text);
  if (!block) return undefined;
  const body = block[2]!;
  const bodyStart = block[1]!.length;
  const fields = new Map<string, Field>();
  for (const match of body.matchAll(SIMPLE_FIELD)) {
    const value = (match[2] ?? match[3] ?? match[4] ?? '').trim();
    const start = bodyStart + match.index + match[0].indexOf(value, match[1]!.length + 1);
    if (value !== '') fields.set(match[1]!, { value, span: { start, end: start + value.length } });
  }
  const title = fields.get('case') ?? fields.get('title');
  const id = fields.get('id');
  const subject = fields.get('subject');
  return {
    span: { start: 0, end: block[0].length },
    ...(id && { id }),
    ...(title && { title }),
    ...(subject && { subject }),
  };
}
