import { canonical } from '../data/canonical.ts';
import { pointerTo } from '../data/pointer.ts';
import type { DataReading } from '../data/read-data.ts';
import type { DataEntry, DataNode } from '../data/tree.ts';
import type { Part, Parts } from './part.ts';

/** How many levels of keys are parts; further down nobody would know them by name. */
const LEVELS = 2;

/** The keys of the first document, of the first two levels. */
export function dataParts({ roots, mistake }: DataReading): Parts | undefined {
  if (mistake) return undefined;
  const [root, ...others] = roots;
  const parts: Part[] = [];
  const top = root?.kind === 'map' ? root : undefined;
  const ofRest = canonical(top ? others : roots);
  if (!ofRest || (top && !addParts(parts, top.entries, '', undefined))) return undefined;
  return { scheme: 'data', parts, rest: [String(top?.tag), ...ofRest] };
}

/** False where the data is too much to be written out. */
function addParts(
  parts: Part[],
  entries: readonly DataEntry[],
  pointer: string,
  within: string | undefined,
  level = 1,
): boolean {
  for (const { key, value } of lastOfEach(entries)) {
    const name = pointerTo(pointer, key);
    const inner = level < LEVELS ? innerEntries(value) : undefined;
    const own = inner ? [`{ ${value.tag}`] : canonical([value]);
    if (!own) return false;
    parts.push({ name, own, ...(within !== undefined && { within }) });
    if (inner && !addParts(parts, inner, name, name, level + 1)) return false;
  }
  return true;
}

function innerEntries(value: DataNode): readonly DataEntry[] | undefined {
  return value.kind === 'map' && value.entries.length > 0 ? value.entries : undefined;
}

/** Where a key is there twice, the last one counts. */
function lastOfEach(entries: readonly DataEntry[]): Iterable<DataEntry> {
  return new Map(entries.map((entry) => [entry.key, entry])).values();
}
