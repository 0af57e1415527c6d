import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nodeHost } from '../node/host.ts';
import type { ProjectOptions } from '../project/options.ts';
import { Project } from '../project/project.ts';
import { type Report, shown } from './report.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** The options that all commands share which judge cases. */
export interface JudgeOptions {
  readonly root: string;
  readonly subject?: string;
  /** A settings file. */
  readonly config?: string;
  /** See `ProjectOptions`. */
  readonly countLines?: boolean;
}

/**
 * Reads and judges the cases that a command was given.
 *
 * @throws UsageError for paths and subjects that do not exist, and for mistakes in settings
 */
export function judge(paths: readonly string[], options: JudgeOptions, terminal: Terminal): Promise<Report> {
  return judgeWith(paths, options, terminal, (report) => Promise.resolve(report));
}

/**
 * The same, with something to do while the project is still open.
 *
 * @throws UsageError as `judge` does
 */
export async function judgeWith<T>(
  paths: readonly string[],
  options: JudgeOptions,
  { folder, log, programFolder }: Terminal,
  then: (report: Report, project: Project) => Promise<T>,
): Promise<T> {
  const root = await existing(resolve(folder, options.root), 'folder', '--root');
  const logger = { debug: () => {}, info: () => {}, warn: (message: string) => log(`warrant: ${message}\n`) };
  const host = nodeHost({ logger, trusted: true, programFolder });
  const places = await placesOf(paths, root, folder);
  const project = new Project(host, {
    ...places,
    once: true,
    ...(options.countLines ? { countLines: true } : {}),
    ...(options.config === undefined ? {} : { config: await existingFile(options.config, folder) }),
    ...(options.subject === undefined ? {} : { subject: await subjectOf(options.subject, folder) }),
  });
  try {
    const snapshot = await project.check();
    const subject = project.knownSubjects[0]?.facts;
    const report = {
      snapshot,
      root,
      folders: places.roots,
      now: host.clock.now(),
      ...(subject && { subject }),
    };
    refuseWrongSettings(report);
    return await then(report, project);
  } finally {
    project.dispose();
  }
}

/** Whoever runs this by their own settings must not take a result for theirs that is not. */
function refuseWrongSettings(report: Report): void {
  const wrong = report.snapshot.findings.filter(({ rule }) => rule === 'settings');
  if (wrong.length === 0) return;
  const lines = wrong.map(
    ({ file, range: { start }, message }) =>
      `${shown(report, file)}:${start.line + 1}:${start.character + 1}: ${message}`,
  );
  throw new UsageError(lines.join('\nwarrant: '));
}

/** Files are read as cases, folders are looked through; without either, the root is. */
async function placesOf(paths: readonly string[], root: string, folder: string): Promise<ProjectOptions> {
  const files: string[] = [];
  const roots: string[] = [];
  for (const path of paths) {
    const place = slashes(resolve(folder, path));
    const found = await stat(place).catch(() => undefined);
    if (!found) throw new UsageError(`${path} does not exist.`);
    (found.isDirectory() ? roots : files).push(place);
  }
  if (files.length > 0 && roots.length > 0) {
    throw new UsageError('Name files or folders, not both, in one call.');
  }
  if (files.length > 0) return { roots: [root], claimFiles: [...new Set(files)] };
  return { roots: roots.length > 0 ? roots : [root] };
}

/** `PATH` or `PATH@REV`; a path with an @ in its name that exists is taken whole. */
async function subjectOf(text: string, folder: string): Promise<{ root: string; rev?: string }> {
  const whole = resolve(folder, text);
  if (await isFolder(whole)) return { root: slashes(whole) };
  const at = text.lastIndexOf('@');
  if (at <= 0) return { root: await existing(whole, 'folder', '--subject') };
  const rev = text.slice(at + 1);
  const root = await existing(resolve(folder, text.slice(0, at)), 'folder', '--subject');
  if (!/^[\w][\w./-]*$/.test(rev))
    throw new UsageError(`--subject: "${rev}" is no revision. Write PATH@COMMIT.`);
  return { root, rev };
}

async function existing(path: string, what: 'folder', option: string): Promise<string> {
  if (await isFolder(path)) return slashes(path);
  throw new UsageError(`${option}: ${path} is not a ${what}.`);
}

async function existingFile(path: string, folder: string): Promise<string> {
  const whole = resolve(folder, path);
  const found = await stat(whole).catch(() => undefined);
  if (found?.isFile()) return slashes(whole);
  throw new UsageError(`--config: ${path} is not a file.`);
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

function slashes(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.replace(/^([A-Z]):/, (_, drive: string) => `${drive.toLowerCase()}:`);
}
