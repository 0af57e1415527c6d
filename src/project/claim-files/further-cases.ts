import { globMatcher, globProblem, isGlob } from '../../evidence/glob.ts';
import { isReviewFile } from '../../formats/reviews/review-file.ts';
import { say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { baseName, folderOf, normalizePath, pathBelow } from '../../model/paths.ts';
import type { Prefixes, Settings, SettingsPath } from '../../model/settings.ts';
import { SETTINGS_FILE } from '../settings/settings-store.ts';

/** The settings files among some files. */
export function settingsAmong(files: readonly string[]): string[] {
  return files.filter((file) => baseName(file) === SETTINGS_FILE);
}

/**
 * The files that `cases` adds, and what is wrong with it.
 *
 * @param files all there are, absolute
 */
export function furtherCases({ file, cases }: Settings, files: readonly string[]): FurtherFiles {
  return filesNamed(file, cases, files, 'case');
}

/** The same of the files that `standards` adds. */
export function furtherStandards({ file, standards }: Settings, files: readonly string[]): FurtherFiles {
  return filesNamed(file, standards, files, 'standard');
}

/** Files that settings add, and what is wrong with how they are named. */
export interface FurtherFiles {
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

function filesNamed(
  file: string,
  paths: readonly SettingsPath[],
  files: readonly string[],
  what: 'case' | 'standard',
): FurtherFiles {
  const folder = folderOf(file);
  const below = files.flatMap((one) => {
    const path = pathBelow(folder, one);
    // What holds reviews is no case, whatever pattern it matches.
    return path === undefined || isReviewFile(one) ? [] : [{ file: one, path }];
  });
  const found = new Set<string>();
  const findings: Finding[] = [];
  for (const one of paths) {
    const matches = below.filter(matcher(one));
    for (const match of matches) found.add(match.file);
    const problem = problemWith(one, matches.length, what);
    if (problem !== undefined)
      findings.push({ rule: 'settings', severity: 'error', message: problem, file, range: one.range });
  }
  return { files: [...found], findings };
}

/** What the letters of ids mean in a document; undefined where nothing is set of it. */
export function prefixesIn(document: string, { file, prefixes, prefixesOf }: Settings): Prefixes | undefined {
  const path = pathBelow(folderOf(file), document);
  const own = prefixesOf.filter(({ glob }) => {
    if (path === undefined) return false;
    return glob === path || (globProblem(glob) === undefined && globMatcher(glob)(path));
  });
  if (prefixes.size === 0 && own.length === 0) return undefined;
  return new Map([...prefixes, ...own.flatMap((one) => [...one.prefixes])]);
}

/** Whether two settings of letters say the same. */
export function samePrefixes(one: Prefixes | undefined, other: Prefixes | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.size === other.size && [...one].every(([prefix, kind]) => other.get(prefix) === kind);
}

function matcher({ path }: SettingsPath): (one: { readonly path: string }) => boolean {
  const literal = normalizePath(path);
  if (!isGlob(path)) return (one) => one.path === literal;
  const matches = globProblem(path) === undefined ? globMatcher(path) : () => false;
  return (one) => one.path === literal || matches(one.path);
}

function problemWith({ path }: SettingsPath, found: number, what: 'case' | 'standard'): string | undefined {
  if (normalizePath(path) === undefined) {
    return say('{0} leads out of the folder of these settings. Write paths within it, with `/`.', path);
  }
  if (isGlob(path)) {
    const problem = globProblem(path);
    return problem === undefined || found > 0 ? undefined : say('{0} cannot be matched: {1}.', path, problem);
  }
  if (found > 0) return undefined;
  return what === 'case'
    ? say('{0} is not there, or git ignores it, so no case is read from it.', path)
    : say('{0} is not there, or git ignores it, so no standard is read from it.', path);
}
