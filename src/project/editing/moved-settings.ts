import { isGlob } from '../../evidence/glob.ts';
import { type TextEdit, applyEdits } from '../../formats/editing/text-edit.ts';
import { type SettingsRead, readSettings } from '../../formats/settings/read-settings.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import type { SettingsPath } from '../../model/settings.ts';
import type { FileEdits, Texts } from './file-edits.ts';
import { scalarEdit } from './moved-destinations.ts';
import type { MovedPaths } from './moved-paths.ts';

/** The files that settings name one by one. */
export interface FollowedSettings {
  readonly files: readonly FileEdits[];
  /** Those that leave the folder of the settings, which cannot name them; those that would be a pattern there; and those whose edit would change something else. */
  readonly left: readonly { readonly file: string; readonly locator: string; readonly pattern?: boolean }[];
}

/** A path that the settings are to say in place of another. */
interface Wanted {
  readonly path: SettingsPath;
  readonly now: string;
  readonly edit: TextEdit;
}

/** So many edits are tried one by one where not all of them can be made at once: each is read. */
const MOST_TRIED = 16;

/** The edits of settings that name files which move: `cases` and `standards`. Patterns are their author's, and stay. @param file absolute */
export async function movedSettings(
  file: string,
  moved: MovedPaths,
  texts: Texts,
): Promise<FollowedSettings> {
  const text = await texts.text(file);
  if (text === undefined) return { files: [], left: [] };
  const before = readSettings(text, file, new Map());
  const wanted: Wanted[] = [];
  const left: FollowedSettings['left'][number][] = [];
  for (const one of [...before.settings.cases, ...before.settings.standards]) {
    const { path, range } = one;
    const plain = normalizePath(path);
    if (plain === undefined || isGlob(path)) continue;
    const there = joinPath(folderOf(file), plain);
    const now = pathBelow(folderOf(moved.fileAt(file)), moved.fileAt(there));
    if (now === plain) continue;
    const isPattern = now !== undefined && isGlob(now);
    const edit = now === undefined || isPattern ? undefined : scalarEdit(text, range, path, now);
    if (edit && now !== undefined) wanted.push({ path: one, now, edit });
    else left.push({ file, locator: path, ...(isPattern && { pattern: true }) });
  }
  const made = writable(text, file, before, wanted);
  left.push(
    ...wanted.filter((one) => !made.includes(one)).map(({ path: { path } }) => ({ file, locator: path })),
  );
  const edits = made.map(({ edit }) => edit);
  return { files: edits.length > 0 ? [{ file, text, edits }] : [], left };
}

/** What can be written without the settings saying anything else than is meant: all at once, else what can be by itself. */
function writable(
  text: string,
  file: string,
  before: SettingsRead,
  wanted: readonly Wanted[],
): readonly Wanted[] {
  const isMeant = (some: readonly Wanted[]): boolean => {
    const pathsNow = new Map(some.map(({ path, now }) => [path, now]));
    const edited = applyEdits(
      text,
      some.map(({ edit }) => edit),
    );
    return said(readSettings(edited, file, new Map())) === said(before, pathsNow);
  };
  if (wanted.length === 0 || isMeant(wanted)) return wanted;
  return wanted
    .slice(0, MOST_TRIED)
    .reduce<readonly Wanted[]>((some, one) => (isMeant([...some, one]) ? [...some, one] : some), []);
}

/** All that settings say and what is wrong with them, wherever it stands, as a text to compare. */
function said(
  { settings, findings }: SettingsRead,
  pathsNow: ReadonlyMap<SettingsPath, string> = new Map(),
): string {
  const paths = (all: readonly SettingsPath[]): string[] => all.map((one) => pathsNow.get(one) ?? one.path);
  const whole = {
    ...settings,
    cases: paths(settings.cases),
    standards: paths(settings.standards),
    findings: findings.map(({ rule, message }) => [rule, message]),
  };
  return JSON.stringify(whole, (key, value: unknown) =>
    key === 'range' ? undefined : value instanceof Map ? [...value] : value,
  );
}
