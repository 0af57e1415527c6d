import { readFileSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { parsePatch } from 'diff';
import { git } from './git.ts';
import { type Demo, sourcesOf } from './demo.ts';
import { NOTEBOOK_SERVER } from './demos.ts';
import { patched, rewind } from './rewind.ts';
import type { Tree } from './rewind.ts';

/** Lies inside `.git` of a folder that this script made, which is therefore safe to make again. */
const MARKER = join('.git', 'warrant-demo');

/** What Python leaves behind where the demo's tests were run. */
const LEFTOVERS = new Set(['__pycache__', '.pytest_cache']);

/** So that a person who commits in the demo needs no set-up, and none of their own gets in the way. */
const CONFIGURATION = {
  'user.name': 'Demo Reader',
  'user.email': 'demo.reader@example.org',
  'commit.gpgSign': 'false',
  'core.autocrlf': 'false',
};

/**
 * Makes a demo workspace: a git repository in `folder`, which is made again if it is there, with the history of the demo and the edits
 * that are not committed. Its commits have the same ids on every machine.
 *
 * @throws Error if the folder holds something that this script did not make.
 */
export async function makeDemo(folder: string, demo: Demo = NOTEBOOK_SERVER): Promise<void> {
  const { history, changes, uncommitted } = demo;
  const readPatch = (name: string): string => readFileSync(new URL(name, changes), 'utf8');
  const trees = rewind(await readTree(sourcesOf(demo)), history, readPatch);
  await clear(folder);
  await startRepository(folder);
  let before: Tree = new Map();
  for (const [index, tree] of trees.entries()) {
    const { author, date, message } = history[index]!;
    await writeChanges(folder, before, tree);
    // Forced: what the demo tracks must not depend on what a person's ignore file says.
    await git(folder, ['add', '--all', '--force']);
    await git(folder, ['commit', '--quiet', '--message', message], { author, date });
    before = tree;
  }
  if (uncommitted === undefined) return;
  await writeChanges(folder, before, patched(before, parsePatch(readPatch(uncommitted)), uncommitted));
}

/** All files below a folder, leftovers of test runs excepted. */
export async function readTree(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const tree = new Map<string, string>();
  for (const file of files.sort()) {
    const segments = relative(folder, file).split(sep);
    if (!segments.some((segment) => LEFTOVERS.has(segment)))
      tree.set(segments.join('/'), await readFile(file, 'utf8'));
  }
  return tree;
}

async function clear(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const isEmpty = (await readdir(folder)).length === 0;
  if (!isEmpty && !(await exists(join(folder, MARKER)))) {
    throw new Error(
      `${folder} holds something that is no demo workspace: name another folder, or empty this one yourself.`,
    );
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function startRepository(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--template=']);
  await writeFile(
    join(folder, MARKER),
    'Made by scripts/demo of Warrant, which may delete this folder and make it again.\n',
  );
  // Not `init --initial-branch`: older versions of git do not know it.
  await git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  for (const [key, value] of Object.entries(CONFIGURATION)) await git(folder, ['config', key, value]);
}

/** Turns the files of one tree into those of another, leaving alone what is the same in both. */
async function writeChanges(folder: string, before: Tree, after: Tree): Promise<void> {
  for (const path of before.keys()) if (!after.has(path)) await rm(join(folder, path));
  for (const [path, text] of after) {
    if (before.get(path) === text) continue;
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
