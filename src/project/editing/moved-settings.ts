import { isGlob } from '../../evidence/glob.ts';
import { readSettings } from '../../formats/settings/read-settings.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import type { FileEdits, Texts } from './file-edits.ts';
import { scalarEdit } from './moved-destinations.ts';
import type { MovedPaths } from './moved-paths.ts';

/** The files that settings name one by one. */
export interface FollowedSettings {
  readonly files: readonly FileEdits[];
  /** Those that leave the folder of the settings, which cannot name them. */
  readonly left: readonly { readonly file: string; readonly locator: string }[];
}

/** The edits of settings that name files which move: `cases` and `standards`. Patterns are their author's, and stay. @param file absolute */
export async function movedSettings(
  file: string,
  moved: MovedPaths,
  texts: Texts,
): Promise<FollowedSettings> {
  const text = await texts.text(file);
  if (text === undefined) return { files: [], left: [] };
  const { cases, standards } = readSettings(text, file, new Map()).settings;
  const edits: FileEdits['edits'][number][] = [];
  const left: { file: string; locator: string }[] = [];
  for (const { path, range } of [...cases, ...standards]) {
    const plain = normalizePath(path);
    if (plain === undefined || isGlob(path)) continue;
    const there = joinPath(folderOf(file), plain);
    const now = pathBelow(folderOf(moved.fileAt(file)), moved.fileAt(there));
    if (now === plain) continue;
    const edit = now === undefined ? undefined : scalarEdit(text, range, path, now);
    if (edit) edits.push(edit);
    else left.push({ file, locator: path });
  }
  return { files: edits.length > 0 ? [{ file, text, edits }] : [], left };
}
