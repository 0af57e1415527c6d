import { join } from 'node:path';
import { nodeHost } from '../../src/node/host.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import type { FileSystem } from '../../src/ports/file-system.ts';
import type { Host } from '../../src/ports/host.ts';
import type { ProjectOptions } from '../../src/project/options.ts';
import { Project } from '../../src/project/project.ts';
import type { JudgedLink, Snapshot } from '../../src/project/snapshot.ts';
import { TEST_GIT_ENVIRONMENT } from './git-repository.ts';

/** A project over real folders and a real git, which notes what it does. */
export interface TestProject {
  readonly project: Project;
  readonly host: Host;
  /** The git subcommands started since the last call, in order. */
  takeProcesses(): string[];
  /** The files read since the last call, in order, relative to their root. */
  takeReads(): string[];
}

/** The day it is in tests. */
export const TODAY = new Date('2026-06-15T12:00:00Z');

/** Opens a project. Dispose of `project` in the end. */
export function openProject(
  options: ProjectOptions,
  { trusted = true, onProcess = (_subcommand: string): void => {} } = {},
): TestProject {
  const processes: string[] = [];
  const reads: string[] = [];
  const real = nodeHost({
    logger: silentLogger,
    trusted,
    programFolder: join(import.meta.dirname, '..', '..', 'src', 'node'),
    environment: TEST_GIT_ENVIRONMENT,
    onProcess: (args) => {
      const subcommand = args.find((arg) => !arg.startsWith('-')) ?? '';
      processes.push(subcommand);
      onProcess(subcommand);
    },
  });
  const files: FileSystem = {
    ...real.files,
    read: (root, path, limit) => {
      reads.push(path);
      return real.files.read(root, path, limit);
    },
  };
  const host: Host = { ...real, files, clock: { now: () => TODAY } };
  const take = (list: string[]): string[] => list.splice(0, list.length);
  return {
    project: new Project(host, options),
    host,
    takeProcesses: () => take(processes),
    takeReads: () => take(reads),
  };
}

/** All links of a snapshot, as `locator: state/reason`, in order; mentions in parentheses. */
export function showLinks(snapshot: Snapshot): string[] {
  return linksOf(snapshot).map(({ link, verdict }) => {
    const line = `${link.locator}: ${verdict.state}/${verdict.reason}`;
    return link.cited ? line : `(${line})`;
  });
}

/** All links of a snapshot, in order. */
export function linksOf({ cases }: Snapshot): JudgedLink[] {
  return cases.flatMap((one) => [...one.links.values()]);
}

/** The findings of a snapshot, as `line: rule`, lines 1-based. */
export function showFindings({ findings }: Snapshot): string[] {
  return findings.map(({ rule, range }) => `${range.start.line + 1}: ${rule}`);
}
