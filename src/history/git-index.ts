import type { FileStamp, Instant } from '../ports/file-stamp.ts';

/** What git's index says of a file. */
export interface IndexEntry {
  /** The blob that was there when the entry was made. */
  readonly oid: string;
  readonly mode: number;
  /** What the file was like then. The size is cut to its lowest 32 bits; 0 where git was not sure. */
  readonly stamp: FileStamp;
  /** Sparse checkouts leave the file out of the working tree. */
  readonly skipWorktree: boolean;
  /** Git was told not to look at the file, or only that it will be added. */
  readonly special: boolean;
}

/** The files of a working tree as git last saw them. */
export interface GitIndex {
  /** Undefined for what git does not track, and for files in conflict. */
  entry(path: string): IndexEntry | undefined;
  /** A folder above the path that is kept as a whole, because a sparse checkout leaves all of it out. */
  isLeftOut(path: string): boolean;
  /** The files of which a merge left several versions. */
  readonly conflicts: ReadonlySet<string>;
}

const SIGNATURE = 0x44495243; // DIRC
const HEADER_BYTES = 12;
/** Ten numbers of 32 bits stand before the object id. */
const STAT_BYTES = 40;
const FLAG = { assumeValid: 0x8000, extended: 0x4000, stage: 0x3000 } as const;
const EXTENDED_FLAG = { skipWorktree: 0x4000, intentToAdd: 0x2000 } as const;
const FOLDER_MODE = 0o040000;

/**
 * Reads git's index, versions 2 to 4. Undefined for what cannot be read with certainty: other versions, damaged files, and an index that is split in two.
 * Takes time linear in the number of files; entries are decoded when they are asked for.
 */
export function readGitIndex(bytes: Uint8Array, algorithm: 'sha1' | 'sha256'): GitIndex | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const idBytes = algorithm === 'sha256' ? 32 : 20;
  try {
    const version = view.getUint32(4);
    if (view.getUint32(0) !== SIGNATURE || version < 2 || version > 4) return undefined;
    const names = createNames(bytes, version);
    const places = new Map<string, number>();
    const folders = new Set<string>();
    const conflicts = new Set<string>();
    let at = HEADER_BYTES;
    for (let left = view.getUint32(8); left > 0; left--) {
      const flags = view.getUint16(at + STAT_BYTES + idBytes);
      const nameAt = at + STAT_BYTES + idBytes + ((flags & FLAG.extended) !== 0 ? 4 : 2);
      const { name, next } = names(at, nameAt);
      if (view.getUint32(at + 24) >>> 0 === FOLDER_MODE) folders.add(name);
      else if ((flags & FLAG.stage) === 0) places.set(name, at);
      else conflicts.add(name);
      at = next;
    }
    if (!canIgnoreExtensions(view, at, bytes.length - idBytes)) return undefined;
    return {
      entry(path) {
        const place = places.get(path);
        return place === undefined ? undefined : readEntry(view, place, idBytes);
      },
      isLeftOut: (path) => folders.size > 0 && foldersOf(path).some((folder) => folders.has(folder)),
      conflicts,
    };
  } catch (error) {
    // It ends in the middle of an entry.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Reads the names of entries that follow each other. @throws RangeError where one does not end */
function createNames(
  bytes: Uint8Array,
  version: number,
): (entryAt: number, nameAt: number) => { name: string; next: number } {
  const decoder = new TextDecoder();
  let before = bytes.subarray(0, 0);
  const endOf = (start: number): number => {
    const end = bytes.indexOf(0, start);
    if (end < 0) throw new RangeError('a name has no end');
    return end;
  };
  return (entryAt, nameAt) => {
    if (version < 4) {
      const end = endOf(nameAt);
      // Between one and eight zeros make the entry's length a multiple of eight.
      const next = entryAt + (((end - entryAt + 8) >> 3) << 3);
      return { name: decoder.decode(bytes.subarray(nameAt, end)), next };
    }
    // The name begins like the one before it, cut by so many bytes.
    const { value: cut, next: rest } = readVarint(bytes, nameAt);
    if (cut > before.length) throw new RangeError('a name is cut by more than there is');
    const end = endOf(rest);
    const kept = before.length - cut;
    const name = new Uint8Array(kept + end - rest);
    name.set(before.subarray(0, kept));
    name.set(bytes.subarray(rest, end), kept);
    before = name;
    return { name: decoder.decode(name), next: end + 1 };
  };
}

/** Reads a number of as many bytes as it needs, as git's packs have it. */
function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let at = start;
  let value = 0;
  for (;;) {
    const byte = bytes[at++];
    if (byte === undefined || value > 0xffffff) throw new RangeError('a number has no end');
    value = value * 128 + (byte & 127);
    if ((byte & 128) === 0) return { value, next: at };
    value++;
  }
}

/** Extensions whose name begins with a capital letter may be ignored. Of the others we know the one that says that folders may stand among the entries. */
function canIgnoreExtensions(view: DataView, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    if (!/^[A-Z]/.test(name) && name !== 'sdir') return false;
    at += 8 + view.getUint32(at + 4);
  }
  return at === end;
}

function readEntry(view: DataView, at: number, idBytes: number): IndexEntry {
  const number = (index: number): number => view.getUint32(at + 4 * index);
  const instant = (index: number): Instant => ({ seconds: number(index), nanoseconds: number(index + 1) });
  const flagsAt = at + STAT_BYTES + idBytes;
  const flags = view.getUint16(flagsAt);
  const extended = (flags & FLAG.extended) === 0 ? 0 : view.getUint16(flagsAt + 2);
  let oid = '';
  for (let i = 0; i < idBytes; i++)
    oid += view
      .getUint8(at + STAT_BYTES + i)
      .toString(16)
      .padStart(2, '0');
  return {
    oid,
    mode: number(6),
    stamp: { changed: instant(0), modified: instant(2), inode: number(5), size: number(9) },
    skipWorktree: (extended & EXTENDED_FLAG.skipWorktree) !== 0,
    special: (flags & FLAG.assumeValid) !== 0 || (extended & EXTENDED_FLAG.intentToAdd) !== 0,
  };
}

/** The folders above a path as the index names them, with a `/` at the end. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    folders.push(path.slice(0, at + 1));
  return folders;
}
