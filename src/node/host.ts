import { join } from 'node:path';
import type { Host } from '../ports/host.ts';
import type { Logger } from '../ports/logger.ts';
import { nodeDigest } from './digest.ts';
import { nodeFileSystem } from './file-system.ts';
import { nodeFileWriter } from './file-writer.ts';
import { type NodeGitOptions, openNodeGit } from './git.ts';
import { nodeGrammars } from './grammars.ts';
import { nodeStandards } from './standards.ts';

export interface NodeHostOptions extends NodeGitOptions {
  readonly logger: Logger;
  /** Whether git may run. */
  readonly trusted: boolean;
  /** The folder of the running bundle, or of the source file where nothing is bundled. */
  readonly programFolder: string;
}

/** Where the grammars are: beside the bundle, or in the packages of a checkout two folders up. */
function grammarFolders(programFolder: string): string[] {
  const packages = join(programFolder, '..', '..', 'node_modules');
  return [
    join(programFolder, 'grammars'),
    join(packages, 'web-tree-sitter'),
    join(packages, '@vscode', 'tree-sitter-wasm', 'wasm'),
  ];
}

/** Brings this machine's files, git and clock. */
export function nodeHost({ logger, trusted, programFolder, ...git }: NodeHostOptions): Host {
  return {
    files: nodeFileSystem(),
    writer: nodeFileWriter(),
    ...(trusted ? { openGit: openNodeGit(git) } : {}),
    grammars: nodeGrammars(grammarFolders(programFolder)),
    standards: nodeStandards([
      join(programFolder, 'standards'),
      join(programFolder, '..', '..', 'standards'),
    ]),
    digest: nodeDigest,
    clock: { now: () => new Date() },
    logger,
  };
}
