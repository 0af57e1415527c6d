import type { Git } from '../ports/git.ts';
import { selfAndFolders } from './covering-paths.ts';
import { ALL_SUBMODULES } from './log.ts';
import { type FileDelta, readDeltas } from './raw.ts';
import { RENAME_LIMIT, withRenames } from './renames.ts';

/** In which steps along a row of trees each path differs; step `i` lies between trees `i` and `i + 1`. */
export interface TreeDifferences {
  /** The first step in which a file differs. */
  readonly files: ReadonlyMap<string, number>;
  /** The first step in which anything below a folder differs; '' is the root. */
  readonly folders: ReadonlyMap<string, number>;
}

const DIFF_TREE = ['diff-tree', '--stdin', '-r', '-z', '--name-only', '--no-renames'];

/** Compares each tree (by id) with the next, all in one process; equal neighbours cost nothing. @throws GitError */
export async function differencesAlong(git: Git, trees: readonly string[]): Promise<TreeDifferences> {
  const files = new Map<string, number>();
  const folders = new Map<string, number>();
  const steps = trees.slice(1).flatMap((tree, step) => (tree === trees[step] ? [] : [step]));
  if (steps.length === 0) return { files, folders };
  const pair = (step: number): string => `${trees[step]} ${trees[step + 1]}\n`;
  const output = await git.run([...DIFF_TREE, ALL_SUBMODULES], {
    input: steps.map(pair).join(''),
  });
  // Each pair is repeated in the output, on a line before its paths: the only line ends that do not belong to a path.
  let at = -1;
  for (const token of output.split('\0')) {
    let path = token;
    for (let next = steps[at + 1]; next !== undefined && path.startsWith(pair(next)); next = steps[at + 1]) {
      path = path.slice(pair(next).length);
      at++;
    }
    if (path !== '') note(path, steps[at]!, files, folders);
  }
  return { files, folders };
}

/** Steps come in order, so what is noted already stays; and with a folder those above it are. */
function note(path: string, step: number, files: Map<string, number>, folders: Map<string, number>): void {
  if (files.has(path)) return;
  files.set(path, step);
  for (const folder of [...selfAndFolders(path), ''].slice(1)) {
    if (folders.has(folder)) return;
    folders.set(folder, step);
  }
}

/** What differs in each of some pairs of trees (by id), renames included; all in one process. @throws GitError */
export async function differencesOf(
  git: Git,
  pairs: readonly (readonly [before: string, after: string])[],
): Promise<FileDelta[][]> {
  if (pairs.length === 0) return [];
  const lines = pairs.map(([before, after]) => `${before} ${after}\n`);
  const output = await withRenames((similarity) =>
    git.run(
      ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-abbrev', ALL_SUBMODULES, similarity, RENAME_LIMIT],
      { input: lines.join('') },
    ),
  );
  const tokens = output.split('\0');
  const differences: FileDelta[][] = pairs.map(() => []);
  // Each pair is repeated in the output, on a line of the token before which its first difference begins.
  let at = 0;
  for (const [i, line] of lines.entries()) {
    if (!tokens[at]?.startsWith(line)) continue;
    tokens[at] = tokens[at]!.slice(line.length);
    const { deltas, next } = readDeltas(tokens, at);
    differences[i] = deltas;
    at = next;
  }
  return differences;
}
