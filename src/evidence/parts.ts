import type { PartChanges } from '../model/verdict.ts';
import { codeParts } from './parts/code-parts.ts';
import { dataParts } from './parts/data-parts.ts';
import type { Part, Parts } from './parts/part.ts';
import { proseParts } from './parts/prose-parts.ts';
import type { Syntax } from './syntax.ts';

/** A version of a file: its path tells the language. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/**
 * The named parts of a file: symbols that can be called from outside of functions, headings, keys of the first two levels. Undefined where it is of no
 * kind that has such parts, or not in order.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function partsOf({ path, text }: FileText, syntax: Syntax): Promise<Parts | undefined> {
  const data = syntax.data(path, text);
  if (data) return dataParts(data);
  const prose = syntax.prose(path, text);
  if (prose) return proseParts(prose);
  const code = await syntax.code(path, text);
  return code && codeParts(code);
}

/**
 * Which parts of a file differ in meaning from an older version. Only the innermost are named: a class has changed if something in it has that is
 * in none of its members; of what is new or gone only the outermost. Undefined where one of the versions cannot be taken apart.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function partChanges(
  before: FileText,
  after: FileText,
  syntax: Syntax,
): Promise<PartChanges | undefined> {
  const old = await partsOf(before, syntax);
  const now = old && (await partsOf(after, syntax));
  if (!now || old.scheme !== now.scheme || old.parts.length + now.parts.length === 0) return undefined;
  const then = new Map(old.parts.map((part) => [part.name, part]));
  const changed = now.parts.filter(({ name, own }) => {
    const was = then.get(name);
    return was && !sameElements(was.own, own);
  });
  const added = without(now.parts, new Set(then.keys()));
  const removed = without(old.parts, new Set(now.parts.map(({ name }) => name)));
  const named = changed.length + added.length + removed.length > 0;
  const elsewhere = !named || !sameElements(old.rest, now.rest);
  return {
    changed: changed.map(({ name }) => name),
    added,
    removed,
    ...(elsewhere && { elsewhere }),
  };
}

/** The names of parts that are not among others, nor stand in a part that is not. */
function without(parts: readonly Part[], others: ReadonlySet<string>): string[] {
  return parts
    .filter(({ name, within }) => !others.has(name) && (within === undefined || others.has(within)))
    .map(({ name }) => name);
}

function sameElements(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((element, i) => element === b[i]);
}
