import type { DataReading } from './data/read-data.ts';
import { pointerTo } from './data/pointer.ts';
import type { DataNode } from './data/tree.ts';
import { findSymbol, namesOf } from './find-symbol.ts';
import type { Fragment } from './fragment.ts';
import type { CodeReading, Syntax } from './syntax.ts';
import type { CodeSymbol, Outline } from './syntax/outline.ts';
import type { Token } from './syntax/tokens.ts';

/**
 * The part of a file that a name speaks of which is no symbol of it: the innermost symbol in which all of it stands (a local constant, a parameter, a field),
 * or the only key of JSON, YAML or TOML that is called so. Undefined where that is no single part.
 *
 * @param name as code writes it, or the end of a path of keys, with dots
 * @throws Error where a grammar does not come with the product
 */
export async function partAround(
  path: string,
  text: string,
  name: string,
  syntax: Syntax,
): Promise<Fragment | undefined> {
  const data = syntax.data(path, text);
  if (data) {
    const pointer = onlyKey(data, name);
    return pointer === undefined ? undefined : { kind: 'pointer', pointer };
  }
  const code = await syntax.code(path, text);
  const symbol = code && symbolAround(code, name);
  return symbol === undefined ? undefined : { kind: 'symbol', name: symbol };
}

/** Of a tree that aliases make larger than its text, so many places are looked at. */
const MOST_PLACES = 200_000;

/** The pointer to the only key with a name, or with the keys around it that the name has in front. Where it is repeated by an alias counts once. */
function onlyKey({ roots, mistake }: DataReading, name: string): string | undefined {
  const seen = new Set<DataNode>();
  const found: { readonly pointer: string; readonly isFirst: boolean }[] = [];
  const open = roots.map((node, i) => ({ node, pointer: '', keys: '', isFirst: i === 0 })).reverse();
  for (let next = open.pop(); next && found.length < 2; next = open.pop()) {
    const { node, pointer, keys, isFirst } = next;
    if (node.kind === 'scalar' || seen.has(node)) continue;
    seen.add(node);
    if (seen.size > MOST_PLACES) return undefined;
    const inner =
      node.kind === 'map'
        ? node.entries.map(({ key, value }) => ({ key, value, keys: endOf(`${keys}.${key}`) }))
        : node.items.map(({ value }, i) => ({ key: String(i), value, keys: '' }));
    for (const one of inner.reverse()) {
      const at = pointerTo(pointer, one.key);
      if (node.kind === 'map' && (one.key === name || one.keys.endsWith(`.${name}`)))
        found.push({ pointer: at, isFirst });
      open.push({ node: one.value, pointer: at, keys: one.keys, isFirst });
    }
  }
  const [only, ...others] = found;
  return mistake || others.length > 0 || !only?.isFirst ? undefined : only.pointer;
}

/** No name that a person writes is longer. */
function endOf(keys: string): string {
  return keys.slice(-300);
}

/** In front of a name that is a member of something. */
const MEMBER_SIGNS = new Set(['.', '?.', '->', '::']);
const KEYWORDS = new Set('const def enum fn fun func function let static type val var'.split(' '));
const ASSIGNS = new Set(['=', ':=', ':']);

/** What a function declares is declared in one of its first places. */
const MOST_DECLARED = 1000;

/** The name of the innermost symbol that all places of a name are in; or all that are no members, where one of them declares it. */
function symbolAround({ tokens, outline, errors }: CodeReading, name: string): string | undefined {
  if (errors.length > 0) return undefined;
  const dot = name.lastIndexOf('.');
  const last = name.slice(dot + 1);
  const owner = dot < 0 ? undefined : findSymbol(outline, name.slice(0, dot));
  if (owner && owner.kind !== 'found') return undefined;
  const { span } = owner?.symbol ?? { span: { start: 0, end: Number.POSITIVE_INFINITY } };
  const places = tokens.flatMap((token, i) => {
    const isOne = !token.mark && token.start >= span.start && token.start < span.end && isCalled(token, last);
    return isOne ? [{ start: token.start, before: tokens[i - 1]?.text, after: tokens[i + 1]?.text }] : [];
  });
  if (places.length === 0) return undefined;
  const plain = places.filter(({ before = '' }) => !MEMBER_SIGNS.has(before));
  const isDeclared = (): boolean =>
    plain
      .slice(0, MOST_DECLARED)
      .some(
        ({ before = '', after = '', start }) =>
          KEYWORDS.has(before) || ASSIGNS.has(after) || isInSignature(outline, start),
      );
  const symbol =
    innermost(outline, places) ?? (plain.length > 0 && isDeclared() ? innermost(outline, plain) : undefined);
  return symbol && namesOf(outline)[outline.indexOf(symbol)];
}

/** Also `"name"`, `$name`, `@name` and `:name`. */
function isCalled({ text }: Token, name: string): boolean {
  if (text.length > name.length + 4) return false;
  return text.replace(/^["'`:@$#&*]{0,2}/, '').replace(/["'`]$/, '') === name;
}

function innermost(outline: Outline, places: readonly { readonly start: number }[]): CodeSymbol | undefined {
  // Places are in the order of the text.
  const [first, last] = [places[0]!.start, places.at(-1)!.start];
  let found: CodeSymbol | undefined;
  for (const symbol of outline) {
    const { start, end } = symbol.own ?? symbol.span;
    if (start > first || end <= last) continue;
    const size = found && (found.own ?? found.span).end - (found.own ?? found.span).start;
    if (size === undefined || end - start < size) found = symbol;
  }
  return found;
}

/** Whether an offset is in what says how a function is called. */
function isInSignature(outline: Outline, offset: number): boolean {
  return outline.some(
    ({ span, bodies }) =>
      bodies.length > 0 && span.start <= offset && offset < bodies[0]!.start && offset < span.end,
  );
}
