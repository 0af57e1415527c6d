import { say } from '../../l10n/say.ts';
import type { Case } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import type { ProjectOptions } from '../options.ts';
import { repositoryRoot } from './subject.ts';

/** Where the evidence of a case lies, and what is wrong with what the case says of it. */
export interface CaseSubject {
  /** Absolute, with `/`. */
  readonly root: string;
  /** The folders that the case is at home in: its repository and the opened folder, the narrower one first, and its subject. References look for other cases in this order. */
  readonly homes: readonly string[];
  readonly problem?: Finding;
}

/**
 * The subject of a case: what the person named, else the repository that holds the case, else the folder that was opened. A case may name
 * another checkout inside of that, and none elsewhere: claim files are not to be trusted with the rest of the disk.
 */
export async function subjectOf(
  file: string,
  one: Case,
  host: Host,
  options: ProjectOptions,
): Promise<CaseSubject> {
  const home = await homeOf(file, host, options);
  const opened = rootOf(file, options) ?? home;
  const homes = [home, opened].sort((a, b) => b.length - a.length);
  const at = (root: string): Pick<CaseSubject, 'root' | 'homes'> => ({ root, homes: [...homes, root] });
  if (options.subject) return at(options.subject.root);
  const wanted = one.subject?.path;
  if (!one.subject || wanted === undefined || wanted === '.') return at(home);
  const path = normalizePath(wanted);
  if (path !== undefined && (await host.files.kind(home, joinPath(path, '.git'))) !== 'missing') {
    return at(joinPath(home, path));
  }
  const message =
    path === undefined
      ? say(
          'The subject {0} lies outside {1}. A case cannot send Warrant elsewhere; say so yourself: --subject {0}.',
          wanted,
          home,
        )
      : say('The subject {0} is not a checkout in {1}. Evidence is looked for in {1} instead.', wanted, home);
  return {
    ...at(home),
    problem: { rule: 'subject', severity: 'error', message, file, range: one.subject.range },
  };
}

/** The repository that holds a file, else the folder that was opened, else the file's own. Absolute, with `/`. */
export async function homeOf(file: string, host: Host, options: ProjectOptions): Promise<string> {
  const folder = folderOf(file);
  return (await repositoryRoot(folder, host)) ?? rootOf(file, options) ?? folder;
}

/** The folder that was opened and holds a file. */
export function rootOf(file: string, { roots }: ProjectOptions): string | undefined {
  return roots.find((root) => pathBelow(root, file) !== undefined);
}
