import { LineIndex } from '../model/text.ts';
import { pointerTo } from './data/pointer.ts';
import type { DataReading } from './data/read-data.ts';
import type { DataNode } from './data/tree.ts';
import { namesOf } from './find-symbol.ts';
import { formatFragment } from './fragment.ts';
import type { FileText } from './parts.ts';
import { withoutInner } from './parts/code-parts.ts';
import { regionsIn } from './regions.ts';
import type { Syntax } from './syntax.ts';
import type { SymbolKind } from './syntax/outline.ts';

/** A place in a file that a locator can name behind its `#`. Lines are 1-based and inclusive. */
export interface NamedPlace {
  /** As the locator has it. */
  readonly name: string;
  readonly kind: SymbolKind | 'heading' | 'key' | 'region';
  readonly startLine: number;
  readonly endLine: number;
}

/** How many keys of a file are named, those nearest to the root first, and how deep they lie. */
const MOST_KEYS = 2000;
const MOST_LEVELS = 8;

/**
 * All that a locator can name in a file, in its order: symbols but for those in functions, headings, keys, and regions behind them. A file with mistakes in it
 * gives what can be read.
 *
 * @throws Error where a grammar does not come with the product
 */
export async function namedPlacesOf({ path, text }: FileText, syntax: Syntax): Promise<NamedPlace[]> {
  return [...(await placesOf({ path, text }, syntax)), ...regions(text)];
}

async function placesOf({ path, text }: FileText, syntax: Syntax): Promise<NamedPlace[]> {
  const data = syntax.data(path, text);
  if (data) return keys(data, text);
  const prose = syntax.prose(path, text);
  if (prose)
    return prose.headings.map(({ slug, startLine, endLine }) => ({
      name: slug,
      kind: 'heading',
      startLine,
      endLine,
    }));
  const symbols = withoutInner((await syntax.outline(path, text)) ?? []);
  const names = namesOf(symbols);
  return symbols.map(({ kind, startLine, endLine }, i) => ({ name: names[i]!, kind, startLine, endLine }));
}

function regions(text: string): NamedPlace[] {
  return regionsIn(text).map(({ name, ...lines }) => ({
    name: formatFragment({ kind: 'region', name }).slice(1),
    kind: 'region',
    ...lines,
  }));
}

/** Level by level, since nobody needs the last of ten thousand keys; of keys that are there twice the last counts. */
function keys({ roots }: DataReading, text: string): NamedPlace[] {
  const index = new LineIndex(text);
  const found = new Map<string, NamedPlace>();
  let level: { pointer: string; node: DataNode }[] = roots.slice(0, 1).map((node) => ({ pointer: '', node }));
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) {
    const below: typeof level = [];
    for (const { pointer, node } of level) {
      if (node.kind !== 'map') continue;
      for (const { key, value, span } of node.entries) {
        if (found.size >= MOST_KEYS) return [...found.values()];
        const name = pointerTo(pointer, key);
        const lines = index.range(span.start, span.end);
        found.set(name, { name, kind: 'key', startLine: lines.start.line + 1, endLine: lines.end.line + 1 });
        below.push({ pointer: name, node: value });
      }
    }
    level = below;
  }
  return [...found.values()];
}
