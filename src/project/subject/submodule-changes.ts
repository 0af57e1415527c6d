import { type PathChange, pathChange } from '../../history/changes.ts';
import type { FileDelta } from '../../history/raw.ts';
import { joinPath } from '../../model/paths.ts';

/** Two commits of a submodule: what was recorded before, and afterwards. */
export interface Move {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A checked out submodule, as far as its differences are asked for. */
export interface MovedRepository {
  /** What differs in each of some moves; nothing, where a commit is not there. Paths from the top of the submodule. */
  differences(moves: readonly Move[]): Promise<readonly (readonly FileDelta[])[]>;
}

/**
 * Puts in place of each commit that recorded another commit of a submodule what that changed in the files of the submodule. The commit and its author
 * stay those of the repository around it: it is they who brought the change in.
 */
export async function openMoves(
  changes: readonly PathChange[],
  submodules: ReadonlyMap<string, MovedRepository>,
): Promise<PathChange[]> {
  const opened = new Map<PathChange, readonly FileDelta[]>();
  for (const [path, submodule] of submodules) {
    const moves = changes.filter((change) => change.path === path);
    if (moves.length === 0) continue;
    const deltas = await submodule.differences(moves);
    moves.forEach((move, i) => opened.set(move, deltas[i] ?? []));
  }
  return changes.flatMap((change) => {
    const deltas = opened.get(change);
    return deltas ? deltas.map((delta) => pathChange(change, below(change.path, delta))) : [change];
  });
}

/** The same for differences of a submodule that has submodules itself. */
export async function openNestedMoves(
  differences: readonly (readonly FileDelta[])[],
  submodules: ReadonlyMap<string, MovedRepository>,
): Promise<readonly (readonly FileDelta[])[]> {
  const opened = new Map<FileDelta, readonly FileDelta[]>();
  for (const [path, submodule] of submodules) {
    const moves = differences.flat().filter((delta) => delta.path === path);
    if (moves.length === 0) continue;
    const inside = await submodule.differences(
      moves.map(({ before, after }) => ({ before: before[0], after })),
    );
    moves.forEach((move, i) =>
      opened.set(
        move,
        (inside[i] ?? []).map((delta) => below(path, delta)),
      ),
    );
  }
  return differences.map((deltas) => deltas.flatMap((delta) => opened.get(delta) ?? [delta]));
}

function below(folder: string, delta: FileDelta): FileDelta {
  const { path, oldPath } = delta;
  return {
    ...delta,
    path: joinPath(folder, path),
    ...(oldPath === undefined ? {} : { oldPath: joinPath(folder, oldPath) }),
  };
}
