import { canonical } from '../data/canonical.ts';
import { type Work, mergedEntries } from '../data/merge.ts';
import { pointerTo } from '../data/pointer.ts';
import type { DataReading } from '../data/read-data.ts';
import type { DataEntry, DataNode } from '../data/tree.ts';
import type { Part, Parts } from './part.ts';

/** How many levels of keys are parts; further down nobody would know them by name. */
const LEVELS = 2;

/** How many entries are looked at. */
const MOST_ENTRIES = 1_000_000;

/** The keys of the first document, of the first two levels. */
export function dataParts({ roots, mistake }: DataReading): Parts | undefined {
  if (mistake) return undefined;
  const [root, ...others] = roots;
  const parts: Part[] = [];
  const work = { left: MOST_ENTRIES };
  const top = root?.kind === 'map' ? root : undefined;
  const ofRest = canonical(top ? others : roots);
  const entries = top && mergedEntries(top, work);
  if (!ofRest || (top && !(entries && addParts(parts, entries, { pointer: '', level: 1 }, work))))
    return undefined;
  return { scheme: 'data', parts, rest: [String(top?.tag), ...ofRest] };
}

/** False where the data is too much to be written out. */
function addParts(
  parts: Part[],
  entries: readonly DataEntry[],
  { pointer, level }: { readonly pointer: string; readonly level: number },
  work: Work,
): boolean {
  for (const { key, value } of lastOfEach(entries)) {
    const name = pointerTo(pointer, key);
    const inner = level < LEVELS ? innerEntries(value, work) : undefined;
    if (inner === 'too-many') return false;
    const own = inner ? [`{ ${value.tag}`] : canonical([value]);
    if (!own) return false;
    parts.push({ name, own, ...(level > 1 && { within: pointer }) });
    if (inner && !addParts(parts, inner, { pointer: name, level: level + 1 }, work)) return false;
  }
  return true;
}

function innerEntries(value: DataNode, work: Work): readonly DataEntry[] | 'too-many' | undefined {
  if (value.kind !== 'map' || value.entries.length === 0) return undefined;
  return mergedEntries(value, work) ?? 'too-many';
}

/** Where a key is there twice, the last one counts. */
function lastOfEach(entries: readonly DataEntry[]): Iterable<DataEntry> {
  return new Map(entries.map((entry) => [entry.key, entry])).values();
}
