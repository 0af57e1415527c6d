/** How one commit, or one pair of trees, differs in one file. */
export interface FileDelta {
  /** The path afterwards; of a deleted file, before. */
  readonly path: string;
  /** Set for renames and copies. */
  readonly oldPath?: string;
  /** Git's letter for what happened: `A`dded, `D`eleted, `M`odified, `R`enamed, `C`opied, `T`ype changed; for a merge one for each parent. */
  readonly status: string;
  /** Object id before, for each parent; undefined where the file was not there. */
  readonly before: readonly (string | undefined)[];
  /** Object id afterwards; undefined if the file is not there. */
  readonly after: string | undefined;
}

/**
 * Reads the run of `--raw -z` entries that begins at `tokens[at]`, tokens being what stands between the NULs. An entry is a header (modes, ids, status, a
 * colon before it for each parent) and one path, two for renames and copies. `next` is the index of the first token behind them.
 */
export function readDeltas(tokens: readonly string[], at: number): { deltas: FileDelta[]; next: number } {
  const deltas: FileDelta[] = [];
  let next = at;
  for (;;) {
    const header = headerOf(tokens[next]);
    if (header === undefined) return { deltas, next };
    const { parents, status, ids } = header;
    // Between two trees a rename has both paths; a merge's entry has only the one afterwards.
    const renamed = parents === 1 && /^[RC]/.test(status);
    deltas.push({
      path: tokens[next + (renamed ? 2 : 1)] ?? '',
      ...(renamed ? { oldPath: tokens[next + 1] ?? '' } : {}),
      status: status.replace(/\d+$/, ''),
      before: ids.slice(0, parents).map(presentId),
      after: presentId(ids[parents]),
    });
    next += renamed ? 3 : 2;
  }
}

function headerOf(token: string | undefined): { parents: number; status: string; ids: string[] } | undefined {
  const match = /^\n?(:+)(.*)$/.exec(token ?? '');
  if (match === null) return undefined;
  const parents = match[1]!.length;
  const fields = match[2]!.split(' ');
  const modes = parents + 1;
  return { parents, status: fields[2 * modes] ?? '', ids: fields.slice(modes, 2 * modes) };
}

function presentId(id: string | undefined): string | undefined {
  return id === undefined || /^0+$/.test(id) ? undefined : id;
}
