import type { Author, DemoCommit } from './history.ts';
import type { Tree } from './rewind.ts';

/**
 * A history as `git fast-import` reads it, so that it can be made anew where the product is installed. The commits have the ids that
 * {@link ./make-demo.ts} gives them.
 *
 * @param trees what each commit leaves, in the order of `history`
 */
export function fastImport(history: readonly DemoCommit[], trees: readonly Tree[]): string {
  const parts: string[] = ['reset refs/heads/main\n'];
  let before: Tree = new Map();
  for (const [index, commit] of history.entries()) {
    const tree = trees[index]!;
    parts.push(header(commit));
    for (const path of before.keys()) if (!tree.has(path)) parts.push(`D ${path}\n`);
    for (const [path, text] of tree) {
      if (before.get(path) !== text) parts.push(`M 100644 inline ${path}\n${data(text)}`);
    }
    parts.push('\n');
    before = tree;
  }
  return parts.join('');
}

function header({ author, date, message }: DemoCommit): string {
  const who = identity(author, date);
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(`${message}\n`)}`;
}

function identity({ name, email }: Author, date: string): string {
  const offset = /([+-]\d\d):(\d\d)$/.exec(date)!;
  return `${name} <${email}> ${Date.parse(date) / 1000} ${offset[1]}${offset[2]}`;
}

/** Lengths are counted in bytes. */
function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
