import type { CST } from 'yaml';
import { linesAround } from './lines-around.ts';
import { applyPatches, findRepairs } from './repair.ts';
import { parseTokens } from './tokens.ts';

/** Stands for the cursor in the text before it. For private use, so that nobody means anything by it. */
const CURSOR = '\uE000';

/** A repair may bring the next mistake to light. */
const MAX_ROUNDS = 3;

/** One collection around a cursor. */
export interface CursorStep {
  /** The key behind which the cursor stands; undefined where that is an item of a list. */
  readonly key?: string;
  /** The keys of this map that stand before the cursor, the one above included. */
  readonly keys: readonly string[];
  readonly flow: boolean;
}

/** Where a cursor stands in YAML. */
export interface CursorPath {
  /** From the outside. */
  readonly steps: readonly CursorStep[];
  readonly leaf: {
    /** What is written before the cursor, without the quote that it begins with. */
    readonly typed: string;
    readonly start: number;
    /** A key, an item of a list or the value of a key. */
    readonly as: 'key' | 'item' | 'value';
    /** A value that begins on a line of its own, so that it may become a key. */
    readonly ownLine: boolean;
    readonly quote: '' | '"' | "'";
    /** Keys that stand before it in the map that it is a key of. */
    readonly before: readonly string[];
    readonly flow: boolean;
  };
}

/**
 * Where an offset of a text stands, by what is written before it, so that it does not matter how the text goes on, nor that it is half typed.
 * Undefined in comments and in texts of several lines.
 */
export function cursorPath(text: string, offset: number): CursorPath | undefined {
  const before = linesAround(text, offset);
  const root = parseUpTo(before);
  const path = root && descend(root, before.length + CURSOR.length);
  const left = offset - before.length;
  return path && { ...path, leaf: { ...path.leaf, start: path.leaf.start + left } };
}

function parseUpTo(before: string): CST.Token | undefined {
  let source = before + CURSOR;
  for (let round = 1; ; round++) {
    const { tokens } = parseTokens(source);
    const { patches } =
      round < MAX_ROUNDS ? findRepairs(tokens, source) : { patches: new Map<number, string>() };
    // The quote or bracket that somebody is typing in right now is open, of course.
    for (const [at] of patches) if (opensLine(source, at)) patches.delete(at);
    if (patches.size === 0) {
      const document = tokens.findLast((token) => token.type === 'document');
      return document?.type === 'document' ? document.value : undefined;
    }
    source = applyPatches(source, patches);
  }
}

/** Whether what begins at an offset has the cursor on its line. */
function opensLine(source: string, at: number): boolean {
  return source.indexOf('\n', at) < 0;
}

function descend(root: CST.Token, end: number): CursorPath | undefined {
  const steps: CursorStep[] = [];
  let token = root;
  let as: CursorPath['leaf']['as'] = 'value';
  let ownLine = true;
  let before: readonly string[] = [];
  let isFlow = false;
  for (;;) {
    if (token.type !== 'block-map' && token.type !== 'flow-collection' && token.type !== 'block-seq') break;
    isFlow = token.type === 'flow-collection';
    const item = token.items.at(-1);
    const keys = token.items.slice(0, -1).flatMap(({ key }) => sourceOf(key) ?? []);
    if (!item) return undefined;
    const { key, value, sep } = item as CST.BlockMap['items'][number];
    if (key && !value && !sep?.some(({ type }) => type === 'map-value-ind')) {
      [token, as, before, ownLine] = [key, 'key', keys, true];
      break;
    }
    if (!value) return undefined;
    const name = sourceOf(key);
    steps.push({
      ...(key && { key: name ?? '' }),
      keys: [...keys, ...(name === undefined ? [] : [name])],
      flow: isFlow,
    });
    as = key ? 'value' : 'item';
    ownLine = (sep ?? []).some(({ type }) => type === 'newline');
    before = [];
    token = value;
  }
  const written = typedIn(token, end);
  return written && { steps, leaf: { ...written, as, ownLine, before, flow: isFlow } };
}

function sourceOf(token: CST.Token | null | undefined): string | undefined {
  if (
    token?.type !== 'scalar' &&
    token?.type !== 'double-quoted-scalar' &&
    token?.type !== 'single-quoted-scalar'
  )
    return undefined;
  return token.type === 'scalar' ? token.source : token.source.slice(1, -1);
}

function typedIn(
  token: CST.Token,
  end: number,
): Pick<CursorPath['leaf'], 'typed' | 'start' | 'quote'> | undefined {
  const isQuoted = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
  if (token.type !== 'scalar' && !isQuoted) return undefined;
  const { source, offset } = token;
  const quote = isQuoted ? (source.charAt(0) as '"' | "'") : '';
  // Else the cursor stands behind it, in a comment perhaps.
  if (offset + source.length !== end || !source.endsWith(CURSOR)) return undefined;
  const lastLine = source.lastIndexOf('\n') + 1;
  // Of a key that YAML takes to begin on lines before, only this line is meant.
  const indent = lastLine === 0 ? 0 : /^[ \t]*/.exec(source.slice(lastLine))![0].length;
  const from = lastLine + indent + (lastLine === 0 ? quote.length : 0);
  return { typed: source.slice(from, -CURSOR.length), start: offset + from, quote };
}
